package vn.motcua.kiosk.desk;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures of pages for the tests. */
public final class Pages {
  private Pages() {}

  /** A page with a heading, A4 at 100 dots per inch. */
  public static byte[] text(String heading) {
    BufferedImage page = new BufferedImage(827, 1169, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 827, 1169);
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 34));
    pen.drawString(heading, 90, 150);
    pen.dispose();
    return png(page);
  }

  /** About 120 kB that no compression makes smaller. */
  public static byte[] noise(int seed) {
    BufferedImage page = new BufferedImage(300, 400, BufferedImage.TYPE_BYTE_GRAY);
    byte[] bytes = new byte[300 * 400];
    new Random(seed).nextBytes(bytes);
    page.getRaster().setDataElements(0, 0, 300, 400, bytes);
    return png(page);
  }

  /** About 4 kB that no two numbers share. */
  public static byte[] small(int number) {
    BufferedImage page = new BufferedImage(50, 80, BufferedImage.TYPE_BYTE_GRAY);
    byte[] bytes = new byte[50 * 80];
    new Random(number).nextBytes(bytes);
    page.getRaster().setDataElements(0, 0, 50, 80, bytes);
    return png(page);
  }

  private static byte[] png(BufferedImage page) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(page, "png", out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
