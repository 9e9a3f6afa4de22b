package vn.motcua.kiosk.paper.small;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferInt;
import java.awt.image.Kernel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import vn.motcua.kiosk.paper.ocr.Ocr;

/** Draws what lies on counters besides clean print, as a scanner would see it. Invented people. */
final class UnseenPages {
  static final Color RED = new Color(200, 30, 45);
  static final Color BLUE = new Color(30, 50, 150);

  /** What may lie on the glass. */
  enum Kind {
    HAND_FILLED,
    STAMPED,
    IDENTITY_CARD,
    PHOTOGRAPH,
    PHOTOCOPY,
    PHONE,
    TINTS,
    HALFTONE
  }

  private final int dpi;
  private final BufferedImage page;
  private final Graphics2D g;
  private final Random random;

  private UnseenPages(int dpi, long seed) {
    this.dpi = dpi;
    random = new Random(seed);
    page =
        new BufferedImage(
            (int) Math.round(210 / 25.4 * dpi),
            (int) Math.round(297 / 25.4 * dpi),
            BufferedImage.TYPE_INT_RGB);
    g = page.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, page.getWidth(), page.getHeight());
  }

  /** A4 in colour. */
  static BufferedImage draw(Kind kind, int dpi, long seed) {
    UnseenPages drawn = new UnseenPages(dpi, seed);
    switch (kind) {
      case HAND_FILLED -> drawn.handFilled();
      case STAMPED -> drawn.stamped();
      case IDENTITY_CARD -> drawn.identityCard();
      case PHOTOGRAPH -> drawn.photograph();
      case PHOTOCOPY -> drawn.photocopy();
      case PHONE ->
          drawn.lines(40, 40, 22, 12.5, "BeVietnamPro_400Regular.ttf", new Color(35, 35, 38));
      case TINTS -> drawn.tints();
      case HALFTONE -> drawn.halftone();
    }
    drawn.g.dispose();
    return drawn.scanned(kind);
  }

  private double mm(double mm) {
    return mm / 25.4 * dpi;
  }

  private static Font font(String name, double size) {
    try (InputStream in = Ocr.class.getResourceAsStream("/vn/motcua/kiosk/fonts/" + name)) {
      return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont((float) size);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private void text(String text, double x, double y, double points, String font, Color ink) {
    g.setFont(font(font, points / 72 * dpi));
    g.setColor(ink);
    g.drawString(text, (float) mm(x), (float) mm(y));
  }

  private void lines(double left, double top, int count, double points, String font, Color ink) {
    String[] words =
        ("Ủy ban nhân dân xã Suối Vàng xác nhận ông Đinh Văn Rẫy sinh sống ở thôn Nước Trong đã"
                + " mười chín năm và chịu trách nhiệm về lời khai của mình trước pháp luật")
            .split(" ");
    for (int line = 0; line < count; line++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 165 - points * 6) {
        text.append(words[random.nextInt(words.length)]).append(' ');
      }
      text(text.toString(), left, top + line * points * 0.6, points, font, ink);
    }
  }

  /** A line of writing by hand. */
  private void hand(double x, double y, double length, Color ink, double width) {
    Path2D path = new Path2D.Double();
    path.moveTo(mm(x), mm(y));
    double at = x;
    while (at < x + length) {
      double next = at + 1 + random.nextDouble() * 2;
      path.curveTo(
          mm(at + random.nextDouble() * 2),
          mm(y - 5 * random.nextDouble()),
          mm(next - random.nextDouble() * 2),
          mm(y + 2 * random.nextDouble()),
          mm(next),
          mm(y - random.nextDouble()));
      at = next;
    }
    g.setColor(ink);
    g.setStroke(new BasicStroke((float) mm(width), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(path);
  }

  private void handFilled() {
    text("TỜ KHAI XÁC NHẬN NƠI Ở", 60, 30, 15, "Tinos-Bold.ttf", Color.BLACK);
    for (int line = 0; line < 16; line++) {
      double y = 45 + line * 11;
      text("Họ, chữ đệm, tên (" + (line + 1) + "):", 20, y, 12, "Tinos-Regular.ttf", Color.BLACK);
      text(".".repeat(90), 62, y, 12, "Tinos-Regular.ttf", Color.BLACK);
      hand(64, y - 0.5, 30 + random.nextInt(80), line % 5 == 4 ? Color.BLACK : BLUE, 0.45);
    }
    hand(30, 235, 60, new Color(170, 170, 172), 0.4); // pencil
    text("Mẫu số 07, in xám nhạt", 120, 240, 9, "Tinos-Regular.ttf", new Color(175, 175, 175));
    hand(130, 262, 45, BLUE, 0.6);
  }

  private void stamped() {
    lines(20, 25, 30, 12, "Tinos-Regular.ttf", new Color(25, 25, 28));
    stamp(120, 200);
    hand(125, 225, 55, BLUE, 0.6);
  }

  /** A stamp whose ink is uneven, over what lies under it. */
  private void stamp(double x, double y) {
    int side = (int) mm(38);
    BufferedImage stamp = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    Graphics2D s = stamp.createGraphics();
    s.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    s.setColor(RED);
    s.setStroke(new BasicStroke((float) mm(0.8)));
    s.draw(new Ellipse2D.Double(mm(1), mm(1), side - mm(2), side - mm(2)));
    s.setStroke(new BasicStroke((float) mm(0.4)));
    s.draw(new Ellipse2D.Double(mm(6), mm(6), side - mm(12), side - mm(12)));
    s.setFont(font("Tinos-Bold.ttf", 7.0 / 72 * dpi));
    s.drawString("ỦY BAN NHÂN DÂN XÃ", (float) mm(4.5), (float) mm(18));
    s.drawString("SUỐI VÀNG", (float) mm(11), (float) mm(24));
    s.dispose();
    for (int py = 0; py < side; py++) {
      for (int px = 0; px < side; px++) {
        int argb = stamp.getRGB(px, py);
        double wet =
            0.75 + 0.2 * Math.sin(px / mm(3)) * Math.cos(py / mm(4)) + 0.12 * random.nextGaussian();
        int alpha = (int) ((argb >>> 24) * Math.clamp(wet, 0, 1));
        stamp.setRGB(px, py, alpha << 24 | argb & 0xFFFFFF);
      }
    }
    g.drawImage(stamp, (int) mm(x), (int) mm(y), null);
  }

  private void identityCard() {
    lines(20, 150, 12, 12, "Tinos-Regular.ttf", new Color(25, 25, 28));
    double x = 60;
    double y = 40;
    g.setColor(new Color(226, 238, 236));
    g.fillRect((int) mm(x), (int) mm(y), (int) mm(86), (int) mm(54));
    g.setStroke(new BasicStroke((float) mm(0.12)));
    for (int line = 0; line < 70; line++) {
      g.setColor(line % 2 == 0 ? new Color(170, 205, 200) : new Color(222, 190, 200));
      Path2D wave = new Path2D.Double();
      for (double at = 0; at <= 86; at += 0.5) {
        double up = 27 + 25 * Math.sin(at / 9 + line / 11.0) * Math.cos(line / 23.0);
        if (at == 0) {
          wave.moveTo(mm(x), mm(y + up));
        } else {
          wave.lineTo(mm(x + at), mm(y + up));
        }
      }
      g.draw(wave);
    }
    text("CĂN CƯỚC CÔNG DÂN", x + 28, y + 12, 11, "Tinos-Bold.ttf", RED);
    text("Họ và tên: ĐINH THỊ HƠ RÊ", x + 30, y + 24, 8, "Tinos-Regular.ttf", Color.BLACK);
    text("Ngày sinh: 07/03/1961", x + 30, y + 31, 8, "Tinos-Regular.ttf", Color.BLACK);
    text("Quê quán: Suối Vàng", x + 30, y + 38, 8, "Tinos-Regular.ttf", Color.BLACK);
    face(x + 4, y + 18, 22, 30);
  }

  /** Something with the soft tones of a face. */
  private void face(double x, double y, double width, double height) {
    int w = (int) mm(width);
    int h = (int) mm(height);
    for (int py = 0; py < h; py++) {
      for (int px = 0; px < w; px++) {
        double u = (double) px / w - 0.5;
        double v = (double) py / h - 0.45;
        boolean head = u * u / 0.09 + v * v / 0.12 < 1;
        boolean hair = head && v < -0.17 + 0.1 * u;
        boolean coat = v > 0.3 - 0.3 * Math.abs(u) && !head;
        double shade = 0.75 + 0.25 * Math.cos(u * 5 - 0.6) * Math.cos(v * 4);
        double eyes =
            Math.exp(-((Math.abs(u) - 0.11) * (Math.abs(u) - 0.11) + v * v) / 0.0012)
                + 0.7 * Math.exp(-(u * u / 0.012 + (v - 0.19) * (v - 0.19) / 0.0006));
        int base = hair ? 0x30241F : coat ? 0x3A4660 : head ? 0xE0B090 : 0xB8C8D8;
        double light = shade * (1 - 0.75 * Math.min(1, eyes)) + random.nextGaussian() * 0.02;
        int red = (int) Math.clamp((base >> 16 & 255) * light, 0, 255);
        int green = (int) Math.clamp((base >> 8 & 255) * light, 0, 255);
        int blue = (int) Math.clamp((base & 255) * light, 0, 255);
        page.setRGB((int) mm(x) + px, (int) mm(y) + py, red << 16 | green << 8 | blue);
      }
    }
  }

  private void photograph() {
    face(0, 0, 209, 296);
  }

  private void photocopy() {
    lines(25, 30, 34, 11, "Tinos-Regular.ttf", new Color(70, 70, 70));
    g.setColor(new Color(60, 60, 60));
    for (int speck = 0; speck < 4000; speck++) {
      double size = 0.05 + random.nextDouble() * 0.2;
      g.fill(
          new Ellipse2D.Double(
              mm(random.nextDouble() * 210), mm(random.nextDouble() * 297), mm(size), mm(size)));
    }
    g.fillRect(0, 0, (int) mm(6), page.getHeight());
  }

  private void tints() {
    Color head = new Color(40, 90, 160);
    for (int row = 0; row < 14; row++) {
      double y = 30 + row * 9;
      g.setColor(
          row == 0 ? head : row % 2 == 0 ? new Color(232, 232, 232) : new Color(250, 250, 250));
      g.fillRect((int) mm(20), (int) mm(y), (int) mm(170), (int) mm(9));
      text(
          row == 0 ? "STT     Tên giấy tờ     Số lượng" : row + "     Bản sao trích lục     2",
          24,
          y + 6,
          11,
          "BeVietnamPro_400Regular.ttf",
          row == 0 ? Color.WHITE : new Color(40, 40, 40));
    }
    lines(20, 175, 8, 12, "Tinos-Regular.ttf", Color.BLACK);
    lines(20, 240, 4, 10, "Tinos-Regular.ttf", new Color(150, 150, 150));
    g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.45f));
    g.setColor(new Color(255, 240, 0));
    g.fillRect((int) mm(40), (int) mm(178), (int) mm(80), (int) mm(6));
    g.setComposite(AlphaComposite.SrcOver);
  }

  private void halftone() {
    lines(20, 30, 12, 12, "Tinos-Regular.ttf", Color.BLACK);
    double pitch = 25.4 / 85;
    g.setColor(Color.BLACK);
    for (double y = 130; y < 230; y += pitch) {
      for (double x = 40; x < 160; x += pitch) {
        double tone = 0.5 + 0.45 * Math.sin(x / 17) * Math.cos(y / 13);
        double size = pitch * Math.sqrt(tone);
        g.fill(new Ellipse2D.Double(mm(x), mm(y), mm(size), mm(size)));
      }
    }
  }

  /** The lens, the lamp and the noise of a device. */
  private BufferedImage scanned(Kind kind) {
    float a = dpi >= 280 ? 0.075f : 0.05f;
    float b = 1 - 4 * a - 4 * a * a * 4;
    float c = a * a * 4;
    BufferedImage soft =
        new ConvolveOp(
                new Kernel(3, 3, new float[] {c, a, c, a, b, a, c, a, c}),
                ConvolveOp.EDGE_NO_OP,
                null)
            .filter(page, null);
    int[] rgb = ((DataBufferInt) soft.getRaster().getDataBuffer()).getData();
    int width = soft.getWidth();
    int height = soft.getHeight();
    double[] noise = new double[4096];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextGaussian();
    }
    for (int at = 0; at < rgb.length; at++) {
      double x = (double) (at % width) / width;
      double y = (double) (at / width) / height;
      double light =
          switch (kind) {
            case PHONE ->
                0.55 + 0.4 * x - 0.15 * y - 0.18 / (1 + Math.exp((x - y * 0.5 - 0.3) * 40));
            case PHOTOCOPY -> 0.9 - 0.08 * Math.sin(x * 9) * Math.sin(y * 7);
            default -> 1 - 0.03 * y;
          };
      double grain = 2.2 * noise[(int) (at * 2654435761L >>> 9 & 4095)];
      int red = (int) Math.clamp((rgb[at] >> 16 & 255) * light * 0.985 + grain, 0, 255);
      int green = (int) Math.clamp((rgb[at] >> 8 & 255) * light * 0.975 + grain, 0, 255);
      int blue = (int) Math.clamp((rgb[at] & 255) * light * 0.95 + grain, 0, 255);
      rgb[at] = red << 16 | green << 8 | blue;
    }
    return soft;
  }
}
