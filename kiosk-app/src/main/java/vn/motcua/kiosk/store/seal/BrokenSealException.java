package vn.motcua.kiosk.store.seal;

import java.io.IOException;

/** What was to be opened is not what was sealed: changed, moved, cut, or under another key. */
public final class BrokenSealException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenSealException(String message) {
    super(message);
  }

  BrokenSealException(String message, Throwable cause) {
    super(message, cause);
  }
}
