package vn.motcua.scanner.chip;

/**
 * A powered card, from connecting until {@link #close()}. Used by one thread at a time. It carries
 * bytes only: whoever has another kind of reader than PC/SC implements this and {@link CardSlot}.
 */
public interface CardConnection extends AutoCloseable {
  /** The answer to reset, or an empty array if the reader does not tell. */
  byte[] atr();

  /**
   * Sends one command APDU and waits for the answer.
   *
   * @param command short or extended, ISO/IEC 7816-4 §5.1
   * @return at least the two status bytes
   * @throws LinkException if no answer came; says why as far as the reader knows it
   */
  byte[] transmit(byte[] command) throws LinkException;

  /**
   * Whether the card that was powered still lies there, as far as the reader knows at once; true
   * where it does not tell.
   *
   * @throws LinkException if the reader or its service is gone
   */
  default boolean intact() throws LinkException {
    return true;
  }

  /** Ends the session with a reset of the card, so that the next one starts clean. Never fails. */
  @Override
  void close();
}
