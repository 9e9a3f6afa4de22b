package vn.motcua.scanner.paper.file;

import java.util.OptionalInt;

/** Which dots per inch a picture is to count with. */
final class Density {
  private static final int LEAST = 50;
  private static final int MOST = 1200;

  /** What programs write that know nothing of paper; only believed for a page up to A3. */
  private static final int SCREEN = 96;

  private static final int A3_INCHES = 17;
  private static final int LONGEST_INCHES = 48;

  private Density() {}

  /**
   * The picture's own value where it can be true of paper, else {@code asked}.
   *
   * @param claimed what the picture says, if it does
   */
  static int of(OptionalInt claimed, int width, int height, int asked) {
    int dpi = claimed.orElse(0);
    int inches = dpi <= SCREEN ? A3_INCHES : LONGEST_INCHES;
    boolean likely = dpi >= LEAST && dpi <= MOST && Math.max(width, height) <= inches * dpi;
    return likely ? dpi : Math.clamp(asked, LEAST, MOST);
  }
}
