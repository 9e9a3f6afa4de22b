package vn.motcua.scanner.paper.simulated.escl;

import java.util.ArrayList;
import java.util.List;

/** The faults that lie ahead. */
final class FaultPlan {
  private final List<PlannedFault> ahead = new ArrayList<>();

  /** Plans a fault, in place of the same one at the same page. */
  synchronized void add(PlannedFault planned) {
    ahead.removeIf(old -> old.fault() == planned.fault() && old.page() == planned.page());
    ahead.add(planned);
  }

  /** Withdraws a fault wherever it was planned. */
  synchronized void withdraw(EsclFault fault) {
    ahead.removeIf(planned -> planned.fault() == fault);
  }

  synchronized void withdrawAll() {
    ahead.clear();
  }

  synchronized List<PlannedFault> ahead() {
    return List.copyOf(ahead);
  }

  /** Whether it would strike there; nothing is used up. */
  synchronized boolean waits(EsclFault fault, int page) {
    return ahead.stream().anyMatch(planned -> planned.hits(fault, page));
  }

  /** Whether it strikes there, now: one of its times is used up. */
  synchronized boolean strikes(EsclFault fault, int page) {
    for (int i = 0; i < ahead.size(); i++) {
      PlannedFault planned = ahead.get(i);
      if (planned.hits(fault, page)) {
        if (planned.times() == 1) {
          ahead.remove(i);
        } else if (planned.times() > 1) {
          ahead.set(i, planned.times(planned.times() - 1));
        }
        return true;
      }
    }
    return false;
  }
}
