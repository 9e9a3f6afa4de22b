package vn.motcua.scanner;

import java.io.Serial;

/** Carries a {@link Fault} to whoever can tell a person about it. Its message is for the log. */
public final class FaultException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  public FaultException(Fault fault) {
    super(fault.code());
    this.fault = fault;
  }

  public FaultException(Fault fault, Throwable cause) {
    super(fault.code(), cause);
    this.fault = fault;
  }

  public FaultException(Fault fault, String detail) {
    super(fault.code() + ": " + detail);
    this.fault = fault;
  }

  /** What went wrong. */
  public Fault fault() {
    return fault;
  }
}
