package vn.motcua.kiosk.cli;

import java.io.Serial;
import java.util.Map;
import vn.motcua.scanner.Fault;

/** A command stopped with a fault, but something was done that must not be forgotten. */
final class PartlyDone extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Fault fault;
  private final transient Map<String, Object> done;

  PartlyDone(Fault fault, Map<String, Object> done) {
    super(fault.code());
    this.fault = fault;
    this.done = done;
  }

  Fault fault() {
    return fault;
  }

  /** What was done, for the JSON beside the fault. */
  Map<String, Object> done() {
    return done;
  }
}
