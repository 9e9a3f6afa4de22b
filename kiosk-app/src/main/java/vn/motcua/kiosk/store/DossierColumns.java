package vn.motcua.kiosk.store;

/**
 * The columns of a dossier, by their numbers: to look for a column's name costs more than to read
 * it. Two more say whether there is anything in a table of its own, so that most dossiers need not
 * ask there.
 */
final class DossierColumns {
  /** Begins every question for whole dossiers. */
  static final String SELECT =
      "SELECT id, code, procedure_code, procedure_version, received, due_at, due_days,"
          + " due_provisional, stage, status, holder, since, originals, channel, apology_old,"
          + " apology_new, apology_reason, reason, counter, fee, receiving_unit, deciding_unit,"
          + " stop_issued, EXISTS (SELECT 1 FROM missing WHERE missing.dossier = dossier.id),"
          + " EXISTS (SELECT 1 FROM linked_part WHERE linked_part.dossier = dossier.id)"
          + " FROM dossier ";

  static final int ID = 1;
  static final int CODE = 2;
  static final int PROCEDURE_CODE = 3;
  static final int PROCEDURE_VERSION = 4;
  static final int RECEIVED = 5;
  static final int DUE_AT = 6;
  static final int DUE_DAYS = 7;
  static final int DUE_PROVISIONAL = 8;
  static final int STAGE = 9;
  static final int STATUS = 10;
  static final int HOLDER = 11;
  static final int SINCE = 12;
  static final int ORIGINALS = 13;
  static final int CHANNEL = 14;
  static final int APOLOGY_OLD = 15;
  static final int APOLOGY_NEW = 16;
  static final int APOLOGY_REASON = 17;
  static final int REASON = 18;
  static final int COUNTER = 19;
  static final int FEE = 20;
  static final int RECEIVING_UNIT = 21;
  static final int DECIDING_UNIT = 22;
  static final int STOP_ISSUED = 23;
  static final int HAS_MISSING = 24;
  static final int HAS_LINKED = 25;

  private DossierColumns() {}
}
