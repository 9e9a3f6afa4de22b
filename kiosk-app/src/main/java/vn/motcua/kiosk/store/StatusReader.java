package vn.motcua.kiosk.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.scanner.FaultException;

/** Reads what happened, for others, beside a program that may run and write meanwhile. */
public final class StatusReader {
  private static final String LINKS =
      "SELECT chain.seq, kind, number, code, dossier.id AS id,"
          + " (SELECT min(seq) FROM chain AS early WHERE early.kind = 'STATE'"
          + " AND early.dossier = chain.dossier) AS first,"
          + " EXISTS (SELECT 1 FROM erasure WHERE erasure.dossier = chain.dossier) AS erased"
          + " FROM chain JOIN dossier ON dossier.id = chain.dossier"
          + " WHERE chain.seq > ? AND chain.seq <= ? AND kind IN ('EVENT', 'STATE')"
          + " ORDER BY chain.seq";

  private record Link(
      long seq, String kind, int number, DossierCode code, long first, boolean erased) {}

  private final Path folder;
  private final DossierRows rows;

  private StatusReader(Path folder, Keys keys) {
    this.folder = folder;
    rows = new DossierRows(keys.seals());
  }

  /**
   * @param folder a data folder; may be another process's
   * @throws FaultException with {@link StoreFault.None}, {@link StoreFault.KeyMissing}, or what
   *     else is wrong with it
   */
  public static StatusReader of(Path folder) throws FaultException {
    if (!DataFolder.isUsed(folder)) {
      throw new FaultException(new StoreFault.None());
    }
    return new StatusReader(folder, Keys.of(KeyFile.existing(folder)));
  }

  /** Which installation it is. */
  public String site() throws FaultException {
    return ReadOnlyStore.ask(
        folder,
        connection ->
            Rows.first(connection, "SELECT id FROM site", row -> row.getString(1)).orElseThrow());
  }

  /** The last link before that day began; 0 if there is none. */
  public long before(LocalDate day) throws FaultException {
    return ReadOnlyStore.ask(
        folder,
        connection ->
            Rows.first(
                    connection,
                    "SELECT coalesce(min(seq), (SELECT max(seq) + 1 FROM chain)) - 1 FROM chain"
                        + " WHERE at >= ?",
                    row -> row.getLong(1),
                    day.toString())
                .orElse(0L));
  }

  /**
   * What happened after {@code seq}, read in one moment.
   *
   * @param most how many links that tell something are looked at
   * @param end where to end, if that was said before; empty = after {@code most} links
   */
  public StatusNews after(long seq, int most, OptionalLong end) throws FaultException {
    return ReadOnlyStore.ask(
        folder,
        connection -> {
          // All questions see the same state.
          Rows.run(connection, "BEGIN");
          try {
            return news(connection, seq, most, end);
          } finally {
            Rows.run(connection, "ROLLBACK");
          }
        });
  }

  private StatusNews news(Connection connection, long seq, int most, OptionalLong end)
      throws SQLException {
    // Links of other kinds make no batch of their own, so that one follows the other by name.
    long head =
        end.isPresent()
            ? end.getAsLong()
            : Rows.first(
                    connection,
                    "SELECT coalesce(max(seq), 0) FROM (SELECT seq FROM chain WHERE seq > ?"
                        + " AND kind IN ('EVENT', 'STATE') ORDER BY seq LIMIT ?)",
                    row -> row.getLong(1),
                    seq,
                    most)
                .orElse(0L);
    long upTo = Math.max(seq, head);
    List<Link> links =
        Rows.list(
            connection,
            LINKS,
            row ->
                new Link(
                    row.getLong("seq"),
                    row.getString("kind"),
                    row.getInt("number"),
                    new DossierCode(row.getString("code")),
                    row.getLong("first"),
                    row.getBoolean("erased")),
            seq,
            upTo);
    Map<DossierCode, Boolean> states = new LinkedHashMap<>();
    Map<DossierCode, List<DossierEvent>> histories = new LinkedHashMap<>();
    List<StatusNews.Happened> events = new ArrayList<>();
    int erased = 0;
    for (Link link : links) {
      if (link.erased()) {
        erased++;
      } else if (link.kind().equals("STATE")) {
        states.merge(link.code(), link.first() == link.seq(), Boolean::logicalOr);
      } else {
        List<DossierEvent> history = histories.get(link.code());
        if (history == null) {
          history = rows.events(connection, link.code());
          histories.put(link.code(), history);
        }
        events.add(
            new StatusNews.Happened(link.seq(), link.code(), history.get(link.number() - 1)));
      }
    }
    List<Dossier> begun = new ArrayList<>();
    List<Dossier> changed = new ArrayList<>();
    for (Map.Entry<DossierCode, Boolean> state : states.entrySet()) {
      Dossier dossier = rows.dossier(connection, state.getKey()).orElseThrow();
      (state.getValue() ? begun : changed).add(dossier);
    }
    return new StatusNews(upTo, begun, changed, events, erased);
  }
}
