package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.motcua.kiosk.desk.HallDesks;
import vn.motcua.kiosk.desk.QueueState;
import vn.motcua.kiosk.dossier.RatingCounts;
import vn.motcua.kiosk.dossier.Ticket;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code queue}: who waits, who is called, and what people said today. */
@Command(
    name = "queue",
    description = "Today's queue numbers and ratings; --close closes whoever still waits.")
final class QueueCommand extends JsonCommand {
  private final Tools tools;

  @Option(names = "--data", paramLabel = "DIR", description = "the data folder")
  private @Nullable Path data;

  @Option(names = "--close", description = "the day is over: whoever still waits is closed")
  private boolean close;

  QueueCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.tools = tools;
  }

  @Override
  Reply work() throws FaultException {
    try (Tools.OpenFolder folder = tools.open(Optional.ofNullable(data))) {
      HallDesks hall = folder.hall();
      int closed = close ? hall.queue().closeDay() : 0;
      QueueState state = hall.queue().state();
      return reply(state, hall.ratings().counts(state.day()), closed);
    }
  }

  private static Reply reply(QueueState state, RatingCounts ratings, int closed) {
    Map<String, Object> json = Reply.object();
    json.put("day", state.day().toString());
    json.put("waiting", state.ahead().stream().map(Ticket::label).toList());
    json.put("called", state.called().stream().map(QueueCommand::called).toList());
    json.put("served", state.served());
    json.put("absent", state.absent());
    json.put("closed", closed);
    Map<String, Object> rated = Reply.object();
    rated.put("asked", ratings.asked());
    rated.put("answered", ratings.total());
    Map<String, Integer> faces = new TreeMap<>();
    ratings.faces().forEach((face, count) -> faces.put(face.name(), count));
    rated.put("faces", faces);
    json.put("ratings", rated);
    String text =
        String.format(
            Locale.ROOT,
            "%s  %d waiting, %d served, %d absent%n  next: %s%n  called: %s%n"
                + "  ratings: %d of %d asked%s",
            state.day(),
            state.ahead().size(),
            state.served(),
            state.absent(),
            labels(state.ahead()),
            state.called().stream().map(each -> each.label() + " at " + each.counter()).toList(),
            ratings.total(),
            ratings.asked(),
            faces.isEmpty() ? "" : " " + faces);
    return new Reply(json, text);
  }

  private static List<String> labels(List<Ticket> tickets) {
    return tickets.stream().map(Ticket::label).toList();
  }

  private static Map<String, Object> called(Ticket ticket) {
    Map<String, Object> one = Reply.object();
    one.put("number", ticket.label());
    one.put("counter", ticket.counter());
    return one;
  }
}
