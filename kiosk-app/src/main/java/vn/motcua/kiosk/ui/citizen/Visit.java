package vn.motcua.kiosk.ui.citizen;

import java.util.Optional;
import vn.motcua.kiosk.desk.LookupDesk;
import vn.motcua.kiosk.desk.LookupSession;

/** One citizen's session at the desk, begun when it is first needed. Blocks; for workers only. */
final class Visit {
  private final LookupDesk desk;
  private final String terminal;
  private Optional<LookupSession> session = Optional.empty();
  private boolean ended;

  Visit(LookupDesk desk, String terminal) {
    this.desk = desk;
    this.terminal = terminal;
  }

  synchronized LookupSession session() {
    if (ended) {
      throw new IllegalStateException("this visit has ended");
    }
    LookupSession open = session.orElseGet(() -> desk.begin(terminal));
    session = Optional.of(open);
    return open;
  }

  synchronized void end() {
    ended = true;
    session.ifPresent(LookupSession::end);
    session = Optional.empty();
  }
}
