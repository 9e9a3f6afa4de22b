package vn.motcua.kiosk.desk;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.motcua.kiosk.dossier.FeeRule;
import vn.motcua.kiosk.dossier.Fees;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ProcedureCatalogue;
import vn.motcua.kiosk.dossier.Relief;

/** The dated rules of the trade, as they hold on a day. Safe on any thread. */
public final class TradeRules {
  private static final int DAYS_KEPT = 8;

  private final List<ProcedureCatalogue> catalogues;
  private final List<Relief> reliefs;
  private final Fees fees;
  private final Map<LocalDate, ProcedureCatalogue> days = new ConcurrentHashMap<>();

  /**
   * @param catalogues every edition of the procedures, the older ones first
   * @param reliefs all reliefs of fees, past and future ones too
   */
  public TradeRules(List<ProcedureCatalogue> catalogues, List<Relief> reliefs) {
    this.catalogues = List.copyOf(catalogues);
    this.reliefs = List.copyOf(reliefs);
    fees = new Fees(reliefs);
  }

  /** The procedures under which dossiers are received on {@code day}. */
  public ProcedureCatalogue procedures(LocalDate day) {
    if (days.size() > DAYS_KEPT) {
      days.clear();
    }
    return days.computeIfAbsent(day, at -> ProcedureCatalogue.on(at, catalogues));
  }

  /** The grounds on which a fee of that procedure may be lower on {@code day}. */
  public Set<Relief.Ground> grounds(Procedure procedure, LocalDate day) {
    Set<Relief.Ground> grounds = EnumSet.noneOf(Relief.Ground.class);
    for (FeeRule rule : procedure.details().fees()) {
      if (rule.holds(day) && rule.amount() > 0) {
        reliefs.stream()
            .filter(relief -> relief.lowers(rule, day))
            .map(Relief::ground)
            .forEach(grounds::add);
      }
    }
    return grounds;
  }

  /** Whether a fee of that procedure is paid for each copy or page. */
  public static boolean isCounted(Procedure procedure, LocalDate day) {
    return procedure.details().fees().stream()
        .anyMatch(rule -> rule.holds(day) && rule.per() != FeeRule.Per.CASE);
  }

  /** What it costs on {@code day}. */
  public FeeQuote quote(Procedure procedure, LocalDate day, FeeClaim claim) {
    if (procedure.details().fees().isEmpty()) {
      return new FeeQuote(procedure.fee(), List.of());
    }
    List<Fees.Line> lines = fees.due(procedure, day, claim.grounds(), claim.count());
    return new FeeQuote(Fees.sum(lines), lines);
  }
}
