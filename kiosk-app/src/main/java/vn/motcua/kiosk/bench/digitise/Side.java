package vn.motcua.kiosk.bench.digitise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What one side made of a set of pages, and at what cost.
 *
 * @param spent the medians over the rounds
 * @param pdf of the last round
 * @param memory the most that its processes used, bytes
 * @param own each page's text as it says itself
 * @param found each page's text as poppler finds it in the PDF
 * @param placed each page's words as poppler finds them
 */
record Side(
    Spent spent,
    Path pdf,
    long memory,
    List<String> own,
    List<String> found,
    List<List<PlacedWord>> placed) {
  double pagesPerMinute(int pages) {
    return 60 * pages / spent.seconds();
  }

  double kilobytesPerPage(int pages) throws IOException {
    return Files.size(pdf) / 1000.0 / pages;
  }
}
