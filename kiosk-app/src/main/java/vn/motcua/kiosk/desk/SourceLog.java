package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.source.ImportReport;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.scanner.FaultException;

/**
 * The report beside the data: {@code sources/ID.report.json} tells what became of the newest files
 * of a source, row by row, and can be read while the program runs.
 */
public final class SourceLog {
  private static final Logger LOG = LoggerFactory.getLogger(SourceLog.class);
  private static final int MOST_FILES = 50;
  private static final long LONGEST = 8 << 20;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;

  /**
   * @param folder the data folder
   */
  public SourceLog(Path folder, String id) {
    file = folder.resolve("sources").resolve(id + ".report.json");
  }

  /** Where it is. */
  public Path file() {
    return file;
  }

  private record Whole(List<SourceStatus.TakenFile> files) {}

  /** Adds what became of a file, before all others. A report that cannot be written is no harm. */
  public synchronized void add(ImportReport report) {
    List<SourceStatus.TakenFile> files = new ArrayList<>(read());
    files.addFirst(
        new SourceStatus.TakenFile(
            report.note().name(),
            report.note().at().toString(),
            report.note().rows(),
            report.newer(),
            report.note().refused(),
            report.note().fault(),
            report.bad().stream()
                .map(bad -> new SourceStatus.BadLine(bad.line(), bad.why()))
                .toList()));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Whole whole = new Whole(files.subList(0, Math.min(files.size(), MOST_FILES)));
      Durable.write(file, JSON.writeValueAsString(whole).getBytes(StandardCharsets.UTF_8));
    } catch (IOException | FaultException trouble) {
      LOG.warn("a report of a source could not be written: {}", trouble.getMessage());
    }
  }

  /** The newest files first; none if there is no report or it cannot be read. */
  public List<SourceStatus.TakenFile> read() {
    try {
      return Files.size(file) > LONGEST
          ? List.of()
          : JSON.readValue(Files.readString(file), Whole.class).files();
    } catch (IOException | JacksonException none) {
      return List.of();
    }
  }
}
