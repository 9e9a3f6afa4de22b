package vn.motcua.kiosk.paper.clean;

import static org.bytedeco.leptonica.global.leptonica.*;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;
import vn.motcua.kiosk.paper.ocr.Ocr;
import vn.motcua.kiosk.paper.pix.ColourPix;
import vn.motcua.kiosk.paper.pix.GreyPix;

/** Draws invented pages for the steps of cleaning; lengths in millimetres, a fixed seed each. */
final class CleanPages {
  static final String TINOS = "Tinos-Regular";
  static final List<String> FONTS =
      List.of(
          TINOS, "Tinos-Bold", "Tinos-Italic", "BeVietnamPro_400Regular", "BeVietnamPro_700Bold");

  private static final List<String> SENTENCES =
      List.of(
          "Tôi tên là Đinh Thị Hơ Rê, sinh sống ở thôn Nước Trong đã mười chín năm.",
          "Mùa mưa vừa rồi, cây cầu gỗ trước nhà bị lũ cuốn nên thư từ hay thất lạc.",
          "Kính mong quý cơ quan ghi nhận chỗ ở mới của gia đình tôi bên bờ đông.",
          "Nhà có bốn người: hai vợ chồng, một mẹ già và cháu nhỏ đang học lớp bảy.",
          "Giấy tờ kèm theo gồm sổ cũ, ảnh chụp căn nhà và lời xác nhận của xóm giềng.",
          "Diện tích 1.245,6 m2, thửa số 17, tờ bản đồ 8, cấp ngày 14/03/2019.",
          "Rất mong được giải quyết sớm để các cháu kịp nhập học vào đầu tháng tới.");

  private static final Map<String, Font> LOADED = new ConcurrentHashMap<>();

  final Random random;
  final double dpi;
  final BufferedImage image;
  final Graphics2D g;

  CleanPages(long seed, double dpi, double width, double height, Color paper) {
    random = new Random(seed);
    this.dpi = dpi;
    image =
        new BufferedImage(
            (int) Math.round(width / 25.4 * dpi),
            (int) Math.round(height / 25.4 * dpi),
            BufferedImage.TYPE_INT_RGB);
    g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(paper);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.scale(dpi / 25.4, dpi / 25.4);
  }

  static CleanPages a4(long seed, double dpi) {
    return new CleanPages(seed, dpi, 210, 297, new Color(247, 246, 243));
  }

  /** All that follows leans clockwise by so many degrees about the middle of the picture. */
  CleanPages lean(double degrees) {
    g.rotate(
        Math.toRadians(degrees),
        image.getWidth() * 25.4 / dpi / 2,
        image.getHeight() * 25.4 / dpi / 2);
    return this;
  }

  CleanPages lean(double degrees, double x, double y) {
    g.rotate(Math.toRadians(degrees), x, y);
    return this;
  }

  static Font font(String name, double points) {
    return LOADED
        .computeIfAbsent(
            name,
            n -> {
              try (InputStream in =
                  Ocr.class.getResourceAsStream("/vn/motcua/kiosk/fonts/" + n + ".ttf")) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
              } catch (IOException | FontFormatException e) {
                throw new IllegalStateException(e);
              }
            })
        .deriveFont((float) (points * 25.4 / 72));
  }

  CleanPages text(String line, double x, double y, String font, double points, Color ink) {
    g.setFont(font(font, points));
    g.setColor(ink);
    g.drawString(line, (float) x, (float) y);
    return this;
  }

  String sentence() {
    return SENTENCES.get(random.nextInt(SENTENCES.size()));
  }

  /** Lines of text from {@code top} to {@code bottom}. */
  CleanPages lines(double top, double bottom, String font, double points, boolean capitals) {
    double step = points * 25.4 / 72 * (1.2 + random.nextDouble() * 0.35);
    for (double y = top; y < bottom; y += step) {
      String line = sentence() + (points < 10 ? " " + sentence() : "");
      text(
          capitals ? line.toUpperCase(java.util.Locale.ROOT) : line,
          25,
          y,
          font,
          points,
          new Color(25, 25, 28));
    }
    return this;
  }

  /** A table with short words in its cells. */
  CleanPages table(double top, int rows, int columns, double rowHeight, double points) {
    double left = 20;
    double width = 170.0 / columns;
    g.setStroke(new BasicStroke(0.25f));
    g.setColor(new Color(30, 30, 30));
    for (int r = 0; r <= rows; r++) {
      line(left, top + r * rowHeight, left + 170, top + r * rowHeight);
    }
    for (int c = 0; c <= columns; c++) {
      line(left + c * width, top, left + c * width, top + rows * rowHeight);
    }
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        String[] words = sentence().split(" ");
        String cell =
            c == 0
                ? Integer.toString(r + 1)
                : words[0] + " " + words[1] + (random.nextInt(3) == 0 ? " 12" : "");
        text(
            cell,
            left + c * width + 1.5,
            top + r * rowHeight + rowHeight * 0.7,
            TINOS,
            points,
            new Color(25, 25, 28));
      }
    }
    return this;
  }

  void line(double x1, double y1, double x2, double y2) {
    Path2D path = new Path2D.Double();
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
    g.draw(path);
  }

  /** Written by hand: loops along a line. */
  CleanPages scribble(double x, double y, double width, double height, double pen, Color ink) {
    g.setColor(ink);
    g.setStroke(new BasicStroke((float) pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D path = new Path2D.Double();
    path.moveTo(x, y + height * 0.6);
    double at = x;
    while (at < x + width) {
      double step = height * (0.2 + 0.35 * random.nextDouble());
      path.curveTo(
          at + step,
          y + height * random.nextDouble() * 0.4,
          at - step * 0.4,
          y + height * (0.5 + random.nextDouble() * 0.5),
          at + step * 1.1,
          y + height * (0.3 + random.nextDouble() * 0.5));
      at += step * 1.1;
    }
    g.draw(path);
    return this;
  }

  CleanPages stamp(double x, double y, double across, Color ink) {
    g.setColor(ink);
    g.setStroke(new BasicStroke((float) (across / 40)));
    g.draw(new Ellipse2D.Double(x, y, across, across));
    g.draw(
        new Ellipse2D.Double(x + across * 0.17, y + across * 0.17, across * 0.66, across * 0.66));
    return text("ỦY BAN", x + across * 0.25, y + across * 0.45, "Tinos-Bold", across * 0.35, ink)
        .text(
            "XÃ SUỐI VÀNG", x + across * 0.22, y + across * 0.62, "Tinos-Bold", across * 0.18, ink);
  }

  CleanPages fingerprint(double x, double y, Color ink) {
    g.setColor(ink);
    g.setStroke(new BasicStroke(0.28f));
    for (double r = 0.4; r < 8; r += 0.55) {
      g.draw(new Ellipse2D.Double(x - r, y - r * 1.3, 2 * r, 2.6 * r));
    }
    return this;
  }

  CleanPages hole(double x, double y, double across, Color through) {
    g.setColor(through);
    g.fill(new Ellipse2D.Double(x - across / 2, y - across / 2, across, across));
    return this;
  }

  CleanPages box(double x, double y, double width, double height, Color fill) {
    g.setColor(fill);
    g.fill(new Rectangle2D.Double(x, y, width, height));
    return this;
  }

  /** Something like a photograph: soft shapes, texture, all tones. */
  CleanPages photo(double x, double y, double width, double height) {
    java.awt.geom.AffineTransform kept = g.getTransform();
    java.awt.Shape clip = g.getClip();
    g.clip(new Rectangle2D.Double(x, y, width, height));
    g.setPaint(
        new java.awt.GradientPaint(
            (float) x,
            (float) y,
            new Color(120, 160, 210),
            (float) x,
            (float) (y + height),
            new Color(70, 90, 50)));
    g.fill(new Rectangle2D.Double(x, y, width, height));
    for (int i = 0; i < 400; i++) {
      double r = 1 + random.nextDouble() * width / 6;
      int tone = random.nextInt(200);
      g.setColor(
          new Color(tone, Math.min(255, tone + random.nextInt(50)), random.nextInt(180), 90));
      g.fill(
          new Ellipse2D.Double(
              x + random.nextDouble() * width - r / 2,
              y + random.nextDouble() * height - r / 2,
              r,
              r * (0.3 + random.nextDouble())));
    }
    g.setClip(clip);
    g.setTransform(kept);
    return this;
  }

  CleanPages dust(int specks, double largest) {
    for (int i = 0; i < specks; i++) {
      int tone = 40 + random.nextInt(120);
      g.setColor(new Color(tone, tone, tone));
      double size = 0.1 + random.nextDouble() * (largest - 0.1);
      g.fill(
          new Ellipse2D.Double(random.nextDouble() * 210, random.nextDouble() * 297, size, size));
    }
    return this;
  }

  /** Blurs all that was drawn so far. */
  CleanPages blur(double millimetres) {
    int[] pixels = pixels();
    int r = (int) Math.round(millimetres / 25.4 * dpi);
    for (int pass = 0; pass < 2 && r > 0; pass++) {
      smear(pixels, image.getWidth(), image.getHeight(), 1, image.getWidth(), r);
      smear(pixels, image.getHeight(), image.getWidth(), image.getWidth(), 1, r);
    }
    return this;
  }

  private static void smear(int[] pixels, int length, int rows, int step, int stride, int r) {
    int[] line = new int[length];
    for (int row = 0; row < rows; row++) {
      int base = row * stride;
      for (int shift = 0; shift < 24; shift += 8) {
        int sum = 0;
        for (int i = -r; i <= r; i++) {
          sum += (pixels[base + Math.clamp(i, 0, length - 1) * step] >> shift) & 0xFF;
        }
        for (int i = 0; i < length; i++) {
          line[i] = sum / (2 * r + 1);
          sum +=
              ((pixels[base + Math.min(length - 1, i + r + 1) * step] >> shift) & 0xFF)
                  - ((pixels[base + Math.max(0, i - r) * step] >> shift) & 0xFF);
        }
        for (int i = 0; i < length; i++) {
          int at = base + i * step;
          pixels[at] = (pixels[at] & ~(0xFF << shift)) | (line[i] << shift);
        }
      }
    }
  }

  /** How light the lamp is at a place; 1 for full. */
  interface Light {
    double at(double x, double y);
  }

  CleanPages light(Light light) {
    int[] pixels = pixels();
    int width = image.getWidth();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        double factor = light.at((double) x / width, (double) y / image.getHeight());
        int rgb = pixels[y * width + x];
        pixels[y * width + x] =
            ((int) (((rgb >> 16) & 0xFF) * factor) << 16)
                | ((int) (((rgb >> 8) & 0xFF) * factor) << 8)
                | (int) ((rgb & 0xFF) * factor);
      }
    }
    return this;
  }

  /** The sensor's noise. */
  CleanPages noise(double sigma) {
    int[] pixels = pixels();
    // A table: drawing millions of Gaussians takes longer than all else.
    int[] table = new int[4096];
    for (int i = 0; i < table.length; i++) {
      table[i] = (int) Math.round(random.nextGaussian() * sigma);
    }
    int state = random.nextInt() | 1;
    for (int i = 0; i < pixels.length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      int n = table[state & 4095];
      int rgb = pixels[i];
      pixels[i] =
          (Math.clamp(((rgb >> 16) & 0xFF) + n, 0, 255) << 16)
              | (Math.clamp(((rgb >> 8) & 0xFF) + n, 0, 255) << 8)
              | Math.clamp((rgb & 0xFF) + n, 0, 255);
    }
    return this;
  }

  int[] pixels() {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  ColourPix colour() {
    PIX pix = pixCreate(image.getWidth(), image.getHeight(), 32);
    int[] words = pixels().clone();
    for (int i = 0; i < words.length; i++) {
      words[i] <<= 8;
    }
    IntPointer data = pixGetData(pix);
    data.put(words, 0, words.length);
    return new ColourPix(pix);
  }

  GreyPix grey() {
    try (ColourPix colour = colour()) {
      return colour.luminance();
    }
  }

  /** Black and white, as grey. */
  GreyPix bitonal(int threshold) {
    try (GreyPix grey = grey()) {
      PIX bits = pixThresholdToBinary(grey.pix(), threshold);
      PIX eight = pixConvertTo8(bits, 0);
      pixDestroy(bits);
      return new GreyPix(eight);
    }
  }
}
