package vn.motcua.kiosk.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Payment;
import vn.motcua.kiosk.dossier.PaymentReference;

/** Payments that were asked for, and their confirmations. */
final class PaymentRows {
  private static final String SELECT =
      "SELECT payment.*, dossier.code FROM payment JOIN dossier ON dossier.id = payment.dossier";

  private PaymentRows() {}

  static Payment ask(Connection connection, DossierCode code, long amount, LocalDateTime at)
      throws SQLException {
    int number = of(connection, code).size() + 1;
    String reference = PaymentReference.of(code, number);
    Rows.run(
        connection,
        "INSERT INTO payment SELECT id, ?, ?, ?, ?, NULL, NULL, NULL FROM dossier WHERE code = ?",
        number,
        amount,
        reference,
        at,
        code);
    return new Payment(code, number, amount, reference, at, Optional.empty());
  }

  /** Whether it waited and is confirmed now. */
  static boolean confirm(Connection connection, Payment payment, Payment.Confirmation by)
      throws SQLException {
    return Rows.run(
            connection,
            "UPDATE payment SET confirmed = ?, who = ?, bank_id = ? WHERE confirmed IS NULL"
                + " AND number = ? AND dossier = (SELECT id FROM dossier WHERE code = ?)",
            by.at(),
            by.who(),
            by.bankId().orElse(null),
            payment.number(),
            payment.code())
        == 1;
  }

  static List<Payment> of(Connection connection, DossierCode code) throws SQLException {
    return Rows.list(
        connection, SELECT + " WHERE dossier.code = ? ORDER BY number", PaymentRows::payment, code);
  }

  static List<Payment> awaited(Connection connection) throws SQLException {
    return Rows.list(
        connection,
        SELECT + " WHERE confirmed IS NULL ORDER BY asked, dossier.code, number",
        PaymentRows::payment);
  }

  static List<Payment> confirmed(Connection connection, LocalDateTime since) throws SQLException {
    return Rows.list(
        connection,
        SELECT + " WHERE confirmed >= ? ORDER BY confirmed, dossier.code, number",
        PaymentRows::payment,
        since);
  }

  static boolean knows(Connection connection, String bankId) throws SQLException {
    return Rows.first(
            connection, "SELECT 1 FROM payment WHERE bank_id = ?", row -> row.getInt(1), bankId)
        .isPresent();
  }

  private static Payment payment(ResultSet row) throws SQLException {
    String confirmed = row.getString("confirmed");
    Optional<Payment.Confirmation> by =
        confirmed == null
            ? Optional.empty()
            : Optional.of(
                new Payment.Confirmation(
                    LocalDateTime.parse(confirmed),
                    row.getString("who"),
                    Optional.ofNullable(row.getString("bank_id"))));
    return new Payment(
        new DossierCode(row.getString("code")),
        row.getInt("number"),
        row.getLong("amount"),
        row.getString("reference"),
        LocalDateTime.parse(row.getString("asked")),
        by);
  }
}
