package vn.motcua.kiosk.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * Draws the papers that somebody brings to the demonstration's counter, as a scanner would see
 * them: A4 at 200 dpi, a little askew, one with a red stamp.
 */
public final class DemoPages {
  private static final int WIDTH = 1654;
  private static final int HEIGHT = 2339;
  private static final float[] SKEW = {-0.9f, 1.4f, 0.5f};
  private static final Color PAPER = new Color(0xFBFAF6);
  private static final Color INK = new Color(0x202024);
  private static final Color STAMP = new Color(0xC03030);

  private final Font plain;
  private final Font bold;

  /** Loads the fonts that the application ships. */
  public DemoPages() {
    plain = font("Tinos-Regular.ttf");
    bold = font("Tinos-Bold.ttf");
  }

  /**
   * The papers of one person as JPEG pictures.
   *
   * @param facts what stands between braces in {@code pages.txt}: name, number, birth, residence
   */
  public List<byte[]> of(Map<String, String> facts) {
    List<byte[]> pictures = new ArrayList<>();
    String[] blocks = text().split("(?m)^---\\R");
    for (int i = 1; i < blocks.length; i++) {
      String block = blocks[i];
      for (Map.Entry<String, String> fact : facts.entrySet()) {
        block = block.replace("{" + fact.getKey() + "}", fact.getValue());
      }
      pictures.add(draw(block.lines().toList(), SKEW[(i - 1) % SKEW.length]));
    }
    return pictures;
  }

  private byte[] draw(List<String> lines, float degrees) {
    BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = page.createGraphics();
    graphics.setColor(PAPER);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.rotate(Math.toRadians(degrees), WIDTH / 2.0, HEIGHT / 2.0);
    int y = 260;
    for (String line : lines) {
      char look = line.isEmpty() ? ' ' : line.charAt(0);
      String words = line.isEmpty() ? "" : line.substring(1);
      if (look == '@') {
        stamp(graphics, words, y);
      } else {
        graphics.setFont(look == '!' || look == '*' ? bold : plain);
        graphics.setColor(INK);
        int x =
            look == '!' || look == '^'
                ? (WIDTH - graphics.getFontMetrics().stringWidth(words)) / 2
                : 200;
        graphics.drawString(words, x, y);
        y += 62;
      }
    }
    graphics.dispose();
    return jpeg(page);
  }

  private void stamp(Graphics2D graphics, String words, int y) {
    graphics.setColor(STAMP);
    graphics.setStroke(new BasicStroke(7));
    graphics.drawOval(WIDTH / 2 - 150, y, 300, 300);
    graphics.setStroke(new BasicStroke(3));
    graphics.drawOval(WIDTH / 2 - 128, y + 22, 256, 256);
    graphics.setFont(bold.deriveFont(22f));
    int width = graphics.getFontMetrics().stringWidth(words);
    graphics.drawString(words, (WIDTH - width) / 2, y + 158);
  }

  private static byte[] jpeg(BufferedImage picture) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(DemoPages.class.getResourceAsStream("pages.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Font font(String file) {
    try (InputStream in =
        Objects.requireNonNull(
            DemoPages.class.getResourceAsStream("/vn/motcua/kiosk/fonts/" + file))) {
      return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(38f);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("the font " + file + " is damaged", e);
    }
  }
}
