package vn.motcua.kiosk.store.chain;

import java.util.List;

/** What a link of the chain stands for, and where that is kept. Names are kept in the data base. */
public enum ChainKind {
  /** Something happened to a dossier. */
  EVENT(
      List.of("SELECT * FROM event WHERE dossier = ? AND number = ?"), "dossier, number", "event"),
  /** How a dossier stood after a change: all that is kept of it except its ledgers. */
  STATE(
      List.of(
          "SELECT * FROM dossier WHERE id = ? AND 0 = ?",
          "SELECT * FROM party WHERE dossier = ? AND 0 = ? ORDER BY role",
          "SELECT * FROM secret WHERE dossier = ? AND 0 = ?",
          "SELECT * FROM paper WHERE dossier = ? AND 0 = ? ORDER BY position",
          "SELECT * FROM missing WHERE dossier = ? AND 0 = ? ORDER BY position",
          "SELECT dossier_file.*, bytes FROM dossier_file JOIN blob USING (sha256)"
              + " WHERE dossier = ? AND 0 = ? ORDER BY position"),
      "id, 0",
      "dossier"),
  /** Somebody looked at a dossier. */
  VIEWING(List.of("SELECT * FROM viewing WHERE dossier = ? AND id = ?"), "dossier, id", "viewing"),
  /** A page was taken out of a pile. */
  REMOVED_PAGE(
      List.of("SELECT * FROM removed_page WHERE dossier = ? AND position = ?"),
      "dossier, position",
      "removed_page"),
  /** A dossier was handed over. */
  CUSTODY(
      List.of("SELECT * FROM custody WHERE dossier = ? AND number = ?"),
      "dossier, number",
      "custody"),
  /** A hand-over was confirmed. */
  CUSTODY_CONFIRMED(
      List.of("SELECT * FROM custody_confirmed WHERE dossier = ? AND number = ?"),
      "dossier, number",
      "custody_confirmed"),
  /** Something was erased. */
  ERASURE(List.of("SELECT * FROM erasure WHERE dossier = ? AND id = ?"), "dossier, id", "erasure"),
  /** A key came or went. */
  KEY_CHANGE(
      List.of("SELECT * FROM key_change WHERE ? IS NULL AND id = ?"), "NULL, id", "key_change");

  private final List<String> rows;
  private final String keys;
  private final String table;

  /**
   * @param rows finds what a link covers by dossier and number
   * @param keys the columns that are dossier and number
   * @param table where each row has one link
   */
  ChainKind(List<String> rows, String keys, String table) {
    this.rows = rows;
    this.keys = keys;
    this.table = table;
  }

  List<String> rows() {
    return rows;
  }

  /** Everything of this kind that there is, by dossier and number. */
  String all() {
    return "SELECT " + keys + " FROM " + table;
  }

  String count() {
    return "SELECT count(*) FROM " + table;
  }

  /** What a backup counts: the table of the rows themselves. */
  public String table() {
    return table;
  }
}
