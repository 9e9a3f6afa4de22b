package vn.motcua.kiosk.token;

import org.jspecify.annotations.Nullable;

/** A token does not do what it was asked. Whoever asked knows what that means to people. */
public final class TokenException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Trouble {
    /** The module cannot be loaded, or is none. */
    MODULE,
    /** No token of that name is plugged in. */
    NONE,
    /** Several tokens, and none was named. */
    SEVERAL,
    /** The PIN is wrong. */
    PIN,
    /** The token has locked its PIN. */
    LOCKED,
    /** It was pulled out. */
    GONE,
    /** It refuses, or cannot. */
    REFUSED
  }

  private final Trouble trouble;

  TokenException(Trouble trouble) {
    super(trouble.name());
    this.trouble = trouble;
  }

  TokenException(Trouble trouble, Exception cause) {
    super(trouble.name(), cause);
    this.trouble = trouble;
  }

  /** What Java's provider means: PKCS#11's return values stand somewhere in the causes. */
  public static TokenException of(Exception cause) {
    Trouble found = Trouble.REFUSED;
    for (@Nullable Throwable each = cause; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage());
      if (message.contains("CKR_PIN_LOCKED")) {
        found = Trouble.LOCKED;
      } else if (message.contains("CKR_PIN_")) {
        found = Trouble.PIN;
      } else if (isGone(message)) {
        found = Trouble.GONE;
      }
    }
    return new TokenException(found, cause);
  }

  /** What is wrong. */
  public Trouble trouble() {
    return trouble;
  }

  /**
   * What modules answer once the token is away. They do not agree on one value: some say it
   * plainly, others that the session, the object or the device is no good any more.
   */
  private static boolean isGone(String message) {
    return message.contains("CKR_TOKEN_NOT_PRESENT")
        || message.contains("CKR_DEVICE_REMOVED")
        || message.contains("CKR_DEVICE_ERROR")
        || message.contains("CKR_SESSION_HANDLE_INVALID")
        || message.contains("CKR_SESSION_CLOSED")
        || message.contains("CKR_TOKEN_NOT_RECOGNIZED")
        || message.contains("CKR_OBJECT_HANDLE_INVALID")
        || message.contains("CKR_KEY_HANDLE_INVALID")
        || message.contains("CKR_SLOT_ID_INVALID")
        || message.contains("CKR_USER_NOT_LOGGED_IN")
        || message.contains("Token has been removed");
  }
}
