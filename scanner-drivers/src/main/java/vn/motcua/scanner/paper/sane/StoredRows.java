package vn.motcua.scanner.paper.sane;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.Rows;
import vn.motcua.scanner.paper.ScanFault;

/**
 * All rows of a frame, kept: for devices that learn the height only at the end, and for those that
 * send red, green and blue one after the other. Memory grows with what has really come.
 */
final class StoredRows implements Rows {
  /** An A4 page in colour at 600 dots per inch has 104 million bytes. */
  static final long MAX_PAGE_BYTES = 160L * 1024 * 1024;

  private static final int BAND_BYTES = 1024 * 1024;

  private final FrameRows source;
  private final int rowsPerBand;
  private final List<byte[]> bands = new ArrayList<>();
  private int height;
  private int next;

  private StoredRows(FrameRows source) {
    this.source = source;
    this.rowsPerBand = Math.max(1, BAND_BYTES / source.rowBytes());
  }

  /**
   * Reads a whole frame.
   *
   * @param budget bytes that it may take
   */
  static StoredRows read(FrameRows source, long budget) throws IOException, FaultException {
    StoredRows stored = new StoredRows(source);
    byte[] row = new byte[source.rowBytes()];
    int announced = source.height();
    while (announced < 0 || stored.height < announced) {
      if (!source.tryNext(row)) {
        break;
      }
      stored.add(row, budget);
    }
    if (stored.height == 0 || (announced >= 0 && stored.height < announced)) {
      throw new FaultException(new ScanFault.LostMidPage(), "the picture ends too early");
    }
    source.finish();
    return stored;
  }

  private void add(byte[] row, long budget) throws FaultException {
    if (height >= PageImages.MAX_SIDE || (height + 1L) * row.length > budget) {
      throw new FaultException(new ScanFault.BadImage(), "longer than any page");
    }
    int inBand = height % rowsPerBand;
    if (inBand == 0) {
      bands.add(new byte[rowsPerBand * row.length]);
    }
    System.arraycopy(row, 0, bands.getLast(), inBand * row.length, row.length);
    height++;
  }

  @Override
  public int width() {
    return source.width();
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public int channels() {
    return source.channels();
  }

  @Override
  public boolean bits() {
    return source.bits();
  }

  @Override
  public void next(byte[] row) {
    int bytes = rowBytes();
    System.arraycopy(bands.get(next / rowsPerBand), next % rowsPerBand * bytes, row, 0, bytes);
    next++;
  }
}
