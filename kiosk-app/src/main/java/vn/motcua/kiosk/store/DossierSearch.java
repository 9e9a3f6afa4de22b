package vn.motcua.kiosk.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.SearchText;
import vn.motcua.kiosk.store.seal.SearchTokens;

/**
 * Finds dossiers for staff. Every step goes along an index and looks at a bounded number of rows,
 * so that it takes about as long with ten million dossiers as with ten thousand.
 */
final class DossierSearch {
  /** Groups in the order in which they press; each has an index that gives its own order. */
  private static final List<String> GROUPS =
      List.of(
          "status IN (2, 4) ORDER BY due_at, id",
          "status = 1 ORDER BY received DESC",
          "status IN (5, 6, 8) ORDER BY received DESC",
          "status = 9 ORDER BY received DESC",
          "status IN (3, 7, 10) ORDER BY received DESC");

  /** The order of {@link #GROUPS} for what was found another way. */
  private static final String URGENCY =
      " ORDER BY CASE WHEN status IN (2, 4) THEN 0 WHEN status = 1 THEN 1"
          + " WHEN status IN (5, 6, 8) THEN 2 WHEN status = 9 THEN 3 ELSE 4 END,"
          + " CASE WHEN status IN (2, 4) THEN due_at END, received DESC, id";

  private static final int LONGEST_TEXT = 200;
  private static final int MOST_WORDS = 8;

  /** Of what one word is shared by, the newest so many are looked at; more if others narrow it. */
  private static final int SHARED = 5_000;

  private static final int NARROWED = 50_000;

  private final DossierRows rows;
  private final SearchTokens tokens;

  DossierSearch(DossierRows rows, SearchTokens tokens) {
    this.rows = rows;
    this.tokens = tokens;
  }

  List<Dossier> find(Connection connection, DossierQuery query) throws SQLException {
    String text = query.text();
    String capped = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    Optional<DossierCode> code = DossierCode.read(capped);
    if (code.isPresent()) {
      return ask(connection, query, new SqlText("code = ?", code.get()), _ -> true);
    }
    List<Word> words = words(connection, capped);
    return words.stream().anyMatch(Word::leads)
        ? having(connection, query, words)
        : pressing(connection, query);
  }

  List<Dossier> named(Connection connection, String name, int most) throws SQLException {
    return Rows.list(
        connection,
        DossierColumns.SELECT
            + "WHERE id IN (SELECT dossier FROM token WHERE token = ?"
            + " ORDER BY dossier DESC LIMIT ?) ORDER BY id DESC",
        row -> rows.dossier(connection, row),
        tokens.name(SearchText.words(name)),
        most);
  }

  private List<Word> words(Connection connection, String text) throws SQLException {
    List<Long> phone = tokens.phone(text);
    List<String> typed = SearchText.words(text);
    if (!phone.isEmpty()) {
      return List.of(new Word(typed.getFirst(), phone, List.of(), false));
    }
    Map<String, List<String>> procedures = procedures(connection);
    List<Word> words = new ArrayList<>();
    int count = Math.min(typed.size(), MOST_WORDS);
    for (int i = 0; i < count; i++) {
      String word = typed.get(i);
      boolean unfinished = i == typed.size() - 1;
      words.add(
          new Word(
              word,
              unfinished ? tokens.beginning(word) : List.of(tokens.word(word)),
              having(procedures, word),
              unfinished));
    }
    return words;
  }

  /** The folded names of each procedure, by its code: there are few. */
  private static Map<String, List<String>> procedures(Connection connection) throws SQLException {
    Map<String, List<String>> names = new LinkedHashMap<>();
    Rows.each(
        connection,
        "SELECT DISTINCT code, json ->> '$.name' AS name,"
            + " json ->> '$.shortName' AS short_name FROM procedure",
        row ->
            names
                .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                .add(SearchText.fold(row.getString(2) + " " + row.getString(3))));
    return names;
  }

  private static List<String> having(Map<String, List<String>> procedures, String word) {
    return procedures.entrySet().stream()
        .filter(each -> each.getValue().stream().anyMatch(name -> name.contains(word)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Nothing was typed: the work list. */
  private List<Dossier> pressing(Connection connection, DossierQuery query) throws SQLException {
    List<Dossier> found = new ArrayList<>();
    for (String group : GROUPS) {
      int left = query.most() - found.size();
      if (left > 0) {
        SqlText sql = bounds(query).and(new SqlText(group)).then(" LIMIT ?", left);
        found.addAll(dossiers(connection, sql));
      }
    }
    return found;
  }

  /** The word that is shared by the fewest leads; the others are asked of what it finds. */
  private List<Dossier> having(Connection connection, DossierQuery query, List<Word> words)
      throws SQLException {
    Word leader = words.getFirst();
    long fewest = Long.MAX_VALUE;
    for (Word word : words.stream().filter(Word::leads).toList()) {
      long shared = word.shared(connection, SHARED);
      if (shared < fewest) {
        fewest = shared;
        leader = word;
      }
    }
    if (fewest == 0) {
      return List.of();
    }
    SqlText sql = leader.found(words.size() == 1 ? SHARED : NARROWED);
    for (Word word : words) {
      if (word != leader) {
        sql = sql.and(word.had());
      }
    }
    return ask(connection, query, sql, dossier -> words.stream().allMatch(w -> w.fits(dossier)));
  }

  private List<Dossier> ask(
      Connection connection,
      DossierQuery query,
      SqlText condition,
      java.util.function.Predicate<Dossier> fits)
      throws SQLException {
    SqlText sql = bounds(query).and(condition).then(URGENCY);
    List<Dossier> found = new ArrayList<>();
    rows.each(
        connection,
        DossierColumns.SELECT + "WHERE " + sql.sql(),
        sql.values(),
        dossier -> {
          if (fits.test(dossier)) {
            found.add(dossier);
          }
          return found.size() < query.most();
        });
    return found;
  }

  private List<Dossier> dossiers(Connection connection, SqlText sql) throws SQLException {
    return Rows.list(
        connection,
        DossierColumns.SELECT + "WHERE " + sql.sql(),
        row -> rows.dossier(connection, row),
        sql.values().toArray(new @Nullable Object[0]));
  }

  private static SqlText bounds(DossierQuery query) {
    SqlText sql = SqlText.ANY;
    if (query.stage().isPresent()) {
      sql = sql.and(new SqlText("stage = ?", query.stage().get()));
    }
    if (query.dueBefore().isPresent()) {
      sql = sql.and(new SqlText("due_at < ?", query.dueBefore().get().atStartOfDay()));
    }
    return sql;
  }
}
