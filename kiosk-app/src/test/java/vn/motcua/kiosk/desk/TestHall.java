package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.util.Optional;
import vn.motcua.kiosk.dossier.CallOrder;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;

/** What a waiting hall has, without a printer. */
public final class TestHall {
  private TestHall() {}

  public static HallDesks of(DossierStore store, DataFolder folder, Clock clock) {
    return new HallDesks(
        new QueueDesk(store, CallOrder.TURN_BY_TURN, clock),
        new RatingDesk(store, clock),
        new SlipDesk(Optional.empty(), folder.temporary(), clock));
  }
}
