package vn.motcua.scanner.paper.camera;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Draws what stands on a sheet, as a scanner without faults would see it. */
enum PaperTexture {
  LETTER,
  SPARSE,
  TABLE,
  PHOTO,
  CERTIFICATE,
  BLANK;

  private static final String[] WORDS = {
    "Kính", "gửi", "Ủy", "ban", "nhân", "dân", "xã", "đề", "nghị", "xác", "nhận", "giấy", "khai",
    "sinh", "hộ", "tịch", "người", "yêu", "cầu", "căn", "cước", "công", "dân", "thường", "trú"
  };

  /**
   * A sheet of {@code width} × {@code height} millimetres.
   *
   * @param scale pixels a millimetre
   */
  BufferedImage draw(double width, double height, double scale, Random random) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(width * scale),
            (int) Math.round(height * scale),
            BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(new Color(250, 250, 248));
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.scale(scale, scale);
    switch (this) {
      case LETTER -> {
        text(g, random, 20, width - 15, 40, height - 70);
        heading(g, width);
        stamp(g, width * 0.68, height - 50);
      }
      case SPARSE -> {
        heading(g, width);
        text(g, random, 20, width - 60, 40, 55);
      }
      case TABLE -> {
        heading(g, width);
        table(g, random, 20, 45, width - 35, height * 0.5);
        text(g, random, 20, width - 15, 45 + height * 0.55, height - 40);
        stamp(g, width * 0.6, height - 45);
      }
      case PHOTO -> {
        heading(g, width);
        photo(g, 22, 40, 40, 55);
        text(g, random, 75, width - 15, 45, 100);
        text(g, random, 20, width - 15, 110, height - 60);
      }
      case CERTIFICATE -> {
        g.setColor(new Color(170, 60, 50));
        g.setStroke(new BasicStroke(1.2f));
        g.drawRect(12, 12, (int) width - 24, (int) height - 24);
        g.drawRect(15, 15, (int) width - 30, (int) height - 30);
        heading(g, width);
        text(g, random, 25, width - 25, 50, height - 90);
        stamp(g, width * 0.6, height - 60);
      }
      case BLANK -> {}
    }
    g.dispose();
    return image;
  }

  private static void heading(Graphics2D g, double width) {
    g.setColor(new Color(20, 20, 20));
    g.setFont(new Font(Font.SERIF, Font.BOLD, 5));
    g.drawString("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", (float) width * 0.25f, 22);
    g.setFont(new Font(Font.SERIF, Font.BOLD, 6));
    g.drawString("TỜ KHAI XÁC NHẬN", (float) width * 0.35f, 33);
  }

  private static void text(
      Graphics2D g, Random random, double left, double right, double top, double bottom) {
    g.setColor(new Color(25, 25, 28));
    g.setFont(new Font(Font.SERIF, Font.PLAIN, 5));
    for (double y = top; y < bottom; y += 7.5) {
      double x = left;
      while (x < right - 14) {
        String word = WORDS[random.nextInt(WORDS.length)];
        g.drawString(word, (float) x, (float) y);
        x += g.getFontMetrics().stringWidth(word) + 1.8;
      }
    }
  }

  private static void table(
      Graphics2D g, Random random, double left, double top, double right, double height) {
    g.setStroke(new BasicStroke(0.4f));
    g.setColor(new Color(30, 30, 30));
    int rows = 8;
    for (int row = 0; row <= rows; row++) {
      int y = (int) (top + height * row / rows);
      g.drawLine((int) left, y, (int) right, y);
    }
    for (int column = 0; column <= 4; column++) {
      int x = (int) (left + (right - left) * column / 4);
      g.drawLine(x, (int) top, x, (int) (top + height));
    }
    g.setFont(new Font(Font.SERIF, Font.PLAIN, 4));
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < 4; column++) {
        g.drawString(
            WORDS[random.nextInt(WORDS.length)] + " " + random.nextInt(999),
            (float) (left + 2 + (right - left) * column / 4),
            (float) (top + 9 + height * row / rows));
      }
    }
  }

  private static void stamp(Graphics2D g, double x, double y) {
    g.setColor(new Color(205, 30, 45));
    g.setStroke(new BasicStroke(0.8f));
    g.drawOval((int) x, (int) y, 34, 34);
    g.drawOval((int) x + 6, (int) y + 6, 22, 22);
    g.setFont(new Font(Font.SERIF, Font.BOLD, 4));
    g.drawString("ỦY BAN", (float) x + 9, (float) y + 19);
  }

  private static void photo(Graphics2D g, int x, int y, int width, int height) {
    g.setPaint(
        new GradientPaint(x, y, new Color(40, 90, 170), x, y + height, new Color(90, 130, 190)));
    g.fillRect(x, y, width, height);
    g.setColor(new Color(190, 140, 110));
    g.fillOval(x + width / 4, y + height / 6, width / 2, height / 2);
    g.setColor(new Color(30, 30, 35));
    g.fillRect(x + width / 8, y + height * 2 / 3, width * 3 / 4, height / 3);
  }
}
