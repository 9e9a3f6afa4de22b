package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.io.Serial;

/** Whoever asked for the scan does not want it any more. */
final class CancelledException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  CancelledException() {
    super("cancelled");
  }
}
