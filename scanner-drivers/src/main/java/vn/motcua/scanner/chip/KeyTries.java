package vn.motcua.scanner.chip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * How many keys may be tried at one reader, so that nobody finds a card's digits by guessing and no
 * card is annoyed or locked: a key that the lying card refused is never sent to it again; after
 * {@value #PER_CARD} refused keys the card must be lifted; after more than {@value #PER_READER}
 * refusals within ten minutes and no success the reader rests. No key is kept: only hashes with a
 * salt that lasts as long as the card lies there. Used by the reader's own thread.
 */
final class KeyTries {
  /** Refused keys until a card must be lifted. */
  static final int PER_CARD = 3;

  /** Refusals within {@link #WINDOW} that a reader takes. */
  static final int PER_READER = 10;

  /** How long a refusal counts against the reader. */
  static final Duration WINDOW = Duration.ofMinutes(10);

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final byte[] salt = new byte[16];
  private final Set<String> refused = new HashSet<>();
  private final Set<KeyRing.Kind> blocked = EnumSet.noneOf(KeyRing.Kind.class);
  private final Deque<Instant> recent = new ArrayDeque<>();

  /**
   * @param clock tells how long ago a refusal was
   */
  KeyTries(Clock clock) {
    this.clock = clock;
    lifted();
  }

  /** Another card may lie there from now on. */
  void lifted() {
    random.nextBytes(salt);
    refused.clear();
    blocked.clear();
  }

  /** Why these keys must not be tried now; nothing need be sent to know it. */
  Optional<ChipFault> objection(AccessKeys keys) {
    Optional<Duration> rest = rest();
    if (rest.isPresent()) {
      return Optional.of(new ChipFault.Paused((int) rest.get().plusMillis(999).toSeconds()));
    }
    if (refused.size() >= PER_CARD) {
      return Optional.of(new ChipFault.TooManyTries());
    }
    KeyRing ring = ring(keys);
    boolean anyGiven = keys.can().isPresent() || keys.mrz().isPresent();
    if (!anyGiven || ring.can().isPresent() || ring.mrz().isPresent()) {
      return Optional.empty();
    }
    boolean onlyBlocked =
        keys.can().map(_ -> blocked.contains(KeyRing.Kind.CAN)).orElse(true)
            && keys.mrz().map(_ -> blocked.contains(KeyRing.Kind.MRZ)).orElse(true);
    return Optional.of(onlyBlocked ? new ChipFault.KeyBlocked() : new ChipFault.WrongKey());
  }

  /** The keys without those that the lying card refused. */
  KeyRing ring(AccessKeys keys) {
    Set<KeyRing.Kind> withheld = EnumSet.copyOf(blocked);
    for (KeyRing.Kind kind : KeyRing.Kind.values()) {
      if (hash(kind, keys).map(refused::contains).orElse(false)) {
        withheld.add(kind);
      }
    }
    return new KeyRing(keys, withheld);
  }

  /**
   * Takes note of what a reading with {@code keys} cost.
   *
   * @param opened whether one of them opened the chip
   */
  void ended(AccessKeys keys, KeyRing ring, boolean opened) {
    ring.refusals()
        .forEach((kind, status) -> {
          hash(kind, keys).ifPresent(refused::add);
          recent.add(clock.instant());
          if (KeyRing.isBlocked(status)) {
            blocked.add(kind);
          }
        });
    if (opened) {
      recent.clear();
    }
  }

  /** How long the reader still rests, if it does. */
  private Optional<Duration> rest() {
    Instant now = clock.instant();
    // A clock that was set back must not make the rest longer.
    recent.removeIf(then -> then.isAfter(now) || !then.plus(WINDOW).isAfter(now));
    if (recent.size() <= PER_READER) {
      return Optional.empty();
    }
    Instant enough = recent.stream().skip(recent.size() - PER_READER - 1L).findFirst().orElse(now);
    return Optional.of(Duration.between(now, enough.plus(WINDOW)));
  }

  private Optional<String> hash(KeyRing.Kind kind, AccessKeys keys) {
    Optional<String> text =
        switch (kind) {
          case CAN -> keys.can();
          case MRZ ->
              keys.mrz().map(key -> key.documentNumber() + '/' + key.birth() + '/' + key.expiry());
        };
    return text.map(key -> hash(kind + ":" + key));
  }

  private String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing", e);
    }
  }
}
