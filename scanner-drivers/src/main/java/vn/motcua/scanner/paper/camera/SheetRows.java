package vn.motcua.scanner.paper.camera;

import java.util.Arrays;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.Rows;

/** A flat sheet as the rows of a page. */
final class SheetRows implements Rows {
  /** On evened paper, print is darker than this. */
  private static final int THRESHOLD = 165;

  private final Picture picture;
  private final ColourMode mode;
  private int y;

  SheetRows(Picture picture, ColourMode mode) {
    this.picture = picture;
    this.mode = mode;
  }

  @Override
  public int width() {
    return picture.width();
  }

  @Override
  public int height() {
    return picture.height();
  }

  @Override
  public int channels() {
    return mode == ColourMode.COLOUR ? 3 : 1;
  }

  @Override
  public boolean bits() {
    return mode == ColourMode.BLACK_WHITE;
  }

  @Override
  public void next(byte[] row) {
    switch (mode) {
      case COLOUR -> {
        int at = y * width() * 3;
        for (int x = 0; x < width() * 3; x += 3, at += 3) {
          row[x] = picture.bgr()[at + 2];
          row[x + 1] = picture.bgr()[at + 1];
          row[x + 2] = picture.bgr()[at];
        }
      }
      case GREY -> {
        for (int x = 0; x < width(); x++) {
          row[x] = (byte) picture.grey(x, y);
        }
      }
      case BLACK_WHITE -> {
        Arrays.fill(row, 0, rowBytes(), (byte) 0);
        for (int x = 0; x < width(); x++) {
          if (picture.grey(x, y) < THRESHOLD) {
            row[x / 8] |= (byte) (0x80 >> x % 8);
          }
        }
      }
    }
    y++;
  }
}
