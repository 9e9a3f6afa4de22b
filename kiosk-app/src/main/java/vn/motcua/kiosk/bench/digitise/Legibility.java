package vn.motcua.kiosk.bench.digitise;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * How like the scan the text of a small page still is, both shown at 200 % (144 dots per inch):
 * mean SSIM (Wang, Bovik, Sheikh, Simoncelli 2004) of the windows that lie on words.
 */
final class Legibility {
  /** 1 is PDF's own unit, 72 dots per inch: 100 %. */
  private static final float SCALE = 2;

  private static final int WINDOW = 8;
  private static final int STEP = 4;
  private static final double C1 = 0.01 * 255 * 0.01 * 255;
  private static final double C2 = 0.03 * 255 * 0.03 * 255;

  private Legibility() {}

  /**
   * @param scan the PDF with the scanner's own pictures
   * @param small the PDF that is judged; its pages have the same sizes
   * @param words where text is, for each page
   * @return for each page, not a number without words
   */
  static double[] of(Path scan, Path small, List<List<PlacedWord>> words) throws IOException {
    try (PDDocument one = Loader.loadPDF(scan.toFile());
        PDDocument other = Loader.loadPDF(small.toFile())) {
      double[] alike = new double[words.size()];
      PDFRenderer first = new PDFRenderer(one);
      PDFRenderer second = new PDFRenderer(other);
      for (int i = 0; i < alike.length; i++) {
        alike[i] =
            words.get(i).isEmpty()
                ? Double.NaN
                : ssim(
                    first.renderImage(i, SCALE, ImageType.GRAY),
                    second.renderImage(i, SCALE, ImageType.GRAY),
                    words.get(i));
      }
      return alike;
    }
  }

  /** The measure itself, over the words of one page that was shown twice. */
  static double ssim(BufferedImage scan, BufferedImage small, List<PlacedWord> words) {
    int width = Math.min(scan.getWidth(), small.getWidth());
    int height = Math.min(scan.getHeight(), small.getHeight());
    boolean[] counted = new boolean[width * height];
    double sum = 0;
    int windows = 0;
    for (PlacedWord word : words) {
      int right = Math.min((int) (word.right() * SCALE), width - WINDOW);
      int bottom = Math.min((int) (word.bottom() * SCALE), height - WINDOW);
      for (int y = stepped(word.top()); y < bottom; y += STEP) {
        for (int x = stepped(word.left()); x < right; x += STEP) {
          if (!counted[y * width + x]) {
            counted[y * width + x] = true;
            sum += window(scan, small, x, y);
            windows++;
          }
        }
      }
    }
    return windows == 0 ? Double.NaN : sum / windows;
  }

  /** Windows of all words lie on one grid, so that none counts twice. */
  private static int stepped(double points) {
    return Math.max(0, (int) (points * SCALE) / STEP * STEP);
  }

  private static double window(BufferedImage scan, BufferedImage small, int left, int top) {
    double n = WINDOW * WINDOW;
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int y = top; y < top + WINDOW; y++) {
      for (int x = left; x < left + WINDOW; x++) {
        int p = scan.getRaster().getSample(x, y, 0);
        int q = small.getRaster().getSample(x, y, 0);
        a += p;
        b += q;
        aa += p * p;
        bb += q * q;
        ab += p * q;
      }
    }
    double ma = a / n;
    double mb = b / n;
    double va = aa / n - ma * ma;
    double vb = bb / n - mb * mb;
    double cov = ab / n - ma * mb;
    return (2 * ma * mb + C1) * (2 * cov + C2) / ((ma * ma + mb * mb + C1) * (va + vb + C2));
  }
}
