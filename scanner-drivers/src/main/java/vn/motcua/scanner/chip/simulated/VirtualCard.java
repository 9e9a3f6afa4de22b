package vn.motcua.scanner.chip.simulated;

/** Anything that answers APDUs like a card: a whole simulated one, or one that misbehaves. */
public interface VirtualCard {
  /** The answer to reset. */
  byte[] atr();

  /** Power off and on. */
  void reset();

  /** Answers one command APDU; a genuine card gives at least two status bytes. */
  byte[] process(byte[] command);

  /** Was taken off the reader; called from any thread, also while it still works on a command. */
  default void removed() {}
}
