package vn.motcua.scanner.barcode.image;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

/** Pictures with codes on them. */
final class DrawnCodes {
  private DrawnCodes() {}

  /** White paper with the grain of a scanner. */
  static BufferedImage paper(int width, int height) {
    BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Random random = new Random(1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int grey = 238 + random.nextInt(17);
        page.setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    return page;
  }

  /** The modules of a code with exactly these bytes in it, and no word about their charset. */
  static BitMatrix modules(BarcodeFormat format, byte[] content, int width, int height) {
    try {
      return new MultiFormatWriter()
          .encode(
              new String(content, StandardCharsets.ISO_8859_1),
              format,
              width,
              height,
              Map.of(EncodeHintType.MARGIN, 4));
    } catch (WriterException e) {
      throw new AssertionError(e);
    }
  }

  /** Draws modules of {@code size} pixels, turned by so many quarters. */
  static void draw(BufferedImage page, BitMatrix code, int left, int top, int size, int quarters) {
    Graphics2D pen = page.createGraphics();
    int w = code.getWidth() * size;
    int h = code.getHeight() * size;
    pen.translate(left, top);
    switch (quarters) {
      case 1 -> pen.translate(h, 0);
      case 2 -> pen.translate(w, h);
      case 3 -> pen.translate(0, w);
      default -> {}
    }
    pen.rotate(quarters * Math.PI / 2);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, w, h);
    pen.setColor(new Color(25, 25, 25));
    for (int y = 0; y < code.getHeight(); y++) {
      for (int x = 0; x < code.getWidth(); x++) {
        if (code.get(x, y)) {
          pen.fillRect(x * size, y * size, size, size);
        }
      }
    }
    pen.dispose();
  }
}
