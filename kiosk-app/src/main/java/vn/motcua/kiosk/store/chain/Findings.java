package vn.motcua.kiosk.store.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong. */
final class Findings {
  private final Connection connection;
  private final List<AuditReport.Finding> told = new ArrayList<>();
  private long found;

  Findings(Connection connection) {
    this.connection = connection;
  }

  void add(AuditFault fault, Link link) throws SQLException {
    add(fault, link.seq(), link.kind(), link.dossier(), link.number());
  }

  void add(AuditFault fault, long seq, String kind, @Nullable Long dossier, long number)
      throws SQLException {
    found++;
    if (told.size() < AuditReport.MOST) {
      told.add(new AuditReport.Finding(fault, seq, kind, code(dossier), number));
    }
  }

  List<AuditReport.Finding> told() {
    return told;
  }

  long found() {
    return found;
  }

  private Optional<String> code(@Nullable Long dossier) throws SQLException {
    if (dossier == null) {
      return Optional.empty();
    }
    try (PreparedStatement sql =
        connection.prepareStatement("SELECT code FROM dossier WHERE id = ?")) {
      sql.setLong(1, dossier);
      try (ResultSet row = sql.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }
}
