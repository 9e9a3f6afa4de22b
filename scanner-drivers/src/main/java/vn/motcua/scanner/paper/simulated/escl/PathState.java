package vn.motcua.scanner.paper.simulated.escl;

import java.util.Optional;

/** What the feeder says of itself ({@code scan:AdfState}). */
enum PathState {
  CLEAR("ScannerAdfLoaded"),
  JAM("ScannerAdfJam"),
  HATCH_OPEN("ScannerAdfHatchOpen"),
  MULTIPICK("ScannerAdfMultipickDetected"),
  MISPICK("ScannerAdfMispick"),
  TOO_LONG("ScannerAdfDuplexPageTooLong"),
  TOO_SHORT("ScannerAdfDuplexPageTooShort"),
  TRAY_FAILED("ScannerAdfInputTrayFailed");

  private final String word;

  PathState(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** The state in which a fault leaves the paper path, if it is a fault of the paper path. */
  static Optional<PathState> after(EsclFault fault) {
    return switch (fault) {
      case JAM, JAM_404, JAM_EMPTY_JPEG, EMPTY_FEEDER_JAMS -> Optional.of(JAM);
      case COVER_OPEN -> Optional.of(HATCH_OPEN);
      case DOUBLE_FEED -> Optional.of(MULTIPICK);
      case MISPICK -> Optional.of(PathState.MISPICK);
      case PAGE_TOO_LONG -> Optional.of(TOO_LONG);
      case PAGE_TOO_SHORT -> Optional.of(TOO_SHORT);
      case TRAY_FAILED -> Optional.of(PathState.TRAY_FAILED);
      default -> Optional.empty();
    };
  }
}
