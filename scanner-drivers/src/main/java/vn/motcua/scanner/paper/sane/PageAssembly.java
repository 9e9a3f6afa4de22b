package vn.motcua.scanner.paper.sane;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PageEncoder;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.Rows;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.WatchedRows;
import vn.motcua.scanner.paper.sane.SaneParameters.Format;

/** Reads the one or three frames of a page and encodes them. */
final class PageAssembly {
  private final SaneDevice device;
  private final ScanSettings settings;
  private final PageReceiver receiver;

  /**
   * @param receiver hears how a page comes
   */
  PageAssembly(SaneDevice device, ScanSettings settings, PageReceiver receiver) {
    this.device = device;
    this.settings = settings;
    this.receiver = receiver;
  }

  /** Reads the page whose first frame was started just now. */
  ScannedPage read(SaneFrame first, int number, int dpi) throws IOException, FaultException {
    SaneParameters shape = device.parameters();
    FrameRows rows = new FrameRows(first, shape);
    if (shape.format() != Format.GREY && shape.format() != Format.RGB) {
      return encode(threePasses(rows, shape), number, dpi);
    }
    if (!shape.heightKnown()) {
      return encode(StoredRows.read(rows, StoredRows.MAX_PAGE_BYTES), number, dpi);
    }
    ScannedPage page = encode(new WatchedRows(rows, number, receiver), number, dpi);
    rows.finish();
    return page;
  }

  private ScannedPage encode(Rows rows, int number, int dpi) throws IOException, FaultException {
    boolean tooColourful = rows.channels() == 3 && settings.mode() != ColourMode.COLOUR;
    return PageEncoder.encode(
        number, tooColourful ? new GreyRows(rows) : rows, dpi, settings.quality());
  }

  private Rows threePasses(FrameRows first, SaneParameters firstShape)
      throws IOException, FaultException {
    long budget = StoredRows.MAX_PAGE_BYTES / 3;
    Map<Format, StoredRows> planes = new EnumMap<>(Format.class);
    planes.put(firstShape.format(), StoredRows.read(first, budget));
    SaneParameters shape = firstShape;
    while (!shape.last() && planes.size() < 3) {
      SaneFrame frame = device.start();
      shape = device.parameters();
      StoredRows plane = StoredRows.read(new FrameRows(frame, shape), budget);
      if (plane.width() != firstShape.width() || planes.put(shape.format(), plane) != null) {
        throw new FaultException(new ScanFault.BadImage(), "unlike frames of one page");
      }
    }
    StoredRows red = planes.get(Format.RED);
    StoredRows green = planes.get(Format.GREEN);
    StoredRows blue = planes.get(Format.BLUE);
    if (red == null
        || green == null
        || blue == null
        || green.height() != red.height()
        || blue.height() != red.height()) {
      throw new FaultException(new ScanFault.BadImage(), "not all of red, green and blue");
    }
    return new MergedRows(List.of(red, green, blue));
  }
}
