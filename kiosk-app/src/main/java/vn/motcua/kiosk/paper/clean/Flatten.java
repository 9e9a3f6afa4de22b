package vn.motcua.kiosk.paper.clean;

import static org.bytedeco.leptonica.global.leptonica.*;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.leptonica.PIX;
import vn.motcua.kiosk.paper.pix.ColourPix;
import vn.motcua.kiosk.paper.pix.GreyPix;

/**
 * Makes the paper evenly light: takes away shadows, folds and the grey of a photocopy, and leaves
 * the ink as much darker than its paper as it was. For reading and for the screen; what goes into
 * the archive stays as scanned.
 */
public final class Flatten {
  private static final double DPI = 50;

  /** To this lightness the paper is brought. */
  private static final int PAPER = 245;

  /** Tesseract finds its own threshold in places; only what varies more than this disturbs it. */
  private static final double EVEN = 0.8;

  /** The darkest twentieth of a page may be a picture or a stamp. */
  private static final double LOW = 0.05;

  private static final double HIGH = 0.9;

  /** Within 4 mm hardly any shadow falls off faster. */
  private static final double COVERED = 0.6;

  /** A page that is mostly dark is a picture: to flatten it would spoil it. */
  private static final double DARK = 60;

  private final Raster small;
  private final Ground ground;

  private Flatten(Raster small, Ground ground) {
    this.small = small;
    this.ground = ground;
  }

  /**
   * Looks where the paper is how light; a millisecond or two.
   *
   * @param dpi of the picture, from 50
   */
  public static Flatten of(GreyPix page, double dpi) {
    Raster small = Raster.of(page, dpi, DPI);
    return new Flatten(small, Ground.of(small, COVERED));
  }

  /** Whether the light is so uneven that reading suffers; most scans need nothing. */
  public boolean needed() {
    return evenness() < EVEN && ground.usual() > DARK;
  }

  /** How light the darker places of the paper are beside the lighter ones, 0 to 1. */
  double evenness() {
    float[] sorted = ground.sorted();
    return sorted[(int) (sorted.length * LOW)] / sorted[(int) (sorted.length * HIGH)];
  }

  /** The page that was looked at, or one of the same size, in even light. */
  public GreyPix apply(GreyPix page) {
    PIX factors = factors();
    try {
      return new GreyPix(
          pixApplyInvBackgroundGrayMap(page.pix(), factors, small.reduction(), small.reduction()));
    } finally {
      pixDestroy(factors);
    }
  }

  /** The same in colour: all channels alike, so that red stays red and yellow paper yellow. */
  public ColourPix apply(ColourPix page) {
    PIX factors = factors();
    try {
      return new ColourPix(
          pixApplyInvBackgroundRGBMap(
              page.pix(), factors, factors, factors, small.reduction(), small.reduction()));
    } finally {
      pixDestroy(factors);
    }
  }

  /** What each pixel is to be multiplied by, in 1/256, one for each pixel of the small picture. */
  private PIX factors() {
    PIX factors = pixCreate(small.width() + 1, small.height() + 1, 16);
    if (GreyPix.isNull(factors)) {
      throw new IllegalStateException("no native memory for a page");
    }
    float[] row = new float[small.width()];
    int words = factors.wpl();
    BytePointer data = new BytePointer(pixGetData(factors));
    byte[] bytes = new byte[words * 4];
    for (int y = 0; y <= small.height(); y++) {
      ground.row(Math.min(y, small.height() - 1), row);
      for (int x = 0; x <= small.width(); x++) {
        int factor = Math.round(256 * PAPER / row[Math.min(x, small.width() - 1)]);
        // Two 16-bit values a word, the left one in its higher half, in this machine's order.
        int at = (x & ~1) * 2 + ((x & 1) == 0 ? 2 : 0);
        bytes[at] = (byte) factor;
        bytes[at + 1] = (byte) (factor >> 8);
      }
      data.position((long) y * bytes.length).put(bytes, 0, bytes.length);
    }
    return factors;
  }
}
