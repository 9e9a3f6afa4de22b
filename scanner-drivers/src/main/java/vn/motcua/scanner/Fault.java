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

  /**
   * What of several things the fault is about, for example {@code dpi}; empty if its code says all.
   * Sentences of {@link FaultSentences} can name it.
   */
  default String about() {
    return "";
  }
}
