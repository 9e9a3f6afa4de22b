package vn.motcua.scanner.paper;

import static org.bytedeco.leptonica.global.leptonica.pixDestroy;
import static org.bytedeco.leptonica.global.leptonica.pixReadMemJpeg;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;

/**
 * Whether a JPEG's picture is spoiled. Leptonica's decoder goes on in silence over half of all
 * damage; the JDK's says when letters of the code were left over. Some scanners leave filling bytes
 * before the end marker: that harms nothing and must not stop a citizen's page. Costs about 70 ms
 * for an A4 page of 300 dpi.
 */
public final class JpegDoubt {
  /** Only whether it warns is wanted, not the picture. */
  private static final int SKIP = 16;

  /** The words of the JDK's JPEG library. */
  private static final Pattern SURPLUS =
      Pattern.compile("(\\d{1,8}) extraneous bytes before marker 0xd9");

  private JpegDoubt() {}

  /**
   * What a driver asks of every page before it is acknowledged: is there code for the whole
   * picture? Leptonica's decoder is asked first, at an eighth of the size, which takes some ten
   * milliseconds; only where it hesitates is the picture looked at in full.
   */
  public static boolean isCutShort(byte[] jpeg) {
    return QuickLook.hesitates(jpeg) && isDamaged(jpeg);
  }

  /** Asks libjpeg-turbo whether it had to make up anything. */
  private static final class QuickLook {
    private static final int EIGHTH = 8;

    private QuickLook() {}

    static boolean hesitates(byte[] jpeg) {
      try (BytePointer bytes = new BytePointer(jpeg);
          IntPointer warnings = new IntPointer(1)) {
        warnings.put(0);
        PIX picture = pixReadMemJpeg(bytes, jpeg.length, 0, EIGHTH, warnings, 0);
        if (picture == null) {
          return true;
        }
        pixDestroy(picture);
        return warnings.get() > 0;
      } catch (LinkageError missing) {
        return true;
      }
    }
  }

  /** Whether any of its picture is spoiled. Most pictures are cleared by a quick walk. */
  public static boolean isDamaged(byte[] jpeg) {
    return !HuffmanWalk.isSound(jpeg) && isDamagedDecoded(jpeg);
  }

  static boolean isDamagedDecoded(byte[] jpeg) {
    AtomicBoolean damaged = new AtomicBoolean();
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
      reader.setInput(in, true, true);
      reader.addIIOReadWarningListener((source, warning) -> {
        if (!isFilling(warning, jpeg)) {
          damaged.set(true);
        }
      });
      ImageReadParam sparse = reader.getDefaultReadParam();
      sparse.setSourceSubsampling(SKIP, SKIP, 0, 0);
      reader.read(0, sparse);
    } catch (IOException | RuntimeException e) {
      return true;
    } finally {
      reader.dispose();
    }
    return damaged.get();
  }

  /** As many bytes too many as there are zeros before the end: filling, not damage. */
  private static boolean isFilling(String warning, byte[] jpeg) {
    Matcher surplus = SURPLUS.matcher(warning);
    return surplus.find() && Integer.parseInt(surplus.group(1)) <= filling(jpeg);
  }

  private static int filling(byte[] jpeg) {
    int end = jpeg.length - 2;
    while (end > 0 && !((jpeg[end] & 0xFF) == 0xFF && (jpeg[end + 1] & 0xFF) == 0xD9)) {
      end--;
    }
    int start = end;
    while (start > 0 && jpeg[start - 1] == 0) {
      start--;
    }
    return end - start;
  }
}
