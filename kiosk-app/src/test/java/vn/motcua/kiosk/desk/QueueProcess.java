package vn.motcua.kiosk.desk;

import java.nio.file.Path;
import java.time.Clock;
import vn.motcua.kiosk.dossier.CallOrder;
import vn.motcua.kiosk.dossier.TicketPriority;
import vn.motcua.kiosk.dossier.TicketService;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;

/** A program of its own that gives out queue numbers until it is killed. */
public final class QueueProcess {
  static final Clock CLOCK = Samples.at("2026-11-26T09:00:00");

  private QueueProcess() {}

  /**
   * Says {@code taken A001} for every number, as the screen would, before a slip is printed.
   *
   * @param args the data folder
   */
  public static void main(String[] args) throws Exception {
    try (DataFolder data = DataFolder.open(Path.of(args[0]));
        DossierStore store = DossierStore.open(data, CLOCK)) {
      QueueDesk desk = new QueueDesk(store, CallOrder.TURN_BY_TURN, CLOCK);
      System.out.println("begin");
      while (true) {
        System.out.println(
            "taken " + desk.take(TicketService.SUBMIT, TicketPriority.NONE).ticket().label() + ".");
      }
    }
  }
}
