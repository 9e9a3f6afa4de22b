package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.io.Serial;

/** The peer said something that no eSCL scanner says. */
final class NonsenseException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  NonsenseException(String message) {
    super(message);
  }

  NonsenseException(String message, Throwable cause) {
    super(message, cause);
  }
}
