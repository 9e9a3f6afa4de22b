package vn.motcua.kiosk.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.dossier.Custody;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.store.chain.ChainKind;
import vn.motcua.kiosk.store.chain.ChainWriter;

/** The custody ledger: who gave a dossier to whom. Names are sealed. */
final class CustodyRows {
  private final Seals seals;

  CustodyRows(Seals seals) {
    this.seals = seals;
  }

  List<Custody> of(Connection connection, DossierCode code) throws SQLException {
    return Rows.list(
        connection,
        "SELECT custody.*, confirmed.at AS confirmed_at, confirmed.who AS confirmed_who,"
            + " confirmed.pages AS confirmed_pages FROM custody"
            + " JOIN dossier ON dossier.id = custody.dossier"
            + " LEFT JOIN custody_confirmed AS confirmed"
            + " ON confirmed.dossier = custody.dossier AND confirmed.number = custody.number"
            + " WHERE dossier.code = ? ORDER BY custody.number",
        row -> read(row, code),
        code);
  }

  /**
   * Dossiers whose newest hand-over nobody has confirmed, among the most pressing of those that are
   * being handled or ready: so many are looked at, however many there are.
   */
  List<DossierCode> open(Connection connection, int looked) throws SQLException {
    return Rows.list(
        connection,
        "SELECT code FROM (SELECT * FROM (SELECT id, code FROM dossier WHERE status IN (2, 4)"
            + " ORDER BY due_at, id LIMIT ?) UNION ALL SELECT * FROM (SELECT id, code FROM dossier"
            + " WHERE status = 9 ORDER BY received DESC LIMIT ?)) AS pressing"
            + " JOIN custody ON custody.dossier = pressing.id AND custody.number ="
            + " (SELECT max(number) FROM custody AS every WHERE every.dossier = pressing.id)"
            + " WHERE NOT EXISTS (SELECT 1 FROM custody_confirmed AS said"
            + " WHERE said.dossier = custody.dossier AND said.number = custody.number)"
            + " ORDER BY custody.at LIMIT "
            + DossierStore.LONGEST_LIST,
        row -> new DossierCode(row.getString(1)),
        looked,
        looked);
  }

  void write(
      Connection connection, ChainWriter chain, long dossier, DossierCode code, Custody custody)
      throws SQLException {
    Rows.run(
        connection,
        "INSERT INTO custody (dossier, number, at, giver, receiver, pages, originals, place)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        dossier,
        custody.number(),
        custody.at(),
        seals.seal(custody.giver(), code, place("giver", custody.number())),
        seals.seal(custody.receiver(), code, place("receiver", custody.number())),
        custody.pages(),
        custody.originals(),
        seals.seal(custody.place(), code, place("place", custody.number())));
    chain.add(ChainKind.CUSTODY, dossier, custody.number());
    if (custody.confirmed().isPresent()) {
      confirm(
          connection, chain, dossier, code, custody.number(), custody.confirmed().orElseThrow());
    }
  }

  void confirm(
      Connection connection,
      ChainWriter chain,
      long dossier,
      DossierCode code,
      int number,
      Custody.Confirmation said)
      throws SQLException {
    Rows.run(
        connection,
        "INSERT INTO custody_confirmed (dossier, number, at, who, pages) VALUES (?, ?, ?, ?, ?)",
        dossier,
        number,
        said.at(),
        seals.seal(said.who(), code, place("who", number)),
        said.pages());
    chain.add(ChainKind.CUSTODY_CONFIRMED, dossier, number);
  }

  private Custody read(ResultSet row, DossierCode code) throws SQLException {
    int number = row.getInt("number");
    @Nullable String confirmed = row.getString("confirmed_at");
    return new Custody(
        number,
        LocalDateTime.parse(row.getString("at")),
        seals.open(row.getBytes("giver"), code, place("giver", number)),
        seals.open(row.getBytes("receiver"), code, place("receiver", number)),
        row.getInt("pages"),
        Originals.valueOf(row.getString("originals")),
        seals.open(row.getBytes("place"), code, place("place", number)),
        confirmed == null
            ? Optional.empty()
            : Optional.of(
                new Custody.Confirmation(
                    LocalDateTime.parse(confirmed),
                    seals.open(row.getBytes("confirmed_who"), code, place("who", number)),
                    row.getInt("confirmed_pages"))));
  }

  private static String place(String column, int number) {
    return "custody-" + number + "-" + column;
  }
}
