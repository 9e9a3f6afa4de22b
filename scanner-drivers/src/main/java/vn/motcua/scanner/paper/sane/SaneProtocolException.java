package vn.motcua.scanner.paper.sane;

import java.io.IOException;
import java.io.Serial;

/** The peer said something that no SANE daemon says. */
final class SaneProtocolException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  SaneProtocolException(String message) {
    super(message);
  }
}
