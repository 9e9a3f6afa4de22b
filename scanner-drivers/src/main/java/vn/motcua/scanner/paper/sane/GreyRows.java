package vn.motcua.scanner.paper.sane;

import java.io.IOException;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.Rows;

/** A colour picture as grey, for devices that know colour only. */
final class GreyRows implements Rows {
  private final Rows colour;
  private final byte[] line;

  GreyRows(Rows colour) {
    this.colour = colour;
    this.line = new byte[colour.rowBytes()];
  }

  @Override
  public int width() {
    return colour.width();
  }

  @Override
  public int height() {
    return colour.height();
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  public boolean bits() {
    return false;
  }

  @Override
  public void next(byte[] row) throws IOException, FaultException {
    colour.next(line);
    for (int x = 0; x < width(); x++) {
      // The weights of JFIF (Rec. 601), times 65536.
      int luma =
          19_595 * (line[3 * x] & 0xff)
              + 38_470 * (line[3 * x + 1] & 0xff)
              + 7_471 * (line[3 * x + 2] & 0xff);
      row[x] = (byte) ((luma + 32_768) >> 16);
    }
  }
}
