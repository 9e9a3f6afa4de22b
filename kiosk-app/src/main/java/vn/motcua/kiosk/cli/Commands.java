package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.scanner.FaultSentences;

/** All commands by name. Each is made only when it is asked for: making all takes a while. */
final class Commands {
  /**
   * A command.
   *
   * @param name as it is typed
   * @param make makes it
   */
  record Offer(String name, Supplier<Object> make) {}

  private Commands() {}

  /**
   * In the order in which help lists them.
   *
   * @param out standard output: answers only
   * @param sentences what people are told about faults
   * @param tools what the commands work with
   */
  static List<Offer> all(PrintStream out, FaultSentences sentences, Tools tools) {
    return List.of(
        new Offer("demo", () -> new DemoCommand(out, sentences, tools)),
        new Offer("run", () -> new RunCommand(out, sentences, tools)),
        new Offer("devices", () -> new DevicesCommand(out, sentences, tools)),
        new Offer("read-card", () -> new ReadCardCommand(out, sentences, tools)),
        new Offer("trust", () -> TrustCommand.line(out, sentences, tools)),
        new Offer("key", () -> KeyCommand.line(out, sentences, tools)),
        new Offer(
            "simulate-card", () -> new SimulateCardCommand(out, sentences, Clock.systemUTC())),
        new Offer("simulate-scanner", () -> new SimulateScannerCommand(out, sentences, System.in)),
        new Offer("scanner", () -> ScannerCommand.line(out, sentences, tools::pairingDesk)),
        new Offer("profile", () -> ProfileCommand.line(out, sentences, tools)),
        new Offer("language", () -> LanguageCommand.line(out, sentences, tools)),
        new Offer("scan", () -> new ScanCommand(out, sentences, tools)),
        new Offer(
            "lookup",
            () ->
                new LookupCommand(
                    out, sentences, tools, Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")))),
        new Offer("sources", () -> new SourcesCommand(out, sentences, tools)),
        new Offer("form", () -> new FormCommand(out, sentences, tools)),
        new Offer("print", () -> new PrintCommand(out, sentences, tools)),
        new Offer("payments", () -> new PaymentsCommand(out, sentences, tools)),
        new Offer("serials", () -> SerialsCommand.line(out, sentences, tools)),
        new Offer("queue", () -> new QueueCommand(out, sentences, tools)),
        new Offer("verify-receipt", () -> new VerifyReceiptCommand(out, sentences, tools)),
        new Offer("digitise", () -> new DigitiseCommand(out, sentences, tools)),
        new Offer(
            "separators",
            () -> new SeparatorsCommand(out, sentences, Resources::procedures, Clock.systemUTC())),
        new Offer(
            "read-back", () -> new ReadBackCommand(out, sentences, Clock.systemDefaultZone())),
        new Offer("sign", () -> new SignCommand(out, sentences, tools, Clock.systemUTC())),
        new Offer(
            "verify-pdf",
            () -> new VerifyPdfCommand(out, sentences, tools, Clock.systemDefaultZone())),
        new Offer(
            "audit", () -> AuditCommand.line(out, sentences, tools, Clock.systemDefaultZone())),
        new Offer("packages", () -> new PackagesCommand(out, sentences, tools)),
        new Offer("export-status", () -> new ExportStatusCommand(out, sentences, tools)),
        new Offer(
            "import", () -> new ImportCommand(out, sentences, tools, Clock.systemDefaultZone())),
        new Offer(
            "backup", () -> new BackupCommand(out, sentences, tools, Clock.systemDefaultZone())),
        new Offer("restore", () -> new RestoreCommand(out, sentences)),
        new Offer(
            "retention",
            () -> new RetentionCommand(out, sentences, tools, Clock.systemDefaultZone())),
        new Offer("helper", () -> HelperCommand.line(out, sentences, tools, Clock.systemUTC())),
        new Offer("catalogue", () -> new CatalogueCommand(out, sentences, tools)),
        new Offer("bench", () -> new BenchCommand(out, sentences, tools)));
  }
}
