package vn.motcua.kiosk.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be paid for a dossier. Of several reliefs the highest applies, never their sum (NQ
 * 66.22/2026/NQ-CP Điều 5 khoản 2).
 */
public final class Fees {
  /**
   * One fee of a dossier.
   *
   * @param rule the rule
   * @param count how many cases, copies or pages
   * @param full without relief, in đồng
   * @param due what is to be paid, in đồng
   * @param relief the relief that applies; empty if none does
   * @param toCheck reliefs that the person has, but whose amount is not known here
   */
  public record Line(
      FeeRule rule, int count, long full, long due, Optional<Relief> relief, List<Relief> toCheck) {
    public Line {
      toCheck = List.copyOf(toCheck);
    }
  }

  private final List<Relief> reliefs;

  /**
   * @param reliefs all that are known, past and future ones too
   */
  public Fees(List<Relief> reliefs) {
    this.reliefs = List.copyOf(reliefs);
  }

  /**
   * The fees of a procedure on that day.
   *
   * @param grounds who the person is
   * @param count how many copies or pages, for fees that are paid for each; 1 or more
   */
  public List<Line> due(Procedure procedure, LocalDate day, Set<Relief.Ground> grounds, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("copies or pages: " + count);
    }
    List<Line> lines = new ArrayList<>();
    for (FeeRule rule : procedure.details().fees()) {
      if (rule.holds(day)) {
        lines.add(line(rule, day, grounds, rule.per() == FeeRule.Per.CASE ? 1 : count));
      }
    }
    return lines;
  }

  /** The sum of what is to be paid, in đồng. */
  public static long sum(List<Line> lines) {
    return lines.stream().mapToLong(Line::due).sum();
  }

  private Line line(FeeRule rule, LocalDate day, Set<Relief.Ground> grounds, int count) {
    long full = Math.multiplyExact(rule.amount(), (long) count);
    List<Relief> own =
        reliefs.stream()
            .filter(relief -> grounds.contains(relief.ground()) && relief.lowers(rule, day))
            .toList();
    Optional<Relief> best =
        own.stream()
            .filter(relief -> relief.percent().isPresent())
            .max(Comparator.comparingInt(relief -> relief.percent().getAsInt()));
    int percent = best.map(relief -> relief.percent().getAsInt()).orElse(0);
    // Half a đồng is the citizen's.
    long due = full * (100 - percent) / 100;
    List<Relief> unknown =
        percent == 100 || full == 0
            ? List.of()
            : own.stream().filter(relief -> relief.percent().isEmpty()).toList();
    return new Line(rule, count, full, due, full == 0 ? Optional.empty() : best, unknown);
  }
}
