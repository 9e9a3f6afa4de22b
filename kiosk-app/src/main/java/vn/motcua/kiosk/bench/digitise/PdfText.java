package vn.motcua.kiosk.bench.digitise;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.scanner.FaultException;

/** What poppler finds in a PDF: the reader of neither side. */
final class PdfText {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Path folder;

  /**
   * @param folder for what is in between
   */
  PdfText(Path folder) {
    this.folder = folder;
  }

  /** The text of each of its pages. */
  List<String> pages(Path pdf, int pages) throws FaultException, IOException, InterruptedException {
    return split(run("pdftotext", "-enc", "UTF-8", pdf.toString(), "-"), pages);
  }

  /** The words of each page. */
  List<List<PlacedWord>> words(Path pdf) throws FaultException, IOException, InterruptedException {
    return PlacedWord.parse(
        run("pdftotext", "-enc", "UTF-8", "-bbox", "-cropbox", pdf.toString(), "-"));
  }

  private String run(String... command) throws FaultException, IOException, InterruptedException {
    ProgramRun run = new ProgramRun(List.of(command), Map.of(), folder.resolve("pdftotext"), LIMIT);
    run.run();
    return run.output();
  }

  /** As many texts as there are pages; they are ended or parted by form feeds. */
  static List<String> split(String text, int pages) {
    List<String> parts = new ArrayList<>(List.of(text.split("\f", -1)));
    while (parts.size() < pages) {
      parts.add("");
    }
    return List.copyOf(parts.subList(0, pages));
  }
}
