package vn.motcua.scanner.chip;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** Turns an encoded picture into pixels on the thread that calls it. */
@FunctionalInterface
interface FaceCodec {
  /**
   * Decodes. Besides what it declares it may throw anything that a library throws over damaged
   * bytes.
   *
   * @param deadline when it must stop at the latest; it may miss it
   */
  BufferedImage decode(byte[] picture, Deadline deadline) throws IOException, UnusableFaceException;
}
