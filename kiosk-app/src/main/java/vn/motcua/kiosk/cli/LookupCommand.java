package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.desk.LookupAnswer;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code lookup CODE --secret S}: the stage of one dossier. */
@Command(name = "lookup", description = "At which stage is the dossier of this receipt?")
final class LookupCommand extends JsonCommand {
  /** A clock of another machine may differ by so much: younger is what was said just now. */
  private static final Duration NOW = Duration.ofMinutes(5);

  private final Tools tools;
  private final Clock clock;

  @Parameters(paramLabel = "CODE", description = "the code on the receipt")
  private String code = "";

  @Option(names = "--secret", required = true, description = "the secret on the receipt")
  private String secret = "";

  @Option(names = "--data", paramLabel = "DIR", description = "the data folder")
  private @Nullable Path data;

  LookupCommand(PrintStream out, FaultSentences sentences, Tools tools, Clock clock) {
    super(out, sentences);
    this.tools = tools;
    this.clock = clock;
  }

  @Override
  Reply work() throws FaultException {
    try (Tools.OpenFolder folder = tools.open(Optional.ofNullable(data))) {
      return switch (folder.lookupDesk().begin("cli").byTyped(code, secret)) {
        case LookupAnswer.Opened opened when !opened.dossiers().isEmpty() ->
            reply(opened.dossiers().getFirst(), folder.centre());
        case LookupAnswer.Failed failed -> throw new FaultException(failed.fault());
        case LookupAnswer.RefusedUnasked _ ->
            throw new FaultException(new DeskFault.OthersSilent());
        case LookupAnswer.Opened _,
            LookupAnswer.Refused _,
            LookupAnswer.NeedsMore _,
            LookupAnswer.StaffCalled _ ->
            throw new FaultException(new DeskFault.UnknownReceipt());
        case LookupAnswer.AtCounter _ -> throw new FaultException(new DeskFault.CounterOnly());
        case LookupAnswer.TriesUsedUp _ -> throw new FaultException(new DeskFault.TooManyTries());
      };
    }
  }

  private Reply reply(DossierView view, String centre) {
    Dossier dossier = view.dossier();
    Map<String, Object> json = Reply.object();
    json.put("code", dossier.code().value());
    json.put("procedure", dossier.procedure().name());
    json.put("stage", dossier.stage().name());
    json.put("portalStatus", dossier.status().number());
    json.put("holder", dossier.holder());
    json.put("since", dossier.since().toString());
    json.put("due", dossier.due().map(due -> due.at().toString()).orElse(""));
    json.put("asOf", view.asOf().toString());
    json.put("source", view.source().orElse(centre));
    Duration age = Duration.between(view.asOf(), LocalDateTime.now(clock));
    json.put("ageMinutes", Math.max(0, age.toMinutes()));
    StringBuilder text = new StringBuilder();
    json.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    if (view.source().isPresent() && age.compareTo(NOW) > 0) {
      text.append("it says nothing newer, or cannot be asked now: this is ")
          .append(old(age))
          .append(" old\n");
    }
    return new Reply(json, text.toString().stripTrailing());
  }

  private static String old(Duration age) {
    return age.toDays() > 0
        ? age.toDays() + " d " + age.toHoursPart() + " h"
        : age.toHours() + " h " + age.toMinutesPart() + " min";
  }
}
