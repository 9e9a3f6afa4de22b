package vn.motcua.kiosk.store;

import static vn.motcua.kiosk.store.SqlTrouble.sql;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Rating;
import vn.motcua.kiosk.dossier.RatingCounts;

/**
 * Who was asked how it was, and what was answered, kept apart: an answer bears a random name and a
 * day, nothing that leads to its dossier.
 */
public final class RatingLedger {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NAME_BYTES = 16;

  private final Connection connection;

  RatingLedger(Connection connection) {
    this.connection = connection;
  }

  /** Notes that the question was put for that dossier; false if it was before. */
  public boolean ask(DossierCode code, LocalDate day) {
    return sql(() ->
        Rows.run(
                connection,
                "INSERT INTO rating_asked (dossier, day)"
                    + " SELECT id, ? FROM dossier WHERE code = ? ON CONFLICT (dossier) DO NOTHING",
                day,
                code)
            == 1);
  }

  /** Writes an answer for a dossier that was asked; false if there is one already. */
  public boolean give(DossierCode code, Rating rating, LocalDate day) {
    byte[] name = new byte[NAME_BYTES];
    RANDOM.nextBytes(name);
    return sql(() -> {
      boolean open =
          Rows.run(
                  connection,
                  "UPDATE rating_asked SET given = 1 WHERE given = 0"
                      + " AND dossier = (SELECT id FROM dossier WHERE code = ?)",
                  code)
              == 1;
      if (open) {
        Rows.run(
            connection,
            "INSERT INTO rating VALUES (?, ?, ?, ?)",
            HexFormat.of().formatHex(name),
            day,
            rating.face(),
            rating.reasons().stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
      }
      return open;
    });
  }

  static boolean isAsked(Connection connection, DossierCode code) throws SQLException {
    return Rows.first(
            connection,
            "SELECT 1 FROM rating_asked JOIN dossier ON dossier.id = rating_asked.dossier"
                + " WHERE code = ?",
            row -> row.getInt(1),
            code)
        .isPresent();
  }

  static RatingCounts counts(Connection connection, LocalDate day) throws SQLException {
    int asked =
        Rows.first(
                connection,
                "SELECT count(*) FROM rating_asked WHERE day = ?",
                row -> row.getInt(1),
                day)
            .orElse(0);
    Map<Rating.Face, Integer> faces = new EnumMap<>(Rating.Face.class);
    Map<Rating.Reason, Integer> reasons = new EnumMap<>(Rating.Reason.class);
    int[] total = {0};
    Rows.each(
        connection,
        "SELECT face, reasons FROM rating WHERE day = ?",
        row -> {
          total[0]++;
          faces.merge(Rating.Face.valueOf(row.getString("face")), 1, Integer::sum);
          String said = row.getString("reasons");
          if (!said.isEmpty()) {
            for (String reason : said.split(",", -1)) {
              reasons.merge(Rating.Reason.valueOf(reason), 1, Integer::sum);
            }
          }
          return true;
        },
        day);
    return new RatingCounts(day, asked, total[0], faces, reasons);
  }
}
