package vn.motcua.kiosk.pdf;

import java.awt.geom.AffineTransform;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * The drawing commands of one page. Points (1/72 inch), the origin at the lower left. Written by
 * hand rather than with PDFBox's own stream class, which joins letters to ligatures.
 */
public final class PageContent {
  private static final COSName UNSEEN = COSName.getPDFName("Unseen");

  private final StringBuilder commands = new StringBuilder();
  private final Map<EmbeddedFont, String> fonts = new LinkedHashMap<>();
  private final PDResources resources = new PDResources();
  private int images;

  /** Draws {@code image}, a unit square with its foot at the origin, through {@code matrix}. */
  public void image(PDImageXObject image, AffineTransform matrix) {
    COSName name = COSName.getPDFName("Im" + ++images);
    resources.put(name, image);
    op("q");
    matrix(matrix, "cm");
    commands.append('/').append(name.getName()).append(' ');
    op("Do");
    op("Q");
  }

  /**
   * Paints through a stencil, placed as {@link #image} places a picture.
   *
   * @param rgb the ink, 0xRRGGBB
   */
  public void stencil(PDImageXObject stencil, AffineTransform matrix, int rgb) {
    op("q");
    numbers("rg", (rgb >> 16 & 0xFF) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0);
    image(stencil, matrix);
    op("Q");
  }

  /** Draws {@code text} in black with its base line starting at x, y. */
  public void text(EmbeddedFont font, double size, double x, double y, String text) {
    op("BT");
    font(font, size);
    numbers("Td", x, y);
    show(font, text);
    op("ET");
  }

  /** Starts a run of words that are found and copied but not seen (render mode 3). */
  public void beginUnseen() {
    op("BT");
    numbers("Tr", 3);
  }

  /** One unseen word, stretched to {@code width} points, with its base line starting at x, y. */
  public void unseen(
      UnseenFont font, double size, double x, double y, double width, String word, String gap) {
    double natural = font.width(word) * size;
    if (natural <= 0) {
      return;
    }
    use(font);
    commands.append('/').append(UNSEEN.getName()).append(' ');
    numbers("Tf", size);
    numbers("Tz", Math.clamp(100 * width / natural, 1, 1000));
    numbers("Tm", 1, 0, 0, 1, x, y);
    commands.append('<').append(font.hex(word + gap)).append("> ");
    op("Tj");
  }

  private void use(UnseenFont font) {
    COSDictionary all = resources.getCOSObject();
    COSDictionary fonts = all.getCOSDictionary(COSName.FONT);
    if (fonts == null) {
      fonts = new COSDictionary();
      all.setItem(COSName.FONT, fonts);
    }
    fonts.setItem(UNSEEN, font.dictionary());
  }

  /** Ends the run. */
  public void endUnseen() {
    op("ET");
  }

  /** A filled black rectangle. */
  public void bar(double x, double y, double width, double height) {
    numbers("re", x, y, width, height);
    op("f");
  }

  /** Filled black rectangles in one go, each x, y, width, height: no seams between neighbours. */
  public void bars(List<double[]> rectangles) {
    rectangles.forEach(r -> numbers("re", r[0], r[1], r[2], r[3]));
    op("f");
  }

  /** A filled rectangle in a grey from 0 (black) to 1 (white); later things are black again. */
  public void shade(double x, double y, double width, double height, double grey) {
    op("q");
    numbers("g", grey);
    bar(x, y, width, height);
    op("Q");
  }

  /** A straight black line. */
  public void line(double x1, double y1, double x2, double y2, double thickness) {
    numbers("w", thickness);
    numbers("m", x1, y1);
    numbers("l", x2, y2);
    op("S");
  }

  /** A dashed black line, as for cutting or for signing on. */
  public void dashes(double x1, double y1, double x2, double y2, double thickness) {
    op("q");
    commands.append("[2 2] 0 ");
    op("d");
    line(x1, y1, x2, y2, thickness);
    op("Q");
  }

  /** The outline of a rectangle. */
  public void frame(double x, double y, double width, double height, double thickness) {
    numbers("w", thickness);
    numbers("re", x, y, width, height);
    op("S");
  }

  byte[] bytes() {
    return commands.toString().getBytes(StandardCharsets.US_ASCII);
  }

  PDResources resources() {
    return resources;
  }

  private void font(EmbeddedFont font, double size) {
    String name =
        fonts.computeIfAbsent(
            font,
            f -> {
              String fresh = "F" + (fonts.size() + 1);
              resources.put(COSName.getPDFName(fresh), f.font());
              return fresh;
            });
    commands.append('/').append(name).append(' ');
    numbers("Tf", size);
  }

  private void show(EmbeddedFont font, String text) {
    commands.append('<').append(font.hex(text)).append("> ");
    op("Tj");
  }

  private void matrix(AffineTransform m, String operator) {
    numbers(
        operator,
        m.getScaleX(),
        m.getShearY(),
        m.getShearX(),
        m.getScaleY(),
        m.getTranslateX(),
        m.getTranslateY());
  }

  private void numbers(String operator, double... values) {
    for (double value : values) {
      // PDF knows no exponents.
      String plain =
          BigDecimal.valueOf(value)
              .setScale(5, RoundingMode.HALF_EVEN)
              .stripTrailingZeros()
              .toPlainString();
      commands.append(plain).append(' ');
    }
    op(operator);
  }

  private void op(String operator) {
    commands.append(operator).append('\n');
  }
}
