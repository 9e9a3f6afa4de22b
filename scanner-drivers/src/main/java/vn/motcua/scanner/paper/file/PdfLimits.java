package vn.motcua.scanner.paper.file;

import java.time.Duration;

/**
 * How much one page of a PDF may cost.
 *
 * @param pixels of a page that is drawn; a larger one is drawn with fewer dots per inch
 * @param picture pixels of a picture on a page that is drawn
 * @param longest time for a page
 */
record PdfLimits(long pixels, long picture, Duration longest) {
  /** A2 at 300 dots per inch (144 MB while it is drawn), A3 at 600 (70 million), a minute. */
  static final PdfLimits USUAL = new PdfLimits(36_000_000, 100_000_000, Duration.ofSeconds(60));
}
