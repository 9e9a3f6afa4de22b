package vn.motcua.scanner.paper.simulated.escl;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PageImages;

/** "Scans" a picture: brings it to the resolution, the colours and the part that were asked for. */
final class PageMaker {
  private static final double UNITS_PER_INCH = 300;
  private static final double A4_INCHES = 210 / 25.4;
  private static final int THRESHOLD = 128;

  private PageMaker() {}

  /** A finished page. */
  @SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on, never compared
  record Page(byte[] bytes, String mime, int width, int height) {}

  /**
   * The page that {@code picture} gives. A JPEG in which nothing has to be changed is given byte
   * for byte, and with {@code untouched} every picture is that has the form asked for.
   */
  static Page scan(byte[] picture, ScanTicket ticket, boolean untouched)
      throws IOException, FaultException {
    PageImages.Facts facts = PageImages.check(picture);
    // A picture that does not say how fine it is is taken for A4 from edge to edge.
    int dpi = facts.dpi().orElseGet(() -> (int) Math.round(facts.width() / A4_INCHES));
    boolean asItIs = untouched && facts.format() == ticket.form().format();
    if (asItIs || fits(picture, facts, dpi, ticket)) {
      return new Page(picture, mime(facts.format()), facts.width(), facts.height());
    }
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture));
    if (read == null) {
      throw new IOException("no decoder");
    }
    BufferedImage sheet = blank(ticket);
    Graphics2D g = sheet.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        dpi == ticket.dpi()
            ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
            : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    BufferedImage near = read;
    double scale = (double) ticket.dpi() / dpi;
    // Bilinear sampling skips pixels below a half; halving first lets every one count.
    while (scale <= 0.5 && near.getWidth() > 1 && near.getHeight() > 1) {
      near = halved(near);
      scale *= 2;
    }
    int x = (int) Math.round(ticket.region().x() * ticket.dpi() / UNITS_PER_INCH);
    int y = (int) Math.round(ticket.region().y() * ticket.dpi() / UNITS_PER_INCH);
    int width = (int) Math.round(near.getWidth() * scale);
    int height = (int) Math.round(near.getHeight() * scale);
    g.drawImage(near, -x, -y, width, height, null);
    g.dispose();
    return finish(sheet, ticket);
  }

  /** The back of a sheet that has nothing on it. */
  static Page white(ScanTicket ticket) throws IOException {
    return finish(blank(ticket), ticket);
  }

  private static boolean fits(byte[] picture, PageImages.Facts facts, int dpi, ScanTicket ticket) {
    return ticket.form() == PageForm.JPEG
        && facts.format() == ImageFormat.JPEG
        && Math.abs(dpi - ticket.dpi()) <= 1
        && ticket.region().x() == 0
        && ticket.region().y() == 0
        && Math.abs(facts.width() - pixels(ticket.region().width(), ticket)) <= 1
        && Math.abs(facts.height() - pixels(ticket.region().height(), ticket)) <= 1
        && ticket.mode()
            == switch (channels(picture)) {
              case 1 -> ColourMode.GREY;
              default -> ColourMode.COLOUR;
            };
  }

  /** Components of a JPEG's frame (ITU-T T.81 B.2.2); the file was checked before. */
  private static int channels(byte[] jpeg) {
    int at = 2;
    while (at + 9 < jpeg.length) {
      int marker = jpeg[at + 1] & 0xff;
      if (marker == 0xff) {
        at++;
      } else if (marker >= 0xc0
          && marker <= 0xcf
          && marker != 0xc4
          && marker != 0xc8
          && marker != 0xcc) {
        return jpeg[at + 9];
      } else if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
        at += 2;
      } else {
        at += 2 + ((jpeg[at + 2] & 0xff) << 8 | (jpeg[at + 3] & 0xff));
      }
    }
    return 0;
  }

  private static int pixels(int units, ScanTicket ticket) {
    return (int) Math.max(1, Math.round(units * ticket.dpi() / UNITS_PER_INCH));
  }

  private static BufferedImage blank(ScanTicket ticket) {
    BufferedImage sheet =
        new BufferedImage(
            pixels(ticket.region().width(), ticket),
            pixels(ticket.region().height(), ticket),
            ticket.mode() == ColourMode.COLOUR
                ? BufferedImage.TYPE_3BYTE_BGR
                : BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    g.dispose();
    return sheet;
  }

  private static BufferedImage halved(BufferedImage image) {
    BufferedImage half =
        new BufferedImage(
            (image.getWidth() + 1) / 2,
            (image.getHeight() + 1) / 2,
            image.getType() == BufferedImage.TYPE_BYTE_GRAY
                ? BufferedImage.TYPE_BYTE_GRAY
                : BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = half.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(image, 0, 0, half.getWidth(), half.getHeight(), null);
    g.dispose();
    return half;
  }

  private static Page finish(BufferedImage sheet, ScanTicket ticket) throws IOException {
    BufferedImage done =
        ticket.mode() == ColourMode.BLACK_WHITE ? sharpened(sheet, ticket.form()) : sheet;
    return new Page(
        PictureWriter.write(done, ticket.form(), ticket.dpi(), ticket.compression()),
        ticket.form().mime(),
        done.getWidth(),
        done.getHeight());
  }

  /** Black and white; where the form has no such pixels (JPEG), as grey ones of two values. */
  private static BufferedImage sharpened(BufferedImage grey, PageForm form) {
    BufferedImage sharp =
        new BufferedImage(
            grey.getWidth(),
            grey.getHeight(),
            form == PageForm.JPEG ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_BYTE_BINARY);
    int white = form == PageForm.JPEG ? 255 : 1;
    int[] row = new int[grey.getWidth()];
    for (int y = 0; y < grey.getHeight(); y++) {
      grey.getRaster().getSamples(0, y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        row[x] = row[x] < THRESHOLD ? 0 : white;
      }
      sharp.getRaster().setSamples(0, y, row.length, 1, 0, row);
    }
    return sharp;
  }

  private static String mime(ImageFormat format) {
    return switch (format) {
      case JPEG -> PageForm.JPEG.mime();
      case PNG -> PageForm.PNG.mime();
      case TIFF -> PageForm.TIFF.mime();
    };
  }
}
