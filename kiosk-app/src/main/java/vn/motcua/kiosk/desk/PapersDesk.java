package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.Relief;
import vn.motcua.kiosk.dossier.WorkingCalendar;

/** Where one asks what a procedure needs. Answers from memory, at once, on any thread. */
public final class PapersDesk {
  private final TradeRules rules;
  private final WorkingCalendar calendar;
  private final Clock clock;

  public PapersDesk(TradeRules rules, WorkingCalendar calendar, Clock clock) {
    this.rules = rules;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * What a procedure needs, as it is today.
   *
   * @param procedure with its papers and forms
   * @param fee what it costs without any relief
   * @param counted whether it is paid for each copy or page
   * @param reliefs who pays less
   * @param ready when it would be ready if it were handed in now; its days are provisional where
   *     {@link DueDate#provisional()} says so
   */
  public record Needs(
      Procedure procedure,
      FeeQuote fee,
      boolean counted,
      Set<Relief.Ground> reliefs,
      DueDate ready) {
    public Needs {
      reliefs = Set.copyOf(reliefs);
    }

    /** Whether something of {@code what} is not confirmed in an official publication. */
    public boolean isUnconfirmed(String what) {
      return procedure.details().unconfirmed().contains(what);
    }
  }

  /** Procedures that fit what was typed, best first; all for an empty text. */
  public List<Procedure> search(String text) {
    return rules.procedures(today()).search(text);
  }

  /** The procedure of that code, if dossiers are received under it today. */
  public Optional<Procedure> find(String code) {
    return rules.procedures(today()).find(code);
  }

  /** What it needs. */
  public Needs needs(Procedure procedure) {
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES);
    LocalDate day = now.toLocalDate();
    return new Needs(
        procedure,
        rules.quote(procedure, day, FeeClaim.NONE),
        TradeRules.isCounted(procedure, day),
        rules.grounds(procedure, day),
        calendar.due(now, procedure.limit()));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
