package vn.motcua.kiosk.cardkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import vn.motcua.scanner.chip.simulated.CardBuilder;
import vn.motcua.scanner.chip.simulated.Hostile;
import vn.motcua.scanner.chip.simulated.HostileCard;

/**
 * {@code hostile}: how the card misbehaves, and from when on.
 *
 * @param group the data group that is another, where a file is
 * @param fromExchange counted since the last reset
 * @param fromSecured the same among protected commands
 * @param slow how long each answer of a slow card takes
 */
record HostilePart(
    Hostile behaviour,
    Optional<Integer> group,
    Optional<Integer> fromExchange,
    Optional<Integer> fromSecured,
    Optional<Duration> slow) {
  private static final int MANY = 1_000_000;

  static HostilePart read(StrictJson how) throws WrongProfile {
    String name = how.text("behaviour").orElseThrow(() -> how.wrong("behaviour", "is missing"));
    return new HostilePart(
        Hostile.named(name)
            .orElseThrow(() ->
                how.wrong(
                    "behaviour",
                    "must be one of "
                        + Arrays.stream(Hostile.values()).map(Hostile::code).toList())),
        how.number("group", 1, 16),
        how.number("fromExchange", 1, MANY),
        how.number("fromSecured", 1, MANY),
        how.number("milliseconds", 1, MANY).map(Duration::ofMillis));
  }

  HostileCard over(CardBuilder builder) {
    HostileCard card =
        group.isPresent() ? behaviour.card(builder, group.get()) : behaviour.card(builder);
    fromExchange.ifPresent(card::fromExchange);
    fromSecured.ifPresent(card::fromSecured);
    slow.ifPresent(card::slow);
    return card;
  }
}
