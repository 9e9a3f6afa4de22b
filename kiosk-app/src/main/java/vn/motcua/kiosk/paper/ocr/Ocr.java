package vn.motcua.kiosk.paper.ocr;

import static org.bytedeco.tesseract.global.tesseract.*;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.tesseract.ETEXT_DESC;
import org.bytedeco.tesseract.FileReader;
import org.bytedeco.tesseract.ResultIterator;
import org.bytedeco.tesseract.StringVector;
import org.bytedeco.tesseract.TessBaseAPI;
import vn.motcua.kiosk.paper.pix.GreyPix;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/**
 * One Tesseract engine, in this process. It serves one thread at a time and keeps about 40 MB
 * outside the Java heap until {@link #close}.
 */
public final class Ocr implements AutoCloseable {
  /** The language whose data are shipped. */
  public static final String SHIPPED = "vi";

  /** Dots per inch at which it reads best: at 300 more letters are wrong, at 150 many more. */
  public static final double DPI = 200;

  /** A page that takes longer (noise, a photograph) is left without the rest of its text. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final TessBaseAPI engine = new TessBaseAPI();

  /**
   * Starts an engine with the language data that are shipped.
   *
   * @param language BCP 47; {@code vi} is shipped, and reads English letters as well
   * @throws FaultException with {@link LanguageMissing}
   */
  public Ocr(String language) throws FaultException {
    byte[] data = data(language);
    int failed;
    try (BytePointer bytes = new BytePointer(data);
        BytePointer name = new BytePointer("vie")) {
      failed =
          engine.Init(
              bytes,
              data.length,
              name,
              OEM_LSTM_ONLY,
              (PointerPointer<?>) null,
              0,
              (StringVector) null,
              (StringVector) null,
              false,
              (FileReader) null);
    }
    if (failed != 0) {
      engine.close();
      throw new IllegalStateException("Tesseract does not take the language data that are shipped");
    }
    engine.SetPageSegMode(PSM_AUTO);
    // Light letters on dark ground are rare on forms, and looking for them doubles the work.
    engine.SetVariable("tessedit_do_invert", "0");
    // Paragraphs are not asked for; told by their text they cost a fiftieth of all.
    engine.SetVariable("paragraph_text_based", "0");
  }

  private static byte[] data(String language) throws FaultException {
    if (!language.equals(SHIPPED)) {
      throw new FaultException(new LanguageMissing(language));
    }
    try (InputStream in = Ocr.class.getResourceAsStream("vie.traineddata")) {
      if (in == null) {
        throw new FaultException(new LanguageMissing(language));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads an upright, straight page of about {@link #DPI}.
   *
   * @param xPoints the width of a pixel in points
   * @param yPoints the height of a pixel in points
   * @return what was read; not complete if somebody asked to stop
   */
  public PageText read(GreyPix page, double xPoints, double yPoints, Cancellation cancellation) {
    try (Deadline deadline = new Deadline(cancellation);
        GreyPix white = WhitePaper.of(page)) {
      engine.SetImage(white.pix());
      engine.SetSourceResolution((int) DPI);
      boolean complete = engine.Recognize(deadline.monitor) == 0;
      return complete ? text(xPoints, yPoints) : new PageText(List.of(), false, false);
    } finally {
      engine.Clear();
    }
  }

  private PageText text(double xPoints, double yPoints) {
    List<Word> words = new ArrayList<>();
    int tall = 0;
    int wide = 0;
    try (ResultIterator at = engine.GetIterator()) {
      if (at == null || at.isNull()) {
        return PageText.NONE;
      }
      int line = -1;
      int block = -1;
      Box area = new Box();
      Box row = new Box();
      Box box = new Box();
      double[] baseline = new double[2];
      do {
        if (at.Empty(RIL_WORD)) {
          continue;
        }
        // Told by their boxes: to ask the iterator where a line begins walks the page anew.
        if (area.moved(at, RIL_BLOCK)) {
          block++;
        }
        if (row.moved(at, RIL_TEXTLINE)) {
          line++;
          baselineOf(at, baseline, row);
        }
        String text = text(at);
        if (text.isBlank() || !box.of(at, RIL_WORD)) {
          continue;
        }
        // Of words with some length: a single letter is always tall.
        if (text.length() >= 3) {
          boolean upright = box.right[0] - box.left[0] >= box.bottom[0] - box.top[0];
          wide += upright ? 1 : 0;
          tall += upright ? 0 : 1;
        }
        words.add(
            new Word(
                text,
                box.left[0] * xPoints,
                box.right[0] * xPoints,
                (baseline[0] + baseline[1] * box.left[0]) * yPoints,
                (row.bottom[0] - row.top[0]) * yPoints,
                line,
                block,
                at.Confidence(RIL_WORD)));
      } while (at.Next(RIL_WORD));
    }
    return new PageText(words, tall > wide, true);
  }

  private static String text(ResultIterator at) {
    BytePointer utf8 = at.GetUTF8Text(RIL_WORD);
    if (utf8 == null || utf8.isNull()) {
      return "";
    }
    try {
      return Normalizer.normalize(
          utf8.getString(StandardCharsets.UTF_8).strip(), Normalizer.Form.NFC);
    } finally {
      TessDeleteText(utf8);
    }
  }

  /** The line's base line as y = out[0] + out[1] * x. */
  private static void baselineOf(ResultIterator at, double[] out, Box row) {
    int[] x1 = new int[1];
    int[] y1 = new int[1];
    int[] x2 = new int[1];
    int[] y2 = new int[1];
    if (at.Baseline(RIL_TEXTLINE, x1, y1, x2, y2) && x2[0] > x1[0]) {
      out[1] = (double) (y2[0] - y1[0]) / (x2[0] - x1[0]);
      out[0] = y1[0] - out[1] * x1[0];
    } else {
      out[1] = 0;
      out[0] = row.bottom[0];
    }
  }

  @Override
  public void close() {
    engine.End();
    engine.close();
  }

  /** Where something stands on the page, in pixels. */
  private static final class Box {
    private final int[] left = new int[1];
    private final int[] top = new int[1];
    private final int[] right = new int[1];
    private final int[] bottom = new int[1];

    private boolean of(ResultIterator at, int level) {
      return at.BoundingBox(level, left, top, right, bottom);
    }

    /** Whether it is another box than before. */
    private boolean moved(ResultIterator at, int level) {
      int oldLeft = left[0];
      int oldTop = top[0];
      int oldRight = right[0];
      int oldBottom = bottom[0];
      return of(at, level)
          && (left[0] != oldLeft
              || top[0] != oldTop
              || right[0] != oldRight
              || bottom[0] != oldBottom);
    }
  }

  /** The moment at which Tesseract gives up: the time of a page, or somebody's wish to stop. */
  private static final class Deadline implements AutoCloseable {
    private final ETEXT_DESC monitor = new ETEXT_DESC();
    private boolean open = true;

    private Deadline(Cancellation cancellation) {
      monitor.set_deadline_msecs((int) LONGEST.toMillis());
      cancellation.onCancel(this::now);
    }

    /** The wish may come long after the page is done and the native memory given back. */
    private synchronized void now() {
      if (open) {
        monitor.set_deadline_msecs(1);
      }
    }

    @Override
    public synchronized void close() {
      open = false;
      monitor.close();
    }
  }
}
