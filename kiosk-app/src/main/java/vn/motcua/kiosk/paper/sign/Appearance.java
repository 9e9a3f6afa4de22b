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
  /** The part of a page, from its top, where copies and seals are looked for. */
  private static final double TOP = 1 / 3.0;

  static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  /** What every signature by a key without an installed authority says. */
  static final String TRIAL = "Chữ ký thử, không có giá trị pháp lý";

  /** What matters of it is read at one glance. */
  private static final String TRIAL_LINE =
      "Chữ ký thử, " + "không có giá trị pháp lý".replace(' ', MarkBlock.TIED);

  private Appearance() {}

  /** The moment with date, h:m:s and Vietnam's zone, as ISO 8601 writes it. */
  static String time(Instant moment) {
    return ISO.format(moment.atZone(VIETNAM));
  }

  /**
   * Dresses the widget.
   *
   * @param ink what the page shows already
   * @param trial whether the key proves nothing, which is then written there
   * @return whether the mark lies over what the page shows, because nothing is free
   */
  static boolean dress(
      PDDocument document,
      PDPage page,
      PDAnnotationWidget widget,
      PageInk ink,
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
      return false;
    }
    if (trial) {
      lines.add(TRIAL_LINE);
    }
    Place place = new Place(page);
    StampDrawing drawing = new StampDrawing(document, FontFace.REGULAR);
    EmbeddedFont font = drawing.font();
    double[] picture = seal.map(it -> new double[] {it.width(), it.height()}).orElse(new double[2]);
    List<MarkBlock> blocks =
        MarkBlock.all(
            lines,
            line -> font.width(line.replace(MarkBlock.TIED, ' ')) * MarkBlock.SIZE,
            place.room(),
            picture);
    Place.Spot spot = place.find(page, blocks, ink, look instanceof Look.Text ? 1 : TOP);
    draw(document, drawing, spot.block(), seal);
    PDAppearanceStream form = drawing.finish(spot.block().wide(), spot.block().high());
    form.setMatrix(place.upright());
    PDAppearanceDictionary appearance = new PDAppearanceDictionary();
    appearance.setNormalAppearance(form);
    widget.setAppearance(appearance);
    widget.setRectangle(spot.rectangle());
    return spot.overlaps();
  }

  private static void draw(
      PDDocument document, StampDrawing drawing, MarkBlock block, Optional<SealPicture> seal)
      throws IOException {
    if (seal.isPresent()) {
      SealPicture picture = seal.get();
      drawing
          .content()
          .image(
              LosslessFactory.createFromImage(document, picture.image()),
              new AffineTransform(
                  picture.width(),
                  0,
                  0,
                  picture.height(),
                  (block.wide() - picture.width()) / 2,
                  block.textHigh()));
    }
    double y = block.textHigh() - MarkBlock.FIRST + MarkBlock.DESCENT;
    for (String line : block.lines()) {
      drawing.content().text(drawing.font(), MarkBlock.SIZE, 0, y, line);
      y -= block.leading();
    }
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
}
