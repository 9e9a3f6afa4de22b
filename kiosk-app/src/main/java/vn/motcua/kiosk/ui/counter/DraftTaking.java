package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import java.util.function.Consumer;
import vn.motcua.kiosk.citizen.Field;
import vn.motcua.kiosk.desk.DraftDesk;
import vn.motcua.kiosk.desk.DraftField;
import vn.motcua.kiosk.desk.DraftPerson;
import vn.motcua.kiosk.desk.IntakeDesk;
import vn.motcua.kiosk.dossier.DraftCode;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Fault;

/**
 * Fills the form with what a citizen prepared: every field as its source was, the pages under their
 * papers. The officer counts the papers and reads the card as always.
 */
final class DraftTaking {
  private record Found(DraftDesk.Taken taken, Optional<Procedure> procedure) {}

  private final ReceiveModel receive;
  private final IntakeDesk intake;
  private final DraftDesk drafts;
  private final Errands errands;
  private final Consumer<Fault> failed;
  private boolean busy;

  DraftTaking(
      ReceiveModel receive,
      IntakeDesk intake,
      DraftDesk drafts,
      Errands errands,
      Consumer<Fault> failed) {
    this.receive = receive;
    this.intake = intake;
    this.drafts = drafts;
    this.errands = errands;
    this.failed = failed;
  }

  void take(DraftCode code) {
    if (busy) {
      return; // the same scan twice
    }
    busy = true;
    receive.dismissFault();
    errands.run(
        () -> {
          DraftDesk.Taken taken = drafts.take(code);
          String wanted = taken.draft().procedure();
          return new Found(
              taken,
              intake.procedures(wanted).stream()
                  .filter(procedure -> procedure.code().equals(wanted))
                  .findFirst());
        },
        found -> {
          busy = false;
          fill(found);
        },
        fault -> {
          busy = false;
          failed.accept(fault);
        });
  }

  private void fill(Found found) {
    found.procedure().ifPresent(receive::choose);
    fill(receive.applicant(), found.taken().draft().applicant());
    found
        .taken()
        .draft()
        .owner()
        .ifPresent(owner -> {
          receive.ownerDiffers().set(true);
          fill(receive.owner(), owner);
        });
    found.taken().batch().ifPresent(batch -> receive.scan().take(batch, receive.papers()));
  }

  private static void fill(PersonForm form, DraftPerson person) {
    for (DraftField field : DraftField.values()) {
      Optional<Field<String>> known = person.field(field);
      known.ifPresent(value ->
          form.field(PersonForm.Key.valueOf(field.name())).offer(value.value(), value.source()));
    }
  }
}
