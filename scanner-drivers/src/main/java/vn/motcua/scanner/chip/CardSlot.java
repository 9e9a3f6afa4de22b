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
   * Powers the card.
   *
   * @throws LinkException if there is none, or it cannot be powered
   */
  CardConnection connect() throws LinkException;
}
