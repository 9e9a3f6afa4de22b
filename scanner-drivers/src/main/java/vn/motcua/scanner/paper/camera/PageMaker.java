package vn.motcua.scanner.paper.camera;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PageEncoder;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;

/**
 * Makes a page of a picture: finds the sheet, lays it flat, evens its light, encodes it and says
 * what speaks against it.
 *
 * @param size how large the sheet is taken to be
 * @param mode what the page records
 * @param dpi dots per inch that the page has at most, 50 to 1200; fewer if the picture has fewer
 * @param quality of the JPEG, 1 to 100
 */
public record PageMaker(SheetSize size, ColourMode mode, int dpi, int quality) {
  /** An A4 sheet in colour, 300 dpi at most. */
  public static final PageMaker ARCHIVE =
      new PageMaker(SheetSize.A4, ColourMode.COLOUR, 300, ScanSettings.GOOD_QUALITY);

  /**
   * The page in {@code picture}. If no sheet is found the whole picture is the page, and that is
   * the first doubt.
   *
   * @throws FaultException with {@link ScanFault.BadImage} if the page cannot be encoded
   */
  public ProposedPage make(Picture picture) throws FaultException {
    Optional<FoundSheet> found = SheetFinder.find(picture);
    List<Doubt> doubts = new ArrayList<>();
    if (found.isEmpty()) {
      doubts.add(new Doubt.NoSheet());
    }
    Quad corners = found.map(FoundSheet::corners).orElseGet(() -> whole(picture));
    found.ifPresent(sheet -> doubts.addAll(Doubts.ofPlace(sheet, picture)));
    Perspective.Upright flat = Perspective.upright(picture, corners, size, dpi);
    doubts.addAll(Doubts.ofSheet(flat, picture, corners));
    doubts.addAll(Doubts.ofSize(Perspective.dpi(picture.width(), picture.height(), corners, size)));
    Shadows.flatten(flat.picture());
    return new ProposedPage(encoded(flat), doubts);
  }

  private ScannedPage encoded(Perspective.Upright flat) throws FaultException {
    try {
      return PageEncoder.encode(1, new SheetRows(flat.picture(), mode), flat.dpi(), quality);
    } catch (IOException e) {
      throw new FaultException(new ScanFault.BadImage(), e);
    }
  }

  private static Quad whole(Picture picture) {
    int width = picture.width();
    int height = picture.height();
    return new Quad(
        new Point(0, 0), new Point(width, 0), new Point(width, height), new Point(0, height));
  }
}
