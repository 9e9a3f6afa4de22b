package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ReceivedPaper;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.NewDossier;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.scanner.FaultException;

/** Invented dossiers for the tests. */
public final class Samples {
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  public static final WorkingCalendar CALENDAR = Resources.calendar();
  public static final LookupSecret SECRET = new LookupSecret("7K3MPX");
  public static final Centre CENTRE =
      new Centre(
          "Xã Suối Đá",
          "Trung tâm Phục vụ hành chính công",
          "tỉnh Quảng Ngãi",
          "H48.125.16",
          "0255 000 000",
          "3");

  private Samples() {}

  public static Clock at(String time) {
    return Clock.fixed(LocalDateTime.parse(time).atZone(ZONE).toInstant(), ZONE);
  }

  public static Party party(String number, String name) {
    return new Party(Optional.of(number), name, Optional.empty(), Optional.of(true), "", "");
  }

  public static Procedure procedure(String code) {
    return Resources.procedures().find(code).orElseThrow();
  }

  /** Writes a dossier received at the clock's time, three working days. */
  public static DossierCode receive(DossierStore store, Clock clock, Party applicant)
      throws FaultException {
    return receive(store, clock, applicant, SECRET);
  }

  public static DossierCode receive(
      DossierStore store, Clock clock, Party applicant, LookupSecret secret) throws FaultException {
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    return store.write(transaction -> {
      DossierCode code = transaction.reserve(CENTRE.agency(), now.toLocalDate());
      Dossier dossier = dossier(code, now, applicant);
      transaction.insert(
          new NewDossier(dossier, first(dossier), secret, List.of(), Optional.empty()));
      return code;
    });
  }

  public static DossierEvent first(Dossier dossier) {
    return new DossierEvent(
        1,
        dossier.received(),
        Move.RECEIVE,
        dossier.stage(),
        dossier.status(),
        "Cán bộ Một",
        dossier.holder(),
        "");
  }

  public static Dossier dossier(DossierCode code, LocalDateTime now, Party applicant) {
    Procedure procedure = procedure("1.004873");
    return new Dossier(
        code,
        procedure,
        applicant,
        applicant,
        now,
        Optional.of(CALENDAR.due(now, procedure.workingDays())),
        Stage.RECEPTION,
        PortalStatus.ACCEPTED,
        "Bộ phận Một cửa · Cán bộ Một",
        now,
        List.of(new ReceivedPaper("Tờ khai", 1, 0, 2)),
        Originals.HELD,
        ReturnChannel.COUNTER,
        Optional.empty(),
        List.of(),
        "",
        "3",
        procedure.fee());
  }
}
