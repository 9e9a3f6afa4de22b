package vn.motcua.kiosk.oldsystem;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.Stage;

/**
 * A row of an older system that was understood.
 *
 * @param line where it begins in the file, from 1
 * @param code the code of the dossier
 * @param procedure its procedure
 * @param submitter who handed it in
 * @param owner whose affair it is
 * @param received when
 * @param due when it was promised there; kept as it is
 * @param stage which stage
 * @param status which status
 * @param holder who has it; empty if the row does not say
 * @param since since when it stands as it does
 * @param fee in đồng
 * @param notes what staff wrote
 * @param rest cells of columns that stand for nothing here, by the column's name
 * @param warnings what is odd about it, in the report's words
 */
public record OldDossier(
    long line,
    DossierCode code,
    Procedure procedure,
    Party submitter,
    Party owner,
    LocalDateTime received,
    Optional<LocalDateTime> due,
    Stage stage,
    PortalStatus status,
    String holder,
    LocalDateTime since,
    long fee,
    String notes,
    Map<String, String> rest,
    List<String> warnings) {
  public OldDossier {
    rest = Map.copyOf(rest);
    warnings = List.copyOf(warnings);
  }

  /** What can be compared with a dossier that exists, by the name of the field. */
  public Map<String, String> fields() {
    return fields(
        procedure, owner, submitter, received, due, status, stage, holder, String.valueOf(fee));
  }

  /** The same of a dossier that exists. */
  public static Map<String, String> fields(Dossier dossier) {
    return fields(
        dossier.procedure(),
        dossier.owner(),
        dossier.applicant(),
        dossier.received(),
        dossier.due().map(DueDate::at),
        dossier.status(),
        dossier.stage(),
        dossier.holder(),
        String.valueOf(dossier.fee()));
  }

  /** All that the row says, in one text: two rows that give the same say the same. */
  public String canonical() {
    List<String> all = new ArrayList<>(fields().values());
    all.add(code.value());
    all.add(since.toString());
    all.add(notes);
    new TreeMap<>(rest)
        .forEach((column, cell) -> {
          all.add(column);
          all.add(cell);
        });
    StringBuilder text = new StringBuilder();
    all.forEach(each -> text.append(each.length()).append(':').append(each));
    return text.toString();
  }

  private static Map<String, String> fields(
      Procedure procedure,
      Party owner,
      Party submitter,
      LocalDateTime received,
      Optional<LocalDateTime> due,
      PortalStatus status,
      Stage stage,
      String holder,
      String fee) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("procedure", procedure.code());
    party(fields, "owner", owner);
    party(fields, "submitter", submitter);
    fields.put("received", received.toString());
    fields.put("due", due.map(LocalDateTime::toString).orElse(""));
    fields.put("status", String.valueOf(status.number()));
    fields.put("stage", stage.name());
    fields.put("holder", holder);
    fields.put("fee", fee);
    return fields;
  }

  private static void party(Map<String, String> fields, String who, Party party) {
    fields.put(who + "Name", party.name());
    fields.put(who + "Number", party.number().orElse(""));
    fields.put(who + "Phone", party.phone());
    fields.put(who + "Address", party.address());
    fields.put(who + "Birth", party.birth().map(Object::toString).orElse(""));
  }

  /** Never the people: this may land in a log. */
  @Override
  public String toString() {
    return "OldDossier[" + code + "]";
  }
}
