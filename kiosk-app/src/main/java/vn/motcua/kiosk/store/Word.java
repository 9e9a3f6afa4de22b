package vn.motcua.kiosk.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.SearchText;

/**
 * A word that was typed, and where it may stand: in a name or telephone number, in a procedure's
 * name, in the code.
 *
 * @param text folded
 * @param tokens one of which a dossier's people must have
 * @param procedures codes of those in whose names it stands
 * @param unfinished whether names need only begin with it
 */
record Word(String text, List<Long> tokens, List<String> procedures, boolean unfinished) {
  /** Digits of a day at the beginning of a code's tail. */
  private static final int DAY = 6;

  private static final int LONGEST_NUMBER = 16;

  Word {
    tokens = List.copyOf(tokens);
    procedures = List.copyOf(procedures);
  }

  /** Whether dossiers can be found by it at all; a single letter says too little. */
  boolean leads() {
    return !tokens.isEmpty() || !procedures.isEmpty() || isNumber();
  }

  /** How many dossiers share it, counted up to {@code most} in each place where it may stand. */
  long shared(Connection connection, int most) throws SQLException {
    long count = 0;
    for (SqlText part : parts(most)) {
      count +=
          Rows.first(
                  connection,
                  "SELECT count(*) FROM (" + part.sql() + ")",
                  row -> row.getLong(1),
                  part.values().toArray(new @Nullable Object[0]))
              .orElse(0L);
    }
    return count;
  }

  /** Holds for the newest dossiers that have it, {@code most} in each place. */
  SqlText found(int most) {
    SqlText all = SqlText.ANY;
    for (SqlText part : parts(most)) {
      all = all.or(new SqlText("id IN (").then(part).then(")"));
    }
    return all.sql().isEmpty() ? new SqlText("0") : new SqlText("(").then(all).then(")");
  }

  /** Holds for a dossier that has it; asks of one dossier after the other. */
  SqlText had() {
    SqlText all =
        tokens.isEmpty()
            ? SqlText.ANY
            : new SqlText(
                "EXISTS (SELECT 1 FROM token WHERE token IN ("
                    + marks(tokens.size())
                    + ") AND token.dossier = dossier.id)",
                tokens.toArray());
    if (!procedures.isEmpty()) {
      all =
          all.or(
              new SqlText(
                  "procedure_code IN (" + marks(procedures.size()) + ")", procedures.toArray()));
    }
    if (isNumber()) {
      all = all.or(number());
    }
    return all.sql().isEmpty() ? new SqlText("1") : new SqlText("(").then(all).then(")");
  }

  /** The last word may be a beginning of which the tokens know three letters only. */
  boolean fits(Dossier dossier) {
    return !unfinished
        || procedures.contains(dossier.procedure().code())
        || isNumber()
        || begins(dossier.applicant())
        || begins(dossier.owner());
  }

  private boolean begins(Party party) {
    return SearchText.words(party.name()).stream().anyMatch(word -> word.startsWith(text));
  }

  private List<SqlText> parts(int most) {
    List<SqlText> parts = new java.util.ArrayList<>();
    for (long token : tokens) {
      parts.add(
          new SqlText(
              "SELECT dossier FROM token WHERE token = ? ORDER BY dossier DESC LIMIT ?",
              token,
              most));
    }
    for (String procedure : procedures) {
      parts.add(
          new SqlText(
              "SELECT id FROM dossier WHERE procedure_code = ? ORDER BY id DESC LIMIT ?",
              procedure,
              most));
    }
    if (isNumber()) {
      parts.add(
          new SqlText("SELECT id FROM dossier WHERE ")
              .then(number())
              .then(" ORDER BY id DESC LIMIT ?", most));
    }
    return parts;
  }

  private boolean isNumber() {
    return text.length() <= LONGEST_NUMBER && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The end of a code: its running number; or its day, and more of it. */
  private SqlText number() {
    if (text.length() < DAY) {
      return new SqlText("serial = ?", Long.parseLong(text));
    }
    String begin = text.substring(0, DAY) + "-" + text.substring(DAY);
    return new SqlText("(tail >= ? AND tail < ?)", begin, begin + "\uffff");
  }

  private static String marks(int number) {
    return String.join(", ", Collections.nCopies(number, "?"));
  }
}
