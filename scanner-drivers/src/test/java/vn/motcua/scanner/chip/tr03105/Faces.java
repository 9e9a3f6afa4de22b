package vn.motcua.scanner.chip.tr03105;

import vn.motcua.scanner.chip.FaceImage;
import vn.motcua.scanner.chip.simulated.SimulatedFace;

/** Pictures of nobody, made once. */
final class Faces {
  private static final SimulatedFace NOBODY = new SimulatedFace("051191407263");

  static final FaceImage JPEG = NOBODY.jpeg(9_000);
  static final FaceImage JPEG_LARGE = NOBODY.jpeg(60_000);
  static final FaceImage JPEG_2000 = NOBODY.jpeg2000(9_000);

  private Faces() {}
}
