package vn.motcua.scanner.chip;

import java.io.Serial;

/** A face cannot be shown; {@link #fault()} says why. The message never quotes the picture. */
public final class UnusableFaceException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient FaceFault fault;

  UnusableFaceException(FaceFault fault, String detail) {
    super(fault.code() + ": " + detail);
    this.fault = fault;
  }

  UnusableFaceException(FaceFault fault, String detail, Throwable cause) {
    super(fault.code() + ": " + detail, cause);
    this.fault = fault;
  }

  /** Why. */
  public FaceFault fault() {
    return fault;
  }

  static UnusableFaceException tooLarge(String detail) {
    return new UnusableFaceException(new FaceFault.TooLarge(), detail);
  }

  static UnusableFaceException damaged(String detail) {
    return new UnusableFaceException(new FaceFault.Damaged(), detail);
  }

  static UnusableFaceException otherKind(String detail) {
    return new UnusableFaceException(new FaceFault.OtherKind(), detail);
  }
}
