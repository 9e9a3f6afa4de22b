package vn.motcua.kiosk.paper.readback;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.ocr.Word;

/** A sheet as a scanner's picture, or as words with the errors that OCR makes. */
final class SheetReading {
  private static final String[] MARKS = {
    "aàáảãạăằắẳẵặâầấẩẫậ", "eèéẻẽẹêềếểễệ", "iìíỉĩị", "oòóỏõọôồốổỗộơờớởỡợ", "uùúủũụưừứửữự", "yỳýỷỹỵ"
  };
  private static final String DIGITS = "0123456789";
  private static final String TAKEN_FOR = "OlzBASGTBg";

  private SheetReading() {}

  /** Clean words, exactly placed. */
  static PageText clean(Sheet sheet) {
    return words(sheet, new Random(0), 0);
  }

  /**
   * Words with errors, and with the low confidence that most (four of five) errors have.
   *
   * @param rate errors for each letter
   */
  static PageText words(Sheet sheet, Random random, double rate) {
    List<Word> words = new ArrayList<>();
    List<Sheet.Ink> inks = new ArrayList<>(sheet.inks);
    for (int line = 0; line < inks.size(); line++) {
      Sheet.Ink ink = inks.get(line);
      int at = 0;
      for (String word : ink.text().split(" ")) {
        double left = ink.x() + Sheet.width(ink.text().substring(0, at), ink.size(), ink.font());
        double right = left + Sheet.width(word, ink.size(), ink.font());
        at += word.length() + 1;
        String read = misread(word, random, rate);
        boolean wrong = !read.equals(word);
        double sure =
            wrong && random.nextInt(5) > 0 ? 40 + random.nextInt(50) : 90 + random.nextInt(8);
        if (!wrong && random.nextInt(20) == 0) {
          sure = 60 + random.nextInt(30);
        }
        if (!read.isBlank()) {
          words.add(
              new Word(
                  read, left, right, ink.baseline(), ink.size() * 1.15, line, ink.block(), sure));
        }
      }
    }
    return new PageText(words, false, true);
  }

  private static String misread(String word, Random random, double rate) {
    StringBuilder out = new StringBuilder();
    for (char c : word.toCharArray()) {
      if (random.nextDouble() >= rate) {
        out.append(c);
        continue;
      }
      int digit = DIGITS.indexOf(c);
      if (digit >= 0) {
        out.append(
            random.nextBoolean() ? TAKEN_FOR.charAt(digit) : DIGITS.charAt(random.nextInt(10)));
      } else {
        out.append(otherMark(c, random));
      }
    }
    return out.toString();
  }

  private static char otherMark(char c, Random random) {
    for (String marks : MARKS) {
      if (marks.indexOf(Character.toLowerCase(c)) >= 0) {
        char other = marks.charAt(random.nextInt(marks.length()));
        return Character.isUpperCase(c) ? Character.toUpperCase(other) : other;
      }
    }
    return switch (c) {
      case 'l' -> 'i';
      case 'n' -> 'm';
      case 'h' -> 'b';
      case 'đ' -> 'd';
      case 'c' -> 'e';
      case 'g' -> 'q';
      case ':' -> '.';
      default -> c;
    };
  }

  /**
   * What the sheet was put through.
   *
   * @param dpi dots per inch
   * @param skew degrees
   * @param noise standard deviation of the grey values
   * @param blur 0 for none, else the weight of the neighbours, up to 0.12
   * @param contrast 1 for black ink, less for grey
   */
  record Wear(int dpi, double skew, double noise, double blur, double contrast) {}

  static BufferedImage picture(Sheet sheet, Wear wear, Random random) {
    double scale = wear.dpi() / 72.0;
    int width = (int) (Sheet.WIDTH * scale);
    int height = (int) (Sheet.HEIGHT * scale);
    BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = page.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setColor(new Color(248, 248, 248));
    g.fillRect(0, 0, width, height);
    g.rotate(Math.toRadians(wear.skew()), width / 2.0, height / 2.0);
    g.scale(scale, scale);
    int ink = (int) (240 * (1 - wear.contrast()));
    g.setColor(new Color(ink, ink, ink));
    for (Sheet.Ink one : sheet.inks) {
      g.setFont(one.face());
      g.drawString(one.text(), (float) one.x(), (float) one.baseline());
    }
    g.dispose();
    if (wear.blur() > 0) {
      float[] weights = new float[9];
      Arrays.fill(weights, (float) wear.blur());
      weights[4] = (float) (1 - 8 * wear.blur());
      page =
          new ConvolveOp(new Kernel(3, 3, weights), ConvolveOp.EDGE_NO_OP, null).filter(page, null);
    }
    WritableRaster raster = page.getRaster();
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        row[x] = Math.clamp(Math.round(row[x] + random.nextGaussian() * wear.noise()), 0, 255);
      }
      raster.setPixels(0, y, width, 1, row);
    }
    return page;
  }
}
