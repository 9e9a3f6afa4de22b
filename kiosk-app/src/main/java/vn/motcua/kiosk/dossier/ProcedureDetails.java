package vn.motcua.kiosk.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a catalogue says of a procedure beside its name, papers and limit.
 *
 * @param level how much can be done online
 * @param limitHours the limit in office hours where it is published in hours; 0 = in working days
 * @param steps its steps, in order
 * @param fees the rules of its fees, past and future ones too
 * @param forms names of the forms that the citizen fills in
 * @param readsPhoto whether the photo may be read from the chip for it
 * @param media what explains it
 * @param unconfirmed names of fields that were not confirmed in an official publication
 * @param validFrom the first day on which dossiers are received under it
 * @param source where it is from
 * @param linked parts of other agencies, none of which has begun
 */
public record ProcedureDetails(
    ServiceLevel level,
    int limitHours,
    List<ProcedureStep> steps,
    List<FeeRule> fees,
    List<String> forms,
    boolean readsPhoto,
    List<Media> media,
    Set<String> unconfirmed,
    LocalDate validFrom,
    String source,
    LinkedWork linked) {
  /** The catalogue says nothing more. */
  public static final ProcedureDetails NONE =
      new ProcedureDetails(
          ServiceLevel.UNKNOWN,
          0,
          List.of(),
          List.of(),
          List.of(),
          false,
          List.of(),
          Set.of(),
          LocalDate.EPOCH,
          "",
          LinkedWork.NONE);

  public ProcedureDetails {
    steps = List.copyOf(steps);
    fees = List.copyOf(fees);
    forms = List.copyOf(forms);
    media = List.copyOf(media);
    unconfirmed = Set.copyOf(unconfirmed);
    if (limitHours < 0) {
      throw new IllegalArgumentException("hours: " + limitHours);
    }
  }
}
