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
      "dossier",
      0,
      ChainKind.FORMS,
      true),
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
      List.of("SELECT * FROM key_change WHERE ? IS NULL AND id = ?"), "NULL, id", "key_change"),
  /** Money was asked for. */
  PAYMENT(
      List.of(
          "SELECT dossier, number, amount, reference, asked AS at FROM payment"
              + " WHERE dossier = ? AND number = ?"),
      "dossier, number",
      "payment",
      ChainKind.LINKS,
      false),
  /** Money came. */
  PAYMENT_CONFIRMED(
      List.of(
          "SELECT dossier, number, confirmed AS at, who, bank_id FROM payment"
              + " WHERE dossier = ? AND number = ? AND confirmed IS NOT NULL"),
      "dossier, number",
      "payment WHERE confirmed IS NOT NULL",
      ChainKind.LINKS,
      false),
  /** A form was made and has a number. */
  FORM(
      List.of("SELECT form.*, made AS at FROM form WHERE dossier IS ? AND id = ?"),
      "dossier, id",
      "form",
      ChainKind.LINKS,
      false),
  /** How the parts of other agencies stood after a change; none for a dossier without any. */
  LINKED(
      List.of(
          "SELECT id FROM dossier WHERE id = ? AND 0 = ?",
          "SELECT * FROM linked_part WHERE dossier = ? AND 0 = ? ORDER BY position"),
      "dossier, 0",
      "linked_part",
      ChainKind.LINKS,
      true),
  /** Where a dossier of an older system came from; again when that was erased. */
  IMPORTED(
      List.of("SELECT * FROM imported WHERE dossier = ? AND 0 = ?"),
      "dossier, 0",
      "imported",
      ChainKind.LINKS,
      true),
  /** Somebody looked at a dossier of another system. */
  SOURCE_VIEWING(
      List.of("SELECT * FROM source_viewing WHERE ? IS NULL AND id = ?"),
      "NULL, id",
      "source_viewing",
      ChainKind.LINKS,
      false);

  /** The migration with which payments, forms and others got links. */
  private static final int LINKS = 9;

  /** The migration that last changed what is kept of a dossier: pages know their form. */
  private static final int FORMS = 6;

  private final List<String> rows;
  private final String keys;
  private final String table;
  private final int since;
  private final int shaped;
  private final boolean latest;

  /**
   * @param rows finds what a link covers by dossier and number
   * @param keys the columns that are dossier and number
   * @param table where each row has one link
   */
  ChainKind(List<String> rows, String keys, String table) {
    this(rows, keys, table, 0, false);
  }

  /**
   * @param since the migration from which on there are links of this kind
   * @param latest whether rows change, so that only the latest link of a dossier says how they are
   */
  ChainKind(List<String> rows, String keys, String table, int since, boolean latest) {
    this(rows, keys, table, since, since, latest);
  }

  /**
   * @param shaped the last migration that changed what a link covers: its hash is another since
   */
  ChainKind(List<String> rows, String keys, String table, int since, int shaped, boolean latest) {
    this.rows = rows;
    this.keys = keys;
    this.table = table;
    this.since = since;
    this.shaped = shaped;
    this.latest = latest;
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

  /** Dossiers that have such rows, but no link of this kind. */
  String unlinked() {
    String dossier = table + "." + owner();
    return "SELECT DISTINCT %s FROM %s WHERE NOT EXISTS (SELECT 1 FROM chain WHERE %s)"
        .formatted(dossier, table, linked(dossier));
  }

  /** The column with the number of the dossier. */
  String owner() {
    return keys.substring(0, keys.indexOf(','));
  }

  /** Where the rows are. */
  String from() {
    return table;
  }

  /** Which rows of the chain are links of that dossier, in words for which there is an index. */
  String linked(String dossier) {
    return "chain.kind = '" + name() + "' AND chain.dossier = " + dossier;
  }

  /** Whether a chain that covers all up to that migration has links of this kind. */
  boolean isIn(long upTo) {
    return since <= upTo;
  }

  /**
   * Whether a chain that covers all up to that migration may lack links of this kind: they, or what
   * they cover, came later.
   */
  boolean isNewSince(long upTo) {
    return shaped > upTo || upTo == 0;
  }

  /** Whether only the latest link of a dossier has to fit what is kept. */
  boolean isLatest() {
    return latest;
  }
}
