package vn.motcua.kiosk.dossier;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A dossier as it stands now. Times are local times of the centre.
 *
 * @param code its code
 * @param procedure its procedure, in the version it was received under
 * @param applicant who handed it in
 * @param owner whose affair it is; the applicant unless somebody else was named
 * @param received when it was received (for status 1: registered)
 * @param due when it is due; empty before it is accepted
 * @param stage which of the five stages
 * @param status the portal's status
 * @param holder who has it now: unit, and officer after a middle dot if known
 * @param since since when the holder has it
 * @param papers what was handed in
 * @param originals where the originals are
 * @param channel how the result is returned
 * @param apology the newest apology, if it was late
 * @param missing names of papers that are asked for (status 5)
 * @param reason why it was refused, stopped, or what is to be paid (3, 6, 7, 8); may be empty
 * @param counter where the result is handed out, for example {@code 3}
 * @param fee in đồng
 * @param handling who else has to do with it
 */
public record Dossier(
    DossierCode code,
    Procedure procedure,
    Party applicant,
    Party owner,
    LocalDateTime received,
    Optional<DueDate> due,
    Stage stage,
    PortalStatus status,
    String holder,
    LocalDateTime since,
    List<ReceivedPaper> papers,
    Originals originals,
    ReturnChannel channel,
    Optional<Apology> apology,
    List<String> missing,
    String reason,
    String counter,
    long fee,
    Handling handling) {
  /** One that this centre receives and decides alone. */
  public Dossier(
      DossierCode code,
      Procedure procedure,
      Party applicant,
      Party owner,
      LocalDateTime received,
      Optional<DueDate> due,
      Stage stage,
      PortalStatus status,
      String holder,
      LocalDateTime since,
      List<ReceivedPaper> papers,
      Originals originals,
      ReturnChannel channel,
      Optional<Apology> apology,
      List<String> missing,
      String reason,
      String counter,
      long fee) {
    this(
        code,
        procedure,
        applicant,
        owner,
        received,
        due,
        stage,
        status,
        holder,
        since,
        papers,
        originals,
        channel,
        apology,
        missing,
        reason,
        counter,
        fee,
        Handling.LOCAL);
  }

  public Dossier {
    papers = List.copyOf(papers);
    missing = List.copyOf(missing);
  }

  /** How many pages were scanned. */
  public int pages() {
    return papers.stream().mapToInt(ReceivedPaper::pages).sum();
  }

  /** The same with another handling. */
  public Dossier with(Handling other) {
    return new Dossier(
        code, procedure, applicant, owner, received, due, stage, status, holder, since, papers,
        originals, channel, apology, missing, reason, counter, fee, other);
  }

  /** The same with another due date. */
  public Dossier due(DueDate other) {
    return new Dossier(
        code,
        procedure,
        applicant,
        owner,
        received,
        Optional.of(other),
        stage,
        status,
        holder,
        since,
        papers,
        originals,
        channel,
        apology,
        missing,
        reason,
        counter,
        fee,
        handling);
  }
}
