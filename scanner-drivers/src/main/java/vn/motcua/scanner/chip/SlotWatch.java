package vn.motcua.scanner.chip;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a slot, as its listeners know it. Every change is told once and in order, also when
 * a card was swapped for another between two looks. Looks happen on one thread; asking is free.
 */
final class SlotWatch {
  private final CardSlot slot;
  private final CardEvents events;
  private final Clock clock;
  private final Runnable changed;
  private CardPresence seen = new CardPresence(false, 0);
  private volatile @Nullable Instant lyingSince;
  private volatile boolean ended;

  /**
   * @param changed runs before listeners hear that a card came or went
   */
  SlotWatch(CardSlot slot, CardEvents events, Clock clock, Runnable changed) {
    this.slot = slot;
    this.events = events;
    this.clock = clock;
    this.changed = changed;
  }

  /** Since when the card that lies there was seen, if one does. */
  Optional<Instant> lyingSince() {
    return Optional.ofNullable(lyingSince);
  }

  /** Looks, and tells what is new. */
  CardPresence look() {
    CardPresence now;
    try {
      now = slot.look();
    } catch (LinkException gone) {
      now = new CardPresence(false, seen.changes());
    }
    if (now.card() && now.changes() != seen.changes()) {
      present(false);
    }
    seen = now;
    present(now.card());
    return now;
  }

  /** The card was found to be gone; it may lie there again at the next look. */
  void left() {
    present(false);
  }

  private void present(boolean now) {
    if (now != lyingSince().isPresent() && !ended) {
      lyingSince = now ? clock.instant() : null;
      changed.run();
      events.publish(
          now ? new CardEvent.CardArrived(slot.name()) : new CardEvent.CardLeft(slot.name()));
    }
  }

  /** Nothing is told any more. */
  void end() {
    ended = true;
  }
}
