package vn.motcua.kiosk.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.store.seal.SearchTokens;

/** Writes down by which hashes of words a dossier's people are found. */
final class PartyTokens {
  private final SearchTokens tokens;

  PartyTokens(SearchTokens tokens) {
    this.tokens = tokens;
  }

  void write(Connection connection, long dossier, Party party) throws SQLException {
    Set<Long> all = new LinkedHashSet<>(tokens.ofName(party.name()));
    all.addAll(tokens.ofPhone(party.phone()));
    if (all.isEmpty()) {
      return;
    }
    List<Object> values = new ArrayList<>();
    for (long token : all) {
      values.add(token);
      values.add(dossier);
    }
    String rows = String.join(", ", Collections.nCopies(all.size(), "(?, ?)"));
    Rows.run(connection, "INSERT OR IGNORE INTO token VALUES " + rows, values.toArray());
  }
}
