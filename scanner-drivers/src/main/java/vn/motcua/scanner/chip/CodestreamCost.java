package vn.motcua.scanner.chip;

/**
 * What decoding a JPEG 2000 codestream would set up, counted before a decoder does it: packets and
 * code-blocks (ISO/IEC 15444-1 §B.6, §B.7). A few bytes of header can ask for millions of either.
 */
final class CodestreamCost {
  /** As many as a picture can have bytes: each packet takes at least one. */
  static final long MAX_PACKETS = FacePicture.MAX_BYTES;

  /** 480×640 in three colours has 77,000 even with the smallest code-blocks of 4×4. */
  static final long MAX_BLOCKS = 1 << 18;

  /** A decoder keeps about 20 bytes for each code-block and layer. */
  static final long MAX_BLOCK_LAYERS = 1 << 21;

  static final int MAX_LEVELS = 12;

  private CodestreamCost() {}

  /**
   * How one component is cut up (the SPcod or SPcoc parameters).
   *
   * @param blockX binary logarithm of a code-block's width
   * @param blockY and of its height
   * @param precincts binary logarithms of width and height, low and high half of each byte, lowest
   *     resolution first
   */
  record Cutting(int blockX, int blockY, int[] precincts) {
    static Cutting read(Octets in, boolean precinctsFollow) throws UnusableFaceException {
      int levels = in.u8();
      if (levels > MAX_LEVELS) {
        throw UnusableFaceException.tooLarge("more resolutions than any portrait");
      }
      int blockX = in.u8() + 2;
      int blockY = in.u8() + 2;
      if (blockX > 10 || blockY > 10 || blockX + blockY > 12) {
        throw UnusableFaceException.damaged("code-blocks of a forbidden size");
      }
      in.u8();
      in.u8();
      int[] precincts = new int[levels + 1];
      for (int r = 0; r <= levels; r++) {
        precincts[r] = precinctsFollow ? in.u8() : 0xFF;
        if (r > 0 && ((precincts[r] & 0x0F) == 0 || precincts[r] >> 4 == 0)) {
          throw UnusableFaceException.damaged("precincts of a forbidden size");
        }
      }
      return new Cutting(blockX, blockY, precincts);
    }
  }

  /** Refuses a cutting that would be too much if every component of every tile had it. */
  static void check(ImageSize size, Cutting cutting, int layers) throws UnusableFaceException {
    long packets = 0;
    long blocks = 0;
    for (int ty = 0; ty < size.tilesDown(); ty++) {
      for (int tx = 0; tx < size.tilesAcross(); tx++) {
        int x0 = Math.max(size.left(), size.tileLeft() + tx * size.tileWidth());
        int y0 = Math.max(size.top(), size.tileTop() + ty * size.tileHeight());
        int x1 = Math.min(size.right(), size.tileLeft() + (tx + 1) * size.tileWidth());
        int y1 = Math.min(size.bottom(), size.tileTop() + (ty + 1) * size.tileHeight());
        int levels = cutting.precincts.length - 1;
        for (int r = 0; r <= levels; r++) {
          int px = cutting.precincts[r] & 0x0F;
          int py = cutting.precincts[r] >> 4;
          int shift = levels - r;
          packets += cells(x0, x1, shift, px) * cells(y0, y1, shift, py);
          int halved = r == 0 ? 0 : 1;
          blocks +=
              (r == 0 ? 1L : 3L)
                  * cells(x0, x1, shift + halved, Math.min(cutting.blockX, px - halved))
                  * cells(y0, y1, shift + halved, Math.min(cutting.blockY, py - halved));
        }
      }
    }
    packets *= (long) size.components() * layers;
    blocks *= size.components();
    if (packets > MAX_PACKETS || blocks > MAX_BLOCKS || blocks * layers > MAX_BLOCK_LAYERS) {
      throw UnusableFaceException.tooLarge("more packets or code-blocks than any portrait");
    }
  }

  /** How many cells of 2^cell a stretch of the grid touches once it is reduced by 2^shift. */
  private static long cells(int from, int to, int shift, int cell) {
    int first = Math.ceilDiv(from, 1 << shift);
    int last = Math.ceilDiv(to, 1 << shift);
    return last > first ? Math.ceilDiv(last, 1 << cell) - (first >> cell) : 0;
  }
}
