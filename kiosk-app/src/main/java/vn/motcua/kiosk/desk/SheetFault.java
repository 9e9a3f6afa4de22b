package vn.motcua.kiosk.desk;

import vn.motcua.scanner.Fault;

/**
 * What a code on a page leaves open at the counter; a person decides. The sentences stand in {@code
 * vn/motcua/kiosk/faults.properties}.
 */
public sealed interface SheetFault extends Fault {
  /**
   * The page bears the code of another dossier than the one that is being received.
   *
   * @param dossier its code
   */
  record OtherDossier(String dossier) implements SheetFault {
    @Override
    public String code() {
      return "SHEET-DOSSIER";
    }
  }

  /**
   * A separator sheet names a paper that is not on the checklist.
   *
   * @param paper its title or code
   */
  record UnknownPaper(String paper) implements SheetFault {
    @Override
    public String code() {
      return "SHEET-UNKNOWN";
    }
  }

  /** A separator sheet does not say which paper begins behind it. */
  record NoPaper() implements SheetFault {
    @Override
    public String code() {
      return "SHEET-NO-PAPER";
    }
  }
}
