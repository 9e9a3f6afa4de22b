package vn.motcua.kiosk.store;

import static vn.motcua.kiosk.store.SqlTrouble.sql;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.store.chain.ChainKind;

/** Dossiers that came from an older system, in the transaction of whoever brings them. */
public final class ImportRows {
  private final Transaction transaction;
  private final Connection connection;
  private final Keys keys;
  private final SerialRows serials;

  ImportRows(Transaction transaction, Connection connection, Keys keys, SerialRows serials) {
    this.transaction = transaction;
    this.connection = connection;
    this.keys = keys;
    this.serials = serials;
  }

  /** Whether exactly that row was taken before, whatever became of the dossier since. */
  public boolean knows(DossierCode code, String row) {
    return sql(() -> {
      Optional<byte[]> kept =
          Rows.first(
              connection,
              "SELECT row_mac FROM imported JOIN dossier ON dossier.id = imported.dossier"
                  + " WHERE code = ?",
              found -> found.getBytes(1),
              code);
      return kept.filter(mac -> MessageDigest.isEqual(mac, keys.lookup().of(code, row)))
          .isPresent();
    });
  }

  /** Whether a counter that is cut off may give out that code yet. */
  public boolean isGranted(DossierCode code) {
    return sql(() ->
        serials.ranges(code.agency(), code.day()).stream()
            .anyMatch(range -> range.next() <= code.serial() && code.serial() <= range.last()));
  }

  /** Writes a dossier with its origin; its serial number is never given out again. */
  public void insert(NewDossier made, ImportOrigin origin) {
    transaction.insert(made);
    DossierCode code = made.dossier().code();
    sql(() -> {
      serials.used(code);
      long dossier =
          Rows.first(
                  connection,
                  "INSERT INTO imported (dossier, file, line, row_mac, rest)"
                      + " SELECT id, ?, ?, ?, ? FROM dossier WHERE code = ? RETURNING dossier",
                  row -> row.getLong(1),
                  origin.file(),
                  origin.line(),
                  keys.lookup().of(code, origin.row()),
                  keys.seals().seal(origin.rest(), code, "import"),
                  code)
              .orElseThrow();
      transaction.chain().add(ChainKind.IMPORTED, dossier, 0);
      return true;
    });
  }

  /** What no column here was for, as it came; empty if there is no such dossier. */
  static Optional<String> rest(Connection connection, Seals seals, DossierCode code)
      throws SQLException {
    return Rows.first(
        connection,
        "SELECT rest FROM imported JOIN dossier ON dossier.id = imported.dossier WHERE code = ?",
        row -> seals.open(row.getBytes(1), code, "import"),
        code);
  }
}
