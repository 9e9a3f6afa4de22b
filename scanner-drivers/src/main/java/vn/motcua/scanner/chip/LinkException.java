package vn.motcua.scanner.chip;

import java.io.Serial;

/** The way to the card broke. The message is for the log and holds no data of the card. */
public final class LinkException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Why {
    /** There was no card when the session began. */
    NO_CARD,
    /** The card was taken off. */
    REMOVED,
    /** Somebody else reset the card; it still lies there. */
    RESET,
    /** This one exchange failed, the card still lies there: perhaps a block was too large. */
    FAILED,
    /** The card does not answer. */
    MUTE,
    /** Another program has the card to itself. */
    BUSY,
    /** The reader was unplugged. */
    READER_GONE,
    /** The smart card service stopped. */
    SERVICE_GONE,
    /** The answer is not even a response APDU. */
    NONSENSE,
    /** The chip wants to be spoken to otherwise; a new session can do that. */
    UNFIT,
    /** The chip refused to prove itself, which may have ended the session; begin another. */
    AGAIN,
    /** The chip does not have the keys that chip authentication agreed on. */
    UNPROVEN,
    /** The caller does not want it any more. */
    CANCELLED
  }

  private final Why why;

  public LinkException(Why why) {
    super(why.name());
    this.why = why;
  }

  public LinkException(Why why, Throwable cause) {
    super(why.name(), cause);
    this.why = why;
  }

  /** Why the way broke. */
  public Why why() {
    return why;
  }
}
