package vn.motcua.scanner.barcode.image;

import com.google.zxing.LuminanceSource;
import java.util.Arrays;

/** A gray picture, or a part of it, as ZXing wants to see it. */
final class GraySource extends LuminanceSource {
  private final GrayPicture picture;
  private final int left;
  private final int top;

  GraySource(GrayPicture picture) {
    this(picture, 0, 0, picture.width(), picture.height());
  }

  private GraySource(GrayPicture picture, int left, int top, int width, int height) {
    super(width, height);
    this.picture = picture;
    this.left = left;
    this.top = top;
  }

  @Override
  public byte[] getRow(int y, byte[] row) {
    if (y < 0 || y >= getHeight()) {
      throw new IllegalArgumentException("row " + y);
    }
    int width = getWidth();
    byte[] target = row == null || row.length < width ? new byte[width] : row;
    System.arraycopy(picture.pixels(), (top + y) * picture.width() + left, target, 0, width);
    return target;
  }

  @Override
  public byte[] getMatrix() {
    int width = getWidth();
    int height = getHeight();
    if (width == picture.width()) {
      int from = top * width;
      return Arrays.copyOfRange(picture.pixels(), from, from + width * height);
    }
    byte[] matrix = new byte[width * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(
          picture.pixels(), (top + y) * picture.width() + left, matrix, y * width, width);
    }
    return matrix;
  }

  @Override
  public boolean isCropSupported() {
    return true;
  }

  @Override
  public LuminanceSource crop(int x, int y, int width, int height) {
    if (x < 0 || y < 0 || x + width > getWidth() || y + height > getHeight()) {
      throw new IllegalArgumentException("outside of the picture");
    }
    return new GraySource(picture, left + x, top + y, width, height);
  }

  @Override
  public boolean isRotateSupported() {
    return true;
  }

  @Override
  public LuminanceSource rotateCounterClockwise() {
    int width = getWidth();
    int height = getHeight();
    byte[] turned = new byte[width * height];
    for (int y = 0; y < height; y++) {
      int from = (top + y) * picture.width() + left;
      for (int x = 0; x < width; x++) {
        turned[(width - 1 - x) * height + y] = picture.pixels()[from + x];
      }
    }
    return new GraySource(new GrayPicture(height, width, turned));
  }
}
