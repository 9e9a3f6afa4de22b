package vn.motcua.scanner.paper;

import java.io.IOException;
import vn.motcua.scanner.FaultException;

/**
 * A picture that comes row by row from the top, so that a large page never stands in memory as
 * pixels. Samples have eight bits; with {@link #bits} a pixel is one bit, the leftmost the highest,
 * 1 = black.
 */
public interface Rows {
  /** Pixels a row. */
  int width();

  /** Rows. */
  int height();

  /** 1 for grey, 3 for red, green, blue. */
  int channels();

  /** True if a pixel is one bit. */
  boolean bits();

  /** Bytes that {@link #next} fills. */
  default int rowBytes() {
    return bits() ? (width() + 7) / 8 : width() * channels();
  }

  /** Fills the first {@link #rowBytes} bytes of {@code row} with the next row. */
  void next(byte[] row) throws IOException, FaultException;
}
