package vn.motcua.scanner.chip;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.Cancellation;

/**
 * Reads one citizen card: opens the chip, reads what the purpose needs, proves it. Works on any
 * {@link CardSlot} and is safe for use by several threads on different slots.
 *
 * <p>Blocks of READ BINARY begin large and step down when an exchange fails, since readers differ
 * in what they carry; what a reader could do is remembered as long as this object lives.
 */
public final class ChipReader {
  private static final int MAX_SESSIONS = 10;

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(ChipReader.class);

  // JMRTD logs what it handles, which may be keys or a citizen's data. Held strongly: the log
  // manager forgets the level of a logger that nobody holds.
  @SuppressWarnings("unused")
  private static final List<Logger> SILENCED =
      List.of(silence("org.jmrtd"), silence("net.sf.scuba"));

  private final TrustStore trust;
  private final Clock clock;
  private final Attempt.Manners manners = new Attempt.Manners();

  /**
   * @param trust the installed trust anchors, may be empty
   * @param clock tells what is expired and which century a birth year belongs to
   */
  public ChipReader(TrustStore trust, Clock clock) {
    this.trust = trust;
    this.clock = clock;
  }

  private static Logger silence(String name) {
    Logger logger = Logger.getLogger(name);
    logger.setLevel(Level.OFF);
    return logger;
  }

  /**
   * Reads the card in {@code slot} on the calling thread.
   *
   * @param keys what may open the chip
   * @param purpose decides which data groups are asked for and which fields are kept
   * @param progress called once as each step begins
   * @param cancellation looked at before each exchange
   */
  public ChipOutcome read(
      CardSlot slot,
      AccessKeys keys,
      ReadPurpose purpose,
      Consumer<ChipStep> progress,
      Cancellation cancellation) {
    return read(slot, new KeyRing(keys), purpose, progress, cancellation);
  }

  /** The same; {@code keys} know afterwards what the chip refused. */
  ChipOutcome read(
      CardSlot slot,
      KeyRing keys,
      ReadPurpose purpose,
      Consumer<ChipStep> progress,
      Cancellation cancellation) {
    Attempt attempt = new Attempt(manners, progress);
    ChipSession.Order order = new ChipSession.Order(keys, purpose);
    boolean failedBefore = false;
    for (int session = 0; session < MAX_SESSIONS; session++) {
      try {
        ChipRecord card = new ChipSession(slot, order, trust, clock, attempt, cancellation).read();
        attempt.remember();
        return new ChipOutcome.Read(card);
      } catch (Stop stop) {
        return new ChipOutcome.Stopped(stop.fault());
      } catch (LinkException broken) {
        LOG.debug(
            "session {} ended after {} APDUs: {}",
            session,
            attempt.counter().apdus(),
            broken.why());
        switch (broken.why()) {
          case CANCELLED -> {
            return new ChipOutcome.Cancelled();
          }
          case FAILED -> {
            Optional<Manner> smaller =
                attempt.counter().extended() ? attempt.manner().smaller() : Optional.empty();
            if (smaller.isPresent()) {
              attempt.goOnWith(smaller.get());
            } else if (failedBefore) {
              return new ChipOutcome.Stopped(new ChipFault.Mute());
            } else {
              // Not a matter of lengths: a card that was lifted a little, perhaps.
              failedBefore = true;
            }
          }
          case UNFIT -> attempt.goOnWith(attempt.manner().selecting());
          case UNPROVEN -> attempt.keyAgreement(ChipProof.WRONG);
          case AGAIN, RESET -> {
            // Another program reset the card under us, or the chip refused a proof: begin again.
          }
          default -> {
            return new ChipOutcome.Stopped(fault(broken.why()));
          }
        }
      }
    }
    return new ChipOutcome.Stopped(new ChipFault.Mute());
  }

  private static ChipFault fault(LinkException.Why why) {
    return switch (why) {
      case NO_CARD -> new ChipFault.NoCard();
      case REMOVED -> new ChipFault.Removed();
      case READER_GONE -> new ChipFault.NoReader();
      case SERVICE_GONE -> new ChipFault.NoService();
      case NONSENSE -> new ChipFault.Nonsense();
      case BUSY -> new ChipFault.Busy();
      case MUTE, RESET, FAILED, UNFIT, UNPROVEN, AGAIN, CANCELLED -> new ChipFault.Mute();
    };
  }
}
