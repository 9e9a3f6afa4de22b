package vn.motcua.kiosk.desk;

import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ReceivedPaper;
import vn.motcua.kiosk.dossier.ReturnChannel;

/**
 * Everything that is needed to receive a dossier.
 *
 * @param applicant who hands it in
 * @param owner whose affair it is
 * @param procedure which procedure
 * @param papers what was handed in, with the pages counted of each; the batch must have as many of
 *     it, a page scanned with and without its sticky note being one
 * @param originals where the originals stay
 * @param channel how the result is returned
 * @param batch the scanned pages, if any
 * @param officer who receives
 * @param counter where, for example {@code 2}
 * @param taken what of it was read from the pages and confirmed by the officer; told in the
 *     dossier's history
 * @param fee what decides how much it costs
 */
public record Intake(
    Party applicant,
    Party owner,
    Procedure procedure,
    List<ReceivedPaper> papers,
    Originals originals,
    ReturnChannel channel,
    Optional<ScanBatch> batch,
    String officer,
    String counter,
    List<TakenOver> taken,
    FeeClaim fee) {
  public Intake {
    papers = List.copyOf(papers);
    taken = List.copyOf(taken);
  }

  /** One of which nothing was read from its pages, and for which no relief was shown. */
  public Intake(
      Party applicant,
      Party owner,
      Procedure procedure,
      List<ReceivedPaper> papers,
      Originals originals,
      ReturnChannel channel,
      Optional<ScanBatch> batch,
      String officer,
      String counter) {
    this(
        applicant,
        owner,
        procedure,
        papers,
        originals,
        channel,
        batch,
        officer,
        counter,
        List.of(),
        FeeClaim.NONE);
  }
}
