package vn.motcua.kiosk.paper.clean;

import static org.bytedeco.leptonica.global.leptonica.*;

import java.util.List;
import org.bytedeco.leptonica.BOX;
import org.bytedeco.leptonica.PIX;
import vn.motcua.kiosk.paper.clean.Marks.Mark;
import vn.motcua.kiosk.paper.page.Orientation;
import vn.motcua.kiosk.paper.pix.GreyPix;

/**
 * Settles how a page lies where its ink does not say it: a strip of it is read both ways. A tenth
 * of the time of reading the page, and only for pages whose {@link Posture#open} is not empty.
 */
public final class PostureProof {
  /** What a reader made of a strip. */
  public record Reading(double confidence, int letters) {}

  /** Reads an upright, straight strip of a page; its engine is the caller's. */
  public interface Reader {
    Reading read(GreyPix strip);
  }

  private static final double STRIP_MILLIMETRES = 32;
  private static final int LEAST_LETTERS = 8;

  /** Text on its feet has a mean confidence of 80 and more, on its head 25 to 45. */
  private static final double SURE = 65;

  private static final double SURER = 20;

  private PostureProof() {}

  /**
   * The posture, sure if one way of reading is clearly better; else as it was.
   *
   * @param page the one that {@code posture} tells of
   */
  public static Posture settle(Posture posture, GreyPix page, double dpi, Reader reader) {
    if (posture.sure() || posture.open().isEmpty()) {
      return posture;
    }
    boolean quarter = posture.open().contains(Orientation.TURN_LEFT);
    Orientation best = Orientation.UPRIGHT;
    double most = 0;
    double second = 0;
    try (GreyPix strip = strip(page, dpi, quarter)) {
      for (Orientation turn : posture.open()) {
        try (GreyPix turned = strip.upright(turn);
            GreyPix wide = rimmed(turned);
            GreyPix straight = wide.turned(posture.degrees() == 0 ? 0.001 : posture.degrees())) {
          Reading reading = reader.read(straight);
          double confidence = reading.letters() >= LEAST_LETTERS ? reading.confidence() : 0;
          second = Math.max(second, Math.min(most, confidence));
          best = confidence > most ? turn : best;
          most = Math.max(most, confidence);
        }
      }
    }
    return most >= SURE && most >= second + SURER
        ? new Posture(best, posture.degrees(), true, List.of())
        : posture;
  }

  /** Where the most letters are, from one side of the page to the other. */
  private static GreyPix strip(GreyPix page, double dpi, boolean quarter) {
    Lines lines = Lines.of(page, dpi);
    Raster small = lines.page();
    int length = quarter ? small.width() : small.height();
    int high = Math.min(length, (int) small.pixels(STRIP_MILLIMETRES));
    int[] letters = new int[length + 1];
    List<Mark> marks = lines.marks().all();
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      int middle = quarter ? mark.left() + mark.right() : mark.top() + mark.bottom();
      letters[middle / 2 + 1] += lines.text()[i] ? 1 : 0;
    }
    for (int i = 1; i <= length; i++) {
      letters[i] += letters[i - 1];
    }
    int from = 0;
    for (int i = 0; i + high <= length; i++) {
      from = letters[i + high] - letters[i] > letters[from + high] - letters[from] ? i : from;
    }
    int start = from * small.reduction();
    int thick = high * small.reduction();
    try (BOX box =
        quarter
            ? boxCreate(start, 0, thick, page.height())
            : boxCreate(0, start, page.width(), thick)) {
      PIX cut = pixClipRectangle(page.pix(), box, (BOX) null);
      return new GreyPix(cut);
    }
  }

  /** With white paper around it, so that nothing is lost when it is turned. */
  private static GreyPix rimmed(GreyPix strip) {
    int rim = strip.height() / 4;
    return new GreyPix(pixAddBorder(strip.pix(), rim, 255));
  }
}
