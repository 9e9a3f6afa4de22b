package vn.motcua.kiosk.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ProcedureCatalogue;
import vn.motcua.kiosk.dossier.Progress;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.kiosk.source.SourceAnswer;
import vn.motcua.kiosk.source.SourceDossier;

/** Makes a view of what another system said; what it did not say is empty, never made up. */
final class OtherView {
  private final ProcedureCatalogue procedures;
  private final WorkingCalendar calendar;

  OtherView(ProcedureCatalogue procedures, WorkingCalendar calendar) {
    this.procedures = procedures;
    this.calendar = calendar;
  }

  DossierView of(SourceAnswer.Found found, List<DossierView.Viewing> viewings, LocalDateTime now) {
    Dossier dossier = dossier(found.dossier());
    return new DossierView(
        dossier,
        Progress.of(dossier, now, calendar),
        history(found.dossier()),
        viewings,
        found.asOf(),
        Optional.of(found.source()));
  }

  private Dossier dossier(SourceDossier from) {
    Party owner =
        new Party(
            from.ownerNumber(),
            from.ownerName(),
            Optional.empty(),
            Optional.empty(),
            "",
            from.ownerPhone());
    boolean papers = from.status() == PortalStatus.SUPPLEMENT_REQUESTED;
    return new Dossier(
        from.code(),
        procedure(from),
        owner,
        owner,
        from.received(),
        from.due().map(at -> due(from.received(), at)),
        from.stage(),
        from.status(),
        from.holder(),
        from.since(),
        List.of(),
        Originals.NONE,
        ReturnChannel.COUNTER,
        Optional.empty(),
        papers && !from.note().isEmpty() ? List.of(from.note()) : List.of(),
        from.note(),
        "",
        from.fee());
  }

  private DueDate due(LocalDateTime received, LocalDateTime at) {
    LocalDate last = at.toLocalDate();
    return new DueDate(
        at,
        calendar.days(received.toLocalDate().plusDays(1), last),
        !calendar.isConfirmed(last.getYear()));
  }

  /** Ours of that code, under the other system's name; one of that name alone if there is none. */
  private Procedure procedure(SourceDossier from) {
    Optional<Procedure> ours = procedures.find(from.procedureCode());
    if (ours.isPresent()) {
      return ours.get();
    }
    String name = from.procedureName().isEmpty() ? from.procedureCode() : from.procedureName();
    return new Procedure(
        from.procedureCode(),
        "",
        name,
        name.isEmpty() ? from.code().value() : name,
        name.isEmpty() ? from.code().value() : name,
        "",
        List.of(),
        List.of(),
        0,
        from.fee(),
        false,
        false);
  }

  private static List<DossierEvent> history(SourceDossier from) {
    List<DossierEvent> events = new ArrayList<>();
    PortalStatus status = PortalStatus.ACCEPTED;
    for (SourceDossier.Line line : from.progress()) {
      status = line.status().orElse(status);
      boolean newest = events.size() == from.progress().size() - 1;
      events.add(
          new DossierEvent(
              events.size() + 1,
              line.at(),
              Move.FORWARD,
              newest ? from.stage() : Stage.RECEPTION,
              newest ? from.status() : status,
              line.who(),
              line.who(),
              line.what()));
    }
    return events;
  }
}
