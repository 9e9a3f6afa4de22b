package vn.motcua.kiosk.paper.split;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import vn.motcua.kiosk.paper.page.BadPageException;
import vn.motcua.kiosk.paper.pix.ColourPix;
import vn.motcua.kiosk.paper.pix.GreyPix;
import vn.motcua.kiosk.paper.pix.JpegPixels;
import vn.motcua.kiosk.paper.pix.NativePix;

/** Pages drawn in millimetres, then scanned: aslant, blurred, noisy, copied, stamped. */
final class DrawnPages {
  private static final Font FACE = face();
  private static final String WORDS =
      "Ủy ban nhân dân xã Đồng Bưng xác nhận ông bà có tên dưới đây thường trú tại thôn Lũng Vài "
          + "đề nghị đăng ký khai sinh kết hôn chứng thực bản sao từ bản chính hộ tịch 051191407263 "
          + "năm hai nghìn không trăm hai mươi sáu IIII llll 1111 ####";

  /**
   * How a page is scanned.
   *
   * @param turn quarters to the right
   * @param blur 0 for none, 1 for a usual scanner
   * @param noise grey levels
   * @param copied a photocopy of a photocopy: hard edges, spread ink, specks
   */
  record Scan(int dpi, double skew, int turn, double blur, double noise, boolean copied) {
    static Scan clean(int dpi) {
      return new Scan(dpi, 0, 0, 0, 0, false);
    }

    static Scan usual(int dpi, Random random) {
      return new Scan(dpi, random.nextDouble(-5, 5), 0, 0.7, 6, false);
    }

    Scan turned(int quarters) {
      return new Scan(dpi, skew, quarters, blur, noise, copied);
    }
  }

  /** Draws on a page in millimetres. */
  @FunctionalInterface
  interface Drawing {
    void on(Graphics2D pen);
  }

  private DrawnPages() {}

  private static Font face() {
    try (InputStream file =
        DrawnPages.class.getResourceAsStream("/vn/motcua/kiosk/fonts/Tinos-Regular.ttf")) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (IOException | FontFormatException e) {
      throw new AssertionError(e);
    }
  }

  static GreyPix scanned(Scan scan, Random random, Drawing... drawings) {
    try {
      NativePix page = JpegPixels.decode(jpeg(scan, random, drawings), 1);
      if (page instanceof ColourPix colour) {
        try (colour) {
          return colour.red();
        }
      }
      return (GreyPix) page;
    } catch (BadPageException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] jpeg(Scan scan, Random random, Drawing... drawings) {
    boolean lying = scan.turn % 2 == 1;
    int width = (int) ((lying ? 297 : 210) * scan.dpi / 25.4);
    int height = (int) ((lying ? 210 : 297) * scan.dpi / 25.4);
    BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = page.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.translate(width / 2.0 + random.nextDouble(), height / 2.0 + random.nextDouble());
    pen.rotate(Math.toRadians(scan.skew) + scan.turn * Math.PI / 2);
    pen.scale(scan.dpi / 25.4, scan.dpi / 25.4);
    pen.translate(-105, -148.5);
    pen.setColor(new Color(30, 30, 30));
    for (Drawing drawing : drawings) {
      drawing.on(pen);
    }
    pen.dispose();
    BufferedImage seen = scan.blur > 0 ? blurred(page, scan.blur) : page;
    degrade(seen, scan, random);
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(seen, "jpg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage blurred(BufferedImage page, double sigma) {
    float side = (float) Math.exp(-1 / (2 * sigma * sigma));
    float sum = 1 + 2 * side;
    float[] line = {side / sum, 1 / sum, side / sum};
    BufferedImage across =
        new ConvolveOp(new Kernel(3, 1, line), ConvolveOp.EDGE_NO_OP, null).filter(page, null);
    return new ConvolveOp(new Kernel(1, 3, line), ConvolveOp.EDGE_NO_OP, null).filter(across, null);
  }

  private static void degrade(BufferedImage page, Scan scan, Random random) {
    byte[] pixels = ((DataBufferByte) page.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      double grey = pixels[i] & 0xFF;
      if (scan.copied) {
        // Contrast of a copier, ink that spreads, grey ground.
        grey = Math.clamp((grey - 150) * 2.2 + 128, 25, 226);
      }
      if (scan.noise > 0) {
        grey += (random.nextInt(2048) / 1024.0 - 1) * scan.noise * 1.7;
      }
      if (scan.copied && (random.nextInt() & 0xFFF) < 6) {
        grey = random.nextBoolean() ? 20 : 235;
      }
      pixels[i] = (byte) Math.clamp(grey, 0, 255);
    }
  }

  /** A page of text from {@code top} to {@code bottom}. */
  static Drawing text(double top, double bottom, Random random) {
    float size = (float) random.nextDouble(3.6, 5.2);
    double leading = size * random.nextDouble(1.05, 1.5);
    String[] words = WORDS.split(" ");
    return pen -> {
      pen.setFont(FACE.deriveFont(size));
      for (double y = top; y < bottom; y += leading) {
        StringBuilder line = new StringBuilder();
        while (pen.getFontMetrics().stringWidth(line.toString()) < 150) {
          line.append(words[random.nextInt(words.length)]).append(' ');
        }
        pen.drawString(line.toString(), 25, (float) y);
      }
    };
  }

  /** A form's table with boxes for every letter. */
  static Drawing table(double top, int rows) {
    return pen -> {
      pen.setStroke(new BasicStroke(0.35f));
      for (int row = 0; row <= rows; row++) {
        pen.draw(new Line2D.Double(25, top + 7 * row, 190, top + 7 * row));
      }
      for (int cell = 0; cell <= 33; cell++) {
        pen.draw(new Line2D.Double(25 + 5 * cell, top, 25 + 5 * cell, top + 7 * rows));
      }
    };
  }

  /** A QR with its quiet zone, {@code side} millimetres of modules. */
  static Drawing qr(String text, double x, double y, double side) {
    return matrix(text, BarcodeFormat.QR_CODE, x, y, side);
  }

  static Drawing matrix(String text, BarcodeFormat format, double x, double y, double side) {
    BitMatrix code;
    try {
      code =
          new MultiFormatWriter()
              .encode(
                  text,
                  format,
                  1,
                  1,
                  Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.MARGIN, 0));
    } catch (WriterException e) {
      throw new AssertionError(e);
    }
    double module = side / code.getWidth();
    return pen -> {
      clear(
          pen,
          x - 4 * module,
          y - 4 * module,
          side + 8 * module,
          code.getHeight() * module + 8 * module);
      for (int v = 0; v < code.getHeight(); v++) {
        for (int u = 0; u < code.getWidth(); ) {
          int from = u;
          while (u < code.getWidth() && code.get(u, v)) {
            u++;
          }
          if (u > from) {
            // A hair taller: the rows of a printer leave no seams.
            pen.fill(
                new Rectangle2D.Double(
                    x + from * module, y + v * module, (u - from) * module, module * 1.02));
          } else {
            u++;
          }
        }
      }
    };
  }

  /** A Code 128. */
  static Drawing bar(String text, double x, double y, double module, double height) {
    boolean[] dark = new Code128Writer().encode(text);
    return pen -> {
      clear(pen, x - 10 * module, y - 1, (dark.length + 20) * module, height + 2);
      for (int i = 0; i < dark.length; i++) {
        if (dark[i]) {
          int from = i;
          while (i < dark.length && dark[i]) {
            i++;
          }
          pen.fill(new Rectangle2D.Double(x + from * module, y, (i - from) * module, height));
        }
      }
    };
  }

  /** Patch bars that begin at {@code y} and go down the page. */
  static Drawing patch(Patch patch, double x, double y, double length) {
    return pen -> {
      clear(pen, x - 3, y - 3, length + 6, 26.3);
      double at = y;
      for (char bar : patch.bars().toCharArray()) {
        double thick = bar == 'W' ? 5.08 : 2.032;
        pen.fill(new Rectangle2D.Double(x, at, length, thick));
        at += thick + 2.032;
      }
    };
  }

  /** The same drawing, seen from another edge of the sheet. */
  static Drawing fromEdge(int quarters, Drawing drawing) {
    return pen -> {
      Graphics2D turned = (Graphics2D) pen.create();
      turned.translate(105, 148.5);
      turned.rotate(quarters * Math.PI / 2);
      turned.translate(-105, quarters % 2 == 1 ? -105 : -148.5);
      drawing.on(turned);
      turned.dispose();
    };
  }

  /** What a red stamp leaves in the channel that is looked at. */
  static Drawing stamp(double x, double y, int grey) {
    return pen -> {
      Graphics2D own = (Graphics2D) pen.create();
      own.setColor(new Color(grey, grey, grey, 150));
      own.setStroke(new BasicStroke(1.2f));
      own.draw(new Ellipse2D.Double(x, y, 34, 34));
      own.draw(new Ellipse2D.Double(x + 3, y + 3, 28, 28));
      own.setFont(FACE.deriveFont(5f));
      own.drawString("ỦY BAN NHÂN DÂN", (float) x + 2, (float) y + 18);
      own.dispose();
    };
  }

  private static void clear(Graphics2D pen, double x, double y, double width, double height) {
    Color ink = pen.getColor();
    pen.setColor(Color.WHITE);
    pen.fill(new Rectangle2D.Double(x, y, width, height));
    pen.setColor(ink);
  }
}
