package vn.motcua.scanner.chip;

import java.util.logging.Level;
import java.util.logging.Logger;
import vn.motcua.scanner.Cancellation;

/** A chip that says the same to everything, for what has to be computed over its bytes. */
final class Answering implements CardConnection {
  /** Held, as in {@link ChipReader}: JMRTD writes a page about each answer that it cannot use. */
  private static final Logger SILENCED = Logger.getLogger("org.jmrtd");

  static {
    SILENCED.setLevel(Level.OFF);
  }

  private final byte[] answer;
  private int commands;

  private Answering(byte[] answer) {
    this.answer = answer;
  }

  /** Powered, without session keys; every answer is {@code data} and a status that says yes. */
  static Powered with(byte... data) {
    Answering chip = new Answering(Encoded.join(data, new byte[] {(byte) 0x90, 0}));
    return new Powered(chip, Manner.BEST, new Link.Counter(), new Cancellation());
  }

  @Override
  public byte[] atr() {
    return new byte[0];
  }

  @Override
  public byte[] transmit(byte[] command) throws LinkException {
    if (++commands > 10) {
      throw new LinkException(LinkException.Why.NONSENSE);
    }
    return answer.clone();
  }

  @Override
  public void close() {}
}
