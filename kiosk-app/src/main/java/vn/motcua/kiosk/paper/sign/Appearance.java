package vn.motcua.kiosk.paper.sign;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import vn.motcua.kiosk.pdf.EmbeddedFont;
import vn.motcua.kiosk.pdf.FontFace;
import vn.motcua.kiosk.pdf.StampDrawing;
import vn.motcua.scanner.FaultException;

/** Draws a {@link Look} on the widget of a signature: upright, 10 points, black. */
final class Appearance {
  /** NĐ 30/2020/NĐ-CP, appendix I: size 10. */
  private static final double SIZE = 10;

  private static final double LEADING = 12;
  private static final double DESCENT = 2.6;
  static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  /** What every signature by a key without an installed authority says. */
  static final String TRIAL = "Chữ ký thử, không có giá trị pháp lý";

  private Appearance() {}

  /** The moment with date, h:m:s and Vietnam's zone, as ISO 8601 writes it. */
  static String time(Instant moment) {
    return ISO.format(moment.atZone(VIETNAM));
  }

  /**
   * Dresses the widget.
   *
   * @param trial whether the key proves nothing, which is then written there
   */
  static void dress(
      PDDocument document,
      PDPage page,
      PDAnnotationWidget widget,
      Look look,
      String signer,
      Instant moment,
      boolean trial)
      throws IOException, FaultException {
    Optional<SealPicture> seal =
        look instanceof Look.Seal it
            ? Optional.of(SealPicture.read(it.picture()))
            : Optional.empty();
    List<String> lines = new ArrayList<>(lines(look, signer, moment));
    if (lines.isEmpty()) {
      return;
    }
    if (trial) {
      lines.add(TRIAL);
    }
    Place place = new Place(page);
    StampDrawing drawing = new StampDrawing(document, FontFace.REGULAR);
    List<String> wrapped = wrap(lines, drawing.font(), place.room());
    double wide = wrapped.stream().mapToDouble(l -> drawing.font().width(l) * SIZE).max().orElse(0);
    double high = wrapped.size() * LEADING + DESCENT;
    if (seal.isPresent()) {
      wide = Math.max(wide, seal.get().width());
      high += seal.get().height();
    }
    double y = high;
    if (seal.isPresent()) {
      SealPicture picture = seal.get();
      y -= picture.height();
      drawing
          .content()
          .image(
              LosslessFactory.createFromImage(document, picture.image()),
              new AffineTransform(
                  picture.width(), 0, 0, picture.height(), (wide - picture.width()) / 2, y));
    }
    for (String line : wrapped) {
      y -= LEADING;
      drawing.content().text(drawing.font(), SIZE, 0, y + DESCENT, line);
    }
    PDRectangle rectangle = place.find(page, wide, high);
    PDAppearanceStream form = drawing.finish(wide, high);
    form.setMatrix(place.upright());
    PDAppearanceDictionary appearance = new PDAppearanceDictionary();
    appearance.setNormalAppearance(form);
    widget.setAppearance(appearance);
    widget.setRectangle(rectangle);
  }

  private static List<String> lines(Look look, String signer, Instant moment) {
    List<String> lines =
        switch (look) {
          case Look.Copy copy -> List.of(copy.kind().words(), copy.agency(), time(moment));
          case Look.Seal seal -> List.of(seal.agency(), time(moment));
          case Look.Text text -> List.of("Người ký: " + signer, text.agency(), time(moment));
          case Look.Invisible _ -> List.of();
        };
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  private static List<String> wrap(List<String> lines, EmbeddedFont font, double room) {
    List<String> wrapped = new ArrayList<>();
    for (String line : lines) {
      StringBuilder now = new StringBuilder();
      for (String word : line.strip().split("\\s+")) {
        String longer = now.isEmpty() ? word : now + " " + word;
        if (!now.isEmpty() && font.width(longer) * SIZE > room) {
          wrapped.add(now.toString());
          now = new StringBuilder(word);
        } else {
          now = new StringBuilder(longer);
        }
      }
      wrapped.add(now.toString());
    }
    return wrapped;
  }
}
