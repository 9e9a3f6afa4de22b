package vn.motcua.kiosk.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.store.chain.ChainKind;
import vn.motcua.kiosk.store.chain.ChainWriter;

/** The numbers of forms, per site, form and year: without gaps, without doubles. */
public final class FormLedger {
  private final Connection connection;
  private final ChainWriter chain;

  FormLedger(Connection connection, ChainWriter chain) {
    this.connection = connection;
    this.chain = chain;
  }

  /**
   * Takes exactly that number, or none if it is not the next one (any more): then the form, which
   * bears it already, is made anew.
   *
   * @param site the agency that gives it out
   * @param form what was made
   * @param dossier whose form it is; empty for form 07
   * @param file where it is kept, a file that {@link Transaction#add} or {@link Transaction#insert}
   *     has written; empty for form 07
   * @return whether it is taken
   */
  public boolean take(
      String site, IssuedForm form, Optional<DossierCode> dossier, Optional<Blob> file) {
    try {
      if (next(connection, site, form.form(), form.year()) != form.number()) {
        return false;
      }
      @Nullable Long id =
          dossier.isEmpty()
              ? null
              : Rows.first(
                      connection,
                      "SELECT id FROM dossier WHERE code = ?",
                      row -> row.getLong(1),
                      dossier.get())
                  .orElseThrow(() -> new IllegalStateException("no such dossier"));
      long row =
          Rows.first(
                  connection,
                  "SELECT coalesce(max(id), 0) + 1 FROM form",
                  found -> found.getLong(1))
              .orElse(1L);
      Rows.run(
          connection,
          "INSERT INTO form (site, form, year, number, template, dossier, made, officer, sha256, id)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          site,
          form.form(),
          form.year(),
          form.number(),
          form.template(),
          id,
          form.made(),
          form.officer(),
          file.map(Blob::sha256).orElse(null),
          row);
      chain.add(ChainKind.FORM, id, row);
      return true;
    } catch (SQLException trouble) {
      throw new SqlTrouble(trouble);
    }
  }

  /** The number that {@link #take} would give out now. */
  public int next(String site, String form, int year) {
    try {
      return next(connection, site, form, year);
    } catch (SQLException trouble) {
      throw new SqlTrouble(trouble);
    }
  }

  static int next(Connection connection, String site, String form, int year) throws SQLException {
    return Rows.first(
            connection,
            "SELECT coalesce(max(number), 0) + 1 FROM form"
                + " WHERE site = ? AND form = ? AND year = ?",
            row -> row.getInt(1),
            site,
            form,
            year)
        .orElse(1);
  }

  static List<IssuedForm> of(Connection connection, DossierCode code) throws SQLException {
    return Rows.list(
        connection,
        "SELECT form.* FROM form JOIN dossier ON dossier.id = form.dossier WHERE code = ?"
            + " ORDER BY made, form.form, form.number",
        row ->
            new IssuedForm(
                row.getString("form"),
                row.getInt("year"),
                row.getInt("number"),
                row.getString("template"),
                LocalDateTime.parse(row.getString("made")),
                row.getString("officer")),
        code);
  }
}
