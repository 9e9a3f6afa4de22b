package vn.motcua.kiosk.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.ImportDesk;
import vn.motcua.kiosk.oldsystem.ImportFault;
import vn.motcua.kiosk.oldsystem.ImportMapping;
import vn.motcua.kiosk.oldsystem.ImportReport;
import vn.motcua.kiosk.oldsystem.ImportTotals;
import vn.motcua.kiosk.oldsystem.OldProcedures;
import vn.motcua.kiosk.oldsystem.RowReader;
import vn.motcua.kiosk.oldsystem.RowResult;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.kiosk.table.CsvTable;
import vn.motcua.kiosk.table.TableLimits;
import vn.motcua.kiosk.table.TableRow;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code import}: takes over dossiers of an older one-stop system. */
@Command(
    name = "import",
    description = "Takes over dossiers of an older system from a CSV; see docs/exchange.md.")
final class ImportCommand extends JsonCommand {
  /** Rows of one transaction. */
  private static final int TOGETHER = 200;

  /** Rows that the answer itself names; all of them stand in the report. */
  private static final int TOLD = 50;

  private static final long LONGEST_MAPPING = 1_000_000;

  private final Tools tools;
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE.csv", description = "the table")
  private Path file = Path.of("");

  @Option(
      names = "--mapping",
      required = true,
      paramLabel = "FILE.json",
      description = "which column says what")
  private Path mapping = Path.of("");

  @Option(names = "--dry-run", description = "does the same and undoes it")
  private boolean dry;

  @Option(
      names = "--report",
      paramLabel = "OUT",
      description = "a line for each row; CSV if it is called so, JSON otherwise")
  private @Nullable Path report;

  @Option(names = "--data", paramLabel = "DIR", description = "the data folder")
  private @Nullable Path data;

  ImportCommand(PrintStream out, FaultSentences sentences, Tools tools, Clock clock) {
    super(out, sentences);
    this.tools = tools;
    this.clock = clock;
  }

  @Override
  Reply work() throws FaultException {
    if (report != null) {
      OutFile.check(spec, "--report", report, List.of(file, mapping));
    }
    ImportMapping known = mapping();
    String sha256 = hash();
    try (Tools.OpenFolder folder = tools.openOrMake(Optional.ofNullable(data))) {
      ImportDesk desk = folder.importDesk(TrustCommand.user(), sha256, dry, new SecureRandom());
      return run(desk, known, sha256);
    }
  }

  private Reply run(ImportDesk desk, ImportMapping known, String sha256) throws FaultException {
    RowReader reader =
        new RowReader(known, new OldProcedures(Resources.procedures()), LocalDateTime.now(clock));
    ImportTotals totals = new ImportTotals();
    List<RowResult> told = new ArrayList<>();
    MessageDigest read = sha256();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), read);
        CsvTable table =
            CsvTable.open(
                bytes,
                known.encoding(),
                known.separator(),
                Set.copyOf(known.columns().values()),
                TableLimits.USUAL);
        ImportReport rows = new ImportReport(reportWriter(), isCsv())) {
      List<RowReader.Outcome> some = new ArrayList<>();
      Optional<TableRow> row = table.next();
      while (row.isPresent()) {
        some.add(reader.read(row.get()));
        row = table.next();
        if (some.size() == TOGETHER || row.isEmpty()) {
          for (RowResult result : desk.take(some)) {
            totals.add(result);
            rows.add(result);
            if (told.size() < TOLD && result.what() != RowResult.What.TAKEN) {
              told.add(result);
            }
          }
          some.clear();
        }
      }
      bytes.transferTo(OutputStream.nullOutputStream());
      if (!HexFormat.of().formatHex(read.digest()).equals(sha256)) {
        throw new FaultException(new ImportFault.Changed());
      }
      Map<String, Object> json = Reply.object();
      json.put("dryRun", dry);
      json.putAll(totals.json(sha256, unknown(table, known), table.endsWhole()));
      rows.finish(json);
      return reply(json, told);
    } catch (IOException trouble) {
      throw new FaultException(new ImportFault.File(), trouble);
    } finally {
      settleReport();
    }
  }

  private static List<String> unknown(CsvTable table, ImportMapping known) {
    return table.heading().stream()
        .filter(column -> !known.columns().containsValue(column))
        .filter(column -> !known.ignored().contains(column))
        .toList();
  }

  private static Reply reply(Map<String, Object> json, List<RowResult> told) {
    StringBuilder text = new StringBuilder();
    json.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    List<Map<String, Object>> named = new ArrayList<>();
    for (RowResult row : told) {
      Map<String, Object> one = Reply.object();
      one.put("line", row.line());
      one.put("code", row.code());
      one.put("result", row.what().name());
      one.put("why", row.why());
      one.put("fields", row.fields());
      named.add(one);
      text.append(one).append('\n');
    }
    json.put("first", named);
    return new Reply(json, text.toString().stripTrailing());
  }

  private ImportMapping mapping() throws FaultException {
    try {
      if (Files.size(mapping) > LONGEST_MAPPING) {
        throw new FaultException(new ImportFault.Mapping(), "too long");
      }
      String text = Files.readString(mapping);
      return ImportMapping.read(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (IOException unreadable) {
      throw new FaultException(new ImportFault.Mapping(), unreadable);
    }
  }

  private String hash() throws FaultException {
    MessageDigest sha256 = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(sha256.digest());
    } catch (IOException unreadable) {
      throw new FaultException(new ImportFault.File(), unreadable);
    }
  }

  private boolean isCsv() {
    return report != null && report.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private Writer reportWriter() throws IOException {
    if (report == null) {
      return Writer.nullWriter();
    }
    return Files.newBufferedWriter(part(report), StandardCharsets.UTF_8);
  }

  /** The report has its name once it is whole, or as far as it came. */
  private void settleReport() throws FaultException {
    if (report != null && Files.exists(part(report))) {
      try {
        Files.move(part(report), report, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException trouble) {
        throw Durable.fault(trouble, part(report));
      }
    }
  }

  private static Path part(Path report) {
    return report.resolveSibling(report.getFileName() + ".part");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
