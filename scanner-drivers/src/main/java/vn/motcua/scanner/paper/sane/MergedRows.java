package vn.motcua.scanner.paper.sane;

import java.util.List;
import vn.motcua.scanner.paper.Rows;

/** Red, green and blue frames laid together to one picture. */
final class MergedRows implements Rows {
  private final List<StoredRows> planes;
  private final byte[] plane;

  /**
   * @param planes red, green, blue; all of the same size
   */
  MergedRows(List<StoredRows> planes) {
    this.planes = List.copyOf(planes);
    this.plane = new byte[planes.getFirst().rowBytes()];
  }

  @Override
  public int width() {
    return planes.getFirst().width();
  }

  @Override
  public int height() {
    return planes.getFirst().height();
  }

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public boolean bits() {
    return false;
  }

  @Override
  public void next(byte[] row) {
    for (int c = 0; c < 3; c++) {
      planes.get(c).next(plane);
      for (int x = 0; x < plane.length; x++) {
        row[3 * x + c] = plane[x];
      }
    }
  }
}
