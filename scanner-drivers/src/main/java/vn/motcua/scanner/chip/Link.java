package vn.motcua.scanner.chip;

import java.util.Arrays;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.Cancellation;

/**
 * Our card connection in the shape that JMRTD's protocols want. It counts every exchange, stops
 * between two of them when asked to, and keeps the cause of a break, which JMRTD would hide or
 * answer by repeating the command in plain text.
 */
final class Link extends CardService {
  /** The bits of the class byte that stand for secure messaging (ISO/IEC 7816-4 §5.4.1). */
  private static final int SECURED = 0x0C;

  private final CardConnection connection;
  private final Counter counter;
  private final Cancellation cancellation;
  private @Nullable LinkException broken;
  private byte[] lastCommand = {};
  private byte[] plainCommand = {};
  private byte[] plainAnswer = {};
  private int lastStatus;

  /**
   * Counts command APDUs and bytes over all sessions of one reading, and bounds the former: the
   * largest card that we read takes some 1200 with the smallest blocks, and a contactless chip
   * answers no more than this within {@link ReaderWorker.Limits#session}.
   */
  static final class Counter {
    /** A card that makes us send more leads us by the nose. */
    static final int MOST = 4000;

    private int apdus;
    private long bytes;
    private boolean extended;

    int apdus() {
      return apdus;
    }

    /** Whether the last command was an extended APDU, which not every reader carries. */
    boolean extended() {
      return extended;
    }

    /** Sent and received. */
    long bytes() {
      return bytes;
    }
  }

  Link(CardConnection connection, Counter counter, Cancellation cancellation) {
    this.connection = connection;
    this.counter = counter;
    this.cancellation = cancellation;
  }

  @Override
  public ResponseAPDU transmit(CommandAPDU command) throws CardServiceException {
    byte[] answer;
    try {
      answer = exchange(command.getBytes());
    } catch (LinkException e) {
      throw new CardServiceException(e.getMessage(), e);
    }
    return new ResponseAPDU(answer);
  }

  private byte[] exchange(byte[] command) throws LinkException {
    LinkException before = broken;
    if (before != null) {
      throw before;
    }
    try {
      if (cancellation.isCancelled()) {
        throw new LinkException(LinkException.Why.CANCELLED);
      }
      if (counter.apdus >= Counter.MOST) {
        throw new LinkException(LinkException.Why.NONSENSE);
      }
      counter.apdus++;
      // ISO/IEC 7816-3 §12.1.3: no data and Le, or Lc, begin with a zero byte.
      counter.extended = command.length >= 7 && command[4] == 0;
      lastCommand = command;
      lastStatus = 0;
      byte[] answer = connection.transmit(command);
      counter.bytes += command.length + answer.length;
      if (answer.length < 2) {
        throw new LinkException(LinkException.Why.NONSENSE);
      }
      if ((command[0] & SECURED) == 0) {
        plainCommand = command;
        plainAnswer = Arrays.copyOf(answer, answer.length - 2);
      }
      lastStatus = ((answer[answer.length - 2] & 0xFF) << 8) | (answer[answer.length - 1] & 0xFF);
      return answer;
    } catch (LinkException e) {
      broken = e;
      throw e;
    }
  }

  /** Throws the break that some layer above may have turned into another exception. */
  void throwIfBroken() throws LinkException {
    LinkException cause = broken;
    if (cause != null) {
      throw cause;
    }
  }

  /** Throws if the card that answered so far lies there no more. */
  void throwUnlessIntact() throws LinkException {
    if (!connection.intact()) {
      LinkException gone = new LinkException(LinkException.Why.REMOVED);
      broken = gone;
      throw gone;
    }
  }

  /** The command that was sent last. */
  byte[] lastCommand() {
    return lastCommand;
  }

  /** The status bytes that answered it. */
  int lastStatus() {
    return lastStatus;
  }

  /** The last command that went without protection: once a chip is open, the one that opened it. */
  byte[] plainCommand() {
    return plainCommand;
  }

  /** The data that answered it, without the status bytes. */
  byte[] plainAnswer() {
    return plainAnswer;
  }

  @Override
  public void open() {
    state = SESSION_STARTED_STATE;
  }

  @Override
  public boolean isOpen() {
    return state == SESSION_STARTED_STATE;
  }

  @Override
  public byte[] getATR() {
    return connection.atr();
  }

  @Override
  public boolean isExtendedAPDULengthSupported() {
    return true;
  }

  @Override
  public void close() {
    state = SESSION_STOPPED_STATE;
    connection.close();
  }

  @Override
  public boolean isConnectionLost(Exception e) {
    return broken != null;
  }
}
