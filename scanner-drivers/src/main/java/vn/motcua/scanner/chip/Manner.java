package vn.motcua.scanner.chip;

import java.util.Optional;

/**
 * How a reader and a kind of card are spoken to. It begins with what costs the fewest exchanges and
 * gives up one convenience after another as they turn out not to be had; what was learnt is
 * remembered per reader and answer to reset.
 *
 * @param size index of the block that one READ BINARY asks for
 * @param shortIds whether files are read by their short identifier, without a SELECT
 * @param wholeBlocks whether the first READ BINARY asks for a whole block, however short the file
 *     may be
 */
record Manner(int size, boolean shortIds, boolean wholeBlocks) {
  /**
   * Fewer, larger blocks read faster, but drivers fail above what their buffers hold: the JDK's
   * holds 8190 bytes, many readers 4 kB or 1 kB, all a short APDU with its protection.
   */
  private static final int[] BLOCKS = {8000, 4096, 1000, 223};

  /** What costs least. */
  static final Manner BEST = new Manner(0, true, true);

  /** How many bytes one READ BINARY may ask for. */
  int block() {
    return BLOCKS[size];
  }

  /** The same with the next smaller block, if there is one. */
  Optional<Manner> smaller() {
    return size + 1 < BLOCKS.length
        ? Optional.of(new Manner(size + 1, shortIds, wholeBlocks))
        : Optional.empty();
  }

  /** The same with a SELECT before each file. */
  Manner selecting() {
    return new Manner(size, false, wholeBlocks);
  }

  /** The same with an exact length in each READ BINARY. */
  Manner exact() {
    return new Manner(size, shortIds, false);
  }
}
