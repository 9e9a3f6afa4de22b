package vn.motcua.scanner.chip;

import java.io.Serial;

/** Bytes from a chip break a rule that we rely on. The message never quotes them. */
final class MalformedException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  MalformedException(String rule) {
    super(rule);
  }

  MalformedException(String rule, Throwable cause) {
    super(rule, cause);
  }
}
