package vn.motcua.scanner.paper.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;

import vn.motcua.scanner.Fault;
import vn.motcua.scanner.paper.ScanFault;

/** FFmpeg's error numbers: those of the C library, negated. */
final class Errors {
  /** Nothing there yet. */
  static final int AGAIN = AVERROR_EAGAIN();

  private static final int PERMISSION = -1;
  private static final int ACCESS = -13;
  private static final int BUSY = -16;

  private Errors() {}

  /** Why a camera could not be opened, for a person. */
  static Fault opening(int code) {
    return switch (code) {
      case BUSY -> new ScanFault.Busy();
      case PERMISSION, ACCESS -> new ScanFault.Refused();
      default -> new ScanFault.Offline();
    };
  }
}
