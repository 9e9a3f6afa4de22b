package vn.motcua.scanner.chip;

/** The place on a reader where a card lies. */
public interface CardSlot {
  /** The reader's name. */
  String name();

  /**
   * Whether a card lies there now; returns at once.
   *
   * @throws LinkException if the reader or its service is gone
   */
  boolean cardPresent() throws LinkException;

  /**
   * Whether a card lies there now, and whether it may be another one than at the last look; returns
   * at once.
   *
   * @throws LinkException if the reader or its service is gone
   */
  default CardPresence look() throws LinkException {
    return new CardPresence(cardPresent(), 0);
  }

  /**
   * Powers the card.
   *
   * @throws LinkException if there is none, or it cannot be powered
   */
  CardConnection connect() throws LinkException;
}
