package vn.motcua.scanner.chip;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A reading stopped with something that a person can mend. */
final class Stop extends Exception {
  @Serial private static final long serialVersionUID = 1L;
  private final transient ChipFault fault;

  Stop(ChipFault fault) {
    this(fault, null);
  }

  Stop(ChipFault fault, @Nullable Throwable cause) {
    super(fault.code(), cause);
    this.fault = fault;
  }

  ChipFault fault() {
    return fault;
  }
}
