package vn.motcua.kiosk.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a procedure costs, for as long as the rule is in force.
 *
 * @param name what the fee is called, Vietnamese
 * @param amount in đồng; 0 or more
 * @param per what it is paid for
 * @param from the first day on which it is in force
 * @param to the last, if it has one
 * @param reliefs the groups of reliefs that can lower it, for example {@code HO_TICH}
 * @param source the rule that says so
 */
public record FeeRule(
    String name,
    long amount,
    Per per,
    LocalDate from,
    Optional<LocalDate> to,
    List<String> reliefs,
    String source) {
  /** What a fee is paid for. */
  public enum Per {
    CASE,
    COPY,
    PAGE
  }

  public FeeRule {
    reliefs = List.copyOf(reliefs);
    if (amount < 0 || to.filter(last -> last.isBefore(from)).isPresent()) {
      throw new IllegalArgumentException("a fee below nothing, or never in force: " + name);
    }
  }

  /** Whether it is in force on that day. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
  }
}
