package vn.motcua.scanner;

/**
 * Something that went wrong and that a person can mend. It is a value, not an exception: it has a
 * stable code that staff can read over the phone, and its sentences stand in the fault bundles of
 * the module that declares it.
 */
public interface Fault {
  /**
   * The stable code, upper-case ASCII letters and digits in groups joined by hyphens, for example
   * {@code SCAN-JAM}.
   */
  String code();
}
