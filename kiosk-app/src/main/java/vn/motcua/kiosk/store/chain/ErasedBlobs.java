package vn.motcua.kiosk.store.chain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Files that are said to be erased have to stand in the record of their erasure. */
final class ErasedBlobs {
  private final Connection connection;
  private final Findings findings;

  ErasedBlobs(Connection connection, Findings findings) {
    this.connection = connection;
    this.findings = findings;
  }

  void check() throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT erasure.dossier, erasure.id FROM erased_blob"
                    + " LEFT JOIN erasure ON erasure.id = erased_blob.erasure"
                    + " WHERE erasure.id IS NULL OR instr(erasure.items, erased_blob.sha256) = 0")) {
      while (row.next()) {
        long dossier = row.getLong(1);
        findings.add(
            new AuditFault.Erased(), 0, "BLOB", row.wasNull() ? null : dossier, row.getLong(2));
      }
    }
  }
}
