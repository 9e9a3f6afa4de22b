package vn.motcua.scanner.chip;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What outlives the sessions of one reading: a session that breaks is followed by another, which
 * must not repeat what is known to be of no use. Used by one thread.
 */
final class Attempt {
  /** A way to open a chip. */
  enum Way {
    PACE_CAN("PACE-CAN"),
    PACE_MRZ("PACE-MRZ"),
    BAC("BAC"),
    /** A chip that gives its data to anybody. */
    PLAIN("PLAIN");

    private final String label;

    Way(String label) {
      this.label = label;
    }

    /** As it stands in {@link ReadCost#access()}. */
    String label() {
      return label;
    }
  }

  /** What was learnt of readers and cards, for as long as a {@link ChipReader} lives. */
  static final class Manners {
    private static final int MOST = 500;
    private final Map<String, Manner> known = new ConcurrentHashMap<>();

    Manner of(String readerAndCard) {
      return known.getOrDefault(readerAndCard, Manner.BEST);
    }

    void learn(String readerAndCard, Manner manner) {
      if (known.size() < MOST || known.containsKey(readerAndCard)) {
        known.put(readerAndCard, manner);
      }
    }
  }

  private final Manners manners;
  private final Steps steps;
  private final Link.Counter counter = new Link.Counter();
  private @Nullable Manner manner;
  private String readerAndCard = "";
  private @Nullable ChipProof keyAgreement;
  private @Nullable ChipProof signature;

  Attempt(Manners manners, Consumer<ChipStep> progress) {
    this.manners = manners;
    this.steps = new Steps(progress);
  }

  Steps steps() {
    return steps;
  }

  Link.Counter counter() {
    return counter;
  }

  /** How to speak to the card that a session has just powered. */
  Manner manner(String reader, String atr) {
    Manner now = manner;
    if (now == null || !readerAndCard.equals(reader + " " + atr)) {
      readerAndCard = reader + " " + atr;
      now = manners.of(readerAndCard);
      manner = now;
    }
    return now;
  }

  /** How the session spoke last. */
  Manner manner() {
    Manner now = manner;
    return now == null ? Manner.BEST : now;
  }

  /** The next session speaks like this. */
  void goOnWith(Manner next) {
    manner = next;
  }

  /** It worked: the next reading begins like this. */
  void remember() {
    manners.learn(readerAndCard, manner());
  }

  /** How chip authentication ended, if it was tried and did not succeed. */
  @Nullable ChipProof keyAgreement() {
    return keyAgreement;
  }

  /** Chip authentication did not succeed; it is not tried again. */
  void keyAgreement(ChipProof proof) {
    keyAgreement = proof;
  }

  /** How active authentication ended, if it was tried and refused. */
  @Nullable ChipProof signature() {
    return signature;
  }

  /** Active authentication was refused; it is not tried again. */
  void signature(ChipProof proof) {
    signature = proof;
  }
}
