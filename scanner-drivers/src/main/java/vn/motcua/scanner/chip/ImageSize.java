package vn.motcua.scanner.chip;

import java.util.ArrayList;
import java.util.List;

/**
 * The SIZ marker segment of a JPEG 2000 codestream (ISO/IEC 15444-1 §A.5.1), already found to be
 * within the bounds of a portrait. All lengths are pixels of the reference grid.
 *
 * @param left where the picture begins
 * @param top where the picture begins
 * @param right where it ends, exclusive
 * @param bottom where it ends, exclusive
 * @param tileWidth of a tile
 * @param tileHeight of a tile
 * @param tileLeft where the first tile begins
 * @param tileTop where the first tile begins
 * @param depths bits a sample, 1 to 16, of each component
 */
record ImageSize(
    int left,
    int top,
    int right,
    int bottom,
    int tileWidth,
    int tileHeight,
    int tileLeft,
    int tileTop,
    List<Integer> depths) {
  /** A portrait has one; some encoders cut squares of 128 pixels. */
  static final int MAX_TILES = 256;

  /**
   * In the byte that says a component's depth. It is ignored: what matters to the eye is the
   * distance from the darkest value, and the decoder mixes up signed and unsigned components.
   */
  static final int SIGN = 0x80;

  private static final int MAX_GRID = 2 * FacePicture.MAX_SIDE;

  /** Reads the segment behind its length. */
  static ImageSize read(Octets in) throws UnusableFaceException {
    if (in.u16() > 2) {
      throw UnusableFaceException.otherKind("not JPEG 2000 part 1");
    }
    long right = in.u32();
    long bottom = in.u32();
    long left = in.u32();
    long top = in.u32();
    FacePicture.checkSize(right - left, bottom - top);
    long tileWidth = in.u32();
    long tileHeight = in.u32();
    long tileLeft = in.u32();
    long tileTop = in.u32();
    if (right > MAX_GRID || bottom > MAX_GRID) {
      throw UnusableFaceException.tooLarge("a picture far from its origin");
    }
    if (tileLeft > left
        || tileTop > top
        || tileWidth == 0
        || tileHeight == 0
        || tileLeft + tileWidth <= left
        || tileTop + tileHeight <= top) {
      throw UnusableFaceException.damaged("tiles that do not cover the picture");
    }
    int components = in.u16();
    if (components < 1 || components > 4) {
      throw UnusableFaceException.otherKind("neither grey nor colour");
    }
    List<Integer> depths = new ArrayList<>();
    for (int i = 0; i < components; i++) {
      int depth = in.u8() & ~SIGN;
      if (depth > 15) {
        throw UnusableFaceException.otherKind("samples of more than 16 bits");
      }
      depths.add(depth + 1);
      int across = in.u8();
      int down = in.u8();
      if (across != 1 || down != 1) {
        throw UnusableFaceException.otherKind("components of different sizes");
      }
    }
    ImageSize size =
        new ImageSize(
            (int) left,
            (int) top,
            (int) right,
            (int) bottom,
            (int) Math.min(tileWidth, MAX_GRID),
            (int) Math.min(tileHeight, MAX_GRID),
            (int) tileLeft,
            (int) tileTop,
            List.copyOf(depths));
    if ((long) size.tilesAcross() * size.tilesDown() > MAX_TILES) {
      throw UnusableFaceException.tooLarge("more tiles than any portrait");
    }
    return size;
  }

  /** 1 to 4. */
  int components() {
    return depths.size();
  }

  int width() {
    return right - left;
  }

  int height() {
    return bottom - top;
  }

  int tilesAcross() {
    return Math.ceilDiv(right - tileLeft, tileWidth);
  }

  int tilesDown() {
    return Math.ceilDiv(bottom - tileTop, tileHeight);
  }
}
