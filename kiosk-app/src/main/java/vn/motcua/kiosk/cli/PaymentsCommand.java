package vn.motcua.kiosk.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.PaymentDesk;
import vn.motcua.kiosk.dossier.Payment;
import vn.motcua.kiosk.payment.PaymentFault;
import vn.motcua.kiosk.payment.Reconciliation;
import vn.motcua.kiosk.payment.Statement;
import vn.motcua.kiosk.payment.StatementMapping;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code payments}: what waits to be confirmed, and what confirms it. */
@Command(
    name = "payments",
    description = "Payments that wait; confirms them by a bank's statement or one by one.")
final class PaymentsCommand extends JsonCommand {
  private static final long MAX_MAPPING = 100_000;

  private final Tools tools;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--statement", paramLabel = "FILE", description = "a bank's statement as CSV")
  private @Nullable Path statement;

  @Option(names = "--mapping", paramLabel = "FILE", description = "which column says what")
  private @Nullable Path mapping;

  @Option(names = "--confirm", paramLabel = "REF", description = "the money of this one was seen")
  private @Nullable String confirm;

  @Option(names = "--officer", paramLabel = "NAME", description = "who says so")
  private @Nullable String officer;

  @Option(names = "--data", paramLabel = "DIR", description = "the data folder")
  private @Nullable Path data;

  PaymentsCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.tools = tools;
  }

  @Override
  Reply work() throws FaultException {
    if ((statement == null) != (mapping == null)) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "--statement and --mapping go together");
    }
    String who = officer == null ? TrustCommand.user() : officer;
    Map<String, Object> json = Reply.object();
    StringBuilder text = new StringBuilder();
    try (Tools.OpenFolder folder = tools.open(Optional.ofNullable(data))) {
      PaymentDesk desk = folder.paymentDesk();
      if (confirm != null) {
        Payment done = desk.confirm(confirm, who);
        json.put("confirmed", List.of(json(done)));
        text.append("confirmed: ").append(line(done)).append('\n');
      }
      if (statement != null && mapping != null) {
        reconcile(desk, who, statement, mapping, json, text);
      }
      List<Payment> waiting = desk.awaited();
      json.put("waiting", waiting.stream().map(PaymentsCommand::json).toList());
      text.append(waiting.size()).append(" waiting\n");
      waiting.forEach(each -> text.append("  ").append(line(each)).append('\n'));
    }
    return new Reply(json, text.toString().stripTrailing());
  }

  private static void reconcile(
      PaymentDesk desk,
      String who,
      Path statement,
      Path mapping,
      Map<String, Object> json,
      StringBuilder text)
      throws FaultException {
    Statement read = Statement.read(bytes(statement), StatementMapping.read(mapping(mapping)));
    Reconciliation found = desk.reconcile(read, who);
    List<Map<String, Object>> confirmed = new ArrayList<>();
    for (Reconciliation.Match match : found.confirmed()) {
      Map<String, Object> one = json(match.payment());
      one.put("bankId", match.row().id());
      confirmed.add(one);
      text.append("confirmed: ").append(line(match.payment())).append('\n');
    }
    List<Map<String, Object>> doubtful = new ArrayList<>();
    for (Reconciliation.Doubt doubt : found.doubtful()) {
      Map<String, Object> one = Reply.object();
      one.put("line", doubt.row().line());
      one.put("bankId", doubt.row().id());
      one.put("amount", doubt.row().amount());
      one.put("why", doubt.why().name());
      one.put("references", doubt.payments().stream().map(Payment::reference).toList());
      one.put("dossiers", doubt.payments().stream().map(each -> each.code().value()).toList());
      doubtful.add(one);
      text.append("doubtful: line ").append(doubt.row().line()).append(", ");
      text.append(doubt.why() == Reconciliation.Why.PAID ? "paid again" : doubt.why());
      text.append(", ").append(one.get("references"));
      text.append(" of ").append(one.get("dossiers")).append('\n');
    }
    json.merge(
        "confirmed",
        confirmed,
        (before, now) -> {
          List<Object> all = new ArrayList<>((List<?>) before);
          all.addAll((List<?>) now);
          return all;
        });
    json.put("doubtful", doubtful);
    json.put("foreign", found.foreign());
    json.put(
        "unread",
        read.unread().stream()
            .map(row -> Map.of("line", row.line(), "why", row.why().name()))
            .toList());
    text.append(found.foreign()).append(" transfers name no payment that waits; ");
    text.append(read.unread().size()).append(" rows could not be read\n");
    read.unread()
        .forEach(row ->
            text.append("  line ").append(row.line()).append(": ").append(row.why()).append('\n'));
  }

  private static byte[] bytes(Path file) throws FaultException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new FaultException(new PaymentFault.Statement(), unreadable);
    }
  }

  private static String mapping(Path file) throws FaultException {
    try {
      if (Files.size(file) > MAX_MAPPING) {
        throw new FaultException(new PaymentFault.Mapping(), "too long");
      }
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new FaultException(new PaymentFault.Mapping(), unreadable);
    }
  }

  private static Map<String, Object> json(Payment payment) {
    Map<String, Object> one = Reply.object();
    one.put("reference", payment.reference());
    one.put("dossier", payment.code().value());
    one.put("amount", payment.amount());
    one.put("asked", payment.asked().toString());
    return one;
  }

  private static String line(Payment payment) {
    return payment.reference() + "  " + payment.code() + "  " + payment.amount() + " đ";
  }
}
