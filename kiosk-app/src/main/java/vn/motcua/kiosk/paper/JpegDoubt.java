package vn.motcua.kiosk.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A second opinion on a JPEG whose decoder warned. Some scanners leave filling bytes before the end
 * marker; that harms nothing and must not stop a citizen's page.
 */
final class JpegDoubt {
  /** Only whether it warns is wanted, not the picture. */
  private static final int SKIP = 16;

  private JpegDoubt() {}

  static boolean isDamaged(byte[] jpeg) {
    AtomicBoolean damaged = new AtomicBoolean();
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
      reader.setInput(in, true, true);
      reader.addIIOReadWarningListener((source, warning) -> {
        if (!warning.contains("extraneous bytes before marker 0xd9")) {
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
}
