package vn.motcua.kiosk.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Party;

/** The half of migration 0003 that SQL cannot do: seals what older rows hold in plain text. */
final class SealStep implements Migrations.Half {
  private final Seals seals;
  private final PartyTokens tokens;

  SealStep(Keys keys) {
    seals = keys.seals();
    tokens = new PartyTokens(keys.tokens());
  }

  @Override
  public void run(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT * FROM dossier ORDER BY id")) {
      while (row.next()) {
        dossier(connection, row);
      }
    }
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT party.*, dossier.code FROM party JOIN dossier ON dossier.id = party.dossier"
                    + " ORDER BY party.dossier")) {
      while (row.next()) {
        party(connection, row);
      }
    }
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT event.*, dossier.code FROM event JOIN dossier ON dossier.id = event.dossier"
                    + " ORDER BY event.dossier, event.number")) {
      while (row.next()) {
        event(connection, row);
      }
    }
  }

  private void dossier(Connection connection, ResultSet row) throws SQLException {
    DossierCode code = new DossierCode(row.getString("code"));
    @Nullable String apology = row.getString("apology_reason");
    Rows.run(
        connection,
        "INSERT INTO sealed_dossier SELECT id, code, ?, ?, procedure_code, procedure_version,"
            + " received, due_at, due_days, due_provisional, stage, status, holder, since,"
            + " originals, channel, apology_old, apology_new, ?, ?, counter, fee, batch"
            + " FROM dossier WHERE id = ?",
        code.tail(),
        code.serial(),
        apology == null ? null : seals.seal(apology, code, "apology_reason"),
        seals.seal(row.getString("reason"), code, "reason"),
        row.getLong("id"));
  }

  private void party(Connection connection, ResultSet row) throws SQLException {
    DossierCode code = new DossierCode(row.getString("code"));
    @Nullable String birth = row.getString("birth");
    int female = row.getInt("female");
    Optional<Boolean> sex = row.wasNull() ? Optional.empty() : Optional.of(female == 1);
    Party party =
        new Party(
            Optional.ofNullable(row.getString("number")),
            row.getString("name"),
            Optional.ofNullable(birth).map(LocalDate::parse),
            sex,
            row.getString("address"),
            row.getString("phone"));
    String role = row.getString("role");
    Rows.run(
        connection,
        "INSERT INTO sealed_party VALUES (?, ?, ?, ?)",
        row.getLong("dossier"),
        role,
        row.getBytes("number_mac"),
        seals.seal(party, code, role));
    tokens.write(connection, row.getLong("dossier"), party);
  }

  private void event(Connection connection, ResultSet row) throws SQLException {
    DossierCode code = new DossierCode(row.getString("code"));
    Rows.run(
        connection,
        "INSERT INTO sealed_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.getLong("dossier"),
        row.getInt("number"),
        row.getString("at"),
        row.getString("move"),
        row.getString("stage"),
        row.getInt("status"),
        row.getString("actor"),
        row.getString("holder"),
        seals.seal(row.getString("note"), code, "event-" + row.getInt("number")));
  }
}
