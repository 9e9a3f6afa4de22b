package vn.motcua.scanner.chip.simulated;

import java.io.Serial;

/** A status word instead of an answer. */
final class Refusal extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;

  Refusal(int status) {
    super(Integer.toHexString(status), null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
