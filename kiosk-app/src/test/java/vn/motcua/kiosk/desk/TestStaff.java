package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import vn.motcua.kiosk.forms.FormTemplates;
import vn.motcua.kiosk.forms.print.Printer;
import vn.motcua.kiosk.payment.PaymentAccount;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Drafts;
import vn.motcua.kiosk.store.Resources;

/** The desks of a centre's officers, as the program puts them together. */
public final class TestStaff {
  /** An invented account at a real bank's number. */
  public static final PaymentAccount ACCOUNT = new PaymentAccount("970436", "0011001932418");

  /** The rules that come with the program. */
  public static final TradeRules RULES =
      new TradeRules(List.of(Resources.procedures()), Resources.reliefs());

  private TestStaff() {}

  /** What citizens have at a terminal without a scanner of its own. */
  public static CitizenDesks citizens(
      DossierStore store, DataFolder folder, ScanDesk scans, Clock clock) {
    return citizens(store, folder, scans, clock, "");
  }

  /** The same with a scanner, by a profile of that name. */
  public static CitizenDesks citizens(
      DossierStore store, DataFolder folder, ScanDesk scans, Clock clock, String profile) {
    return new CitizenDesks(
        new PapersDesk(RULES, Resources.calendar(), clock),
        new DraftDesk(new Drafts(store), Resources.calendar(), scans, clock, new Random(11)),
        new DraftScans(
            new ScanDesk(List.of(), folder.temporary().resolve("drafts"), scans.profiles(), clock),
            profile),
        new Clips(folder.root().resolve("clips")),
        "");
  }

  public static StaffDesks of(
      DossierStore store,
      DataFolder folder,
      Centre centre,
      Optional<Printer> printer,
      Clock clock,
      Crew crew) {
    FormDesk forms = new FormDesk(store, folder, FormTemplates.own(), centre, clock);
    return new StaffDesks(
        new FormPrints(new PrintDesk(store, folder, printer, clock), forms),
        new CustodyDesk(store, clock),
        new PaymentDesk(store, ACCOUNT, clock),
        crew);
  }
}
