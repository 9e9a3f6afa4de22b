package vn.motcua.kiosk.ui.counter;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.motcua.kiosk.paper.TestPages;

/** Pictures of a separator sheet and of a filled form, A4 at 200 dpi. */
final class ScannedSheets {
  private static final int DPI = 200;

  private ScannedSheets() {}

  static byte[] sheet(Path folder, String qr) throws IOException {
    BufferedImage page = blank();
    try {
      BitMatrix code =
          new QRCodeWriter()
              .encode(
                  qr,
                  BarcodeFormat.QR_CODE,
                  420,
                  420,
                  Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
      for (int y = 0; y < code.getHeight(); y++) {
        for (int x = 0; x < code.getWidth(); x++) {
          if (code.get(x, y)) {
            page.setRGB(600 + x, 900 + y, 0);
          }
        }
      }
    } catch (WriterException impossible) {
      throw new IllegalStateException(impossible);
    }
    return jpeg(folder, page);
  }

  static byte[] form(Path folder, List<String> lines) throws IOException {
    BufferedImage page = blank();
    Graphics2D pen = page.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.BLACK);
    try (InputStream tinos =
        ScannedSheets.class.getResourceAsStream("/vn/motcua/kiosk/fonts/Tinos-Regular.ttf")) {
      pen.setFont(Font.createFont(Font.TRUETYPE_FONT, tinos).deriveFont(13 / 72f * DPI));
    } catch (FontFormatException impossible) {
      throw new IllegalStateException(impossible);
    }
    int y = 260;
    for (String line : lines) {
      pen.drawString(line, 190, y);
      y += 80;
    }
    pen.dispose();
    return jpeg(folder, page);
  }

  private static BufferedImage blank() {
    BufferedImage page = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 1654, 2339);
    pen.dispose();
    return page;
  }

  private static byte[] jpeg(Path folder, BufferedImage page) throws IOException {
    return Files.readAllBytes(TestPages.jpeg(folder.resolve("page.jpg"), page, DPI));
  }
}
