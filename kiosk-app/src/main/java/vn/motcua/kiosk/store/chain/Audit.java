package vn.motcua.kiosk.store.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chain from its first link to its last beside what it covers. One read transaction: what
 * is written meanwhile is not part of it. Memory does not grow with the chain.
 */
public final class Audit {
  private final Connection connection;
  private final Optional<SignedHead> earlier;
  private final String site;
  private final Findings findings;
  private final Map<ChainKind, PreparedStatement> latest = new EnumMap<>(ChainKind.class);
  private final PreparedStatement erased;
  private final Map<ChainKind, RowHash> rows = new EnumMap<>(ChainKind.class);
  private final Map<String, Long> counts = new TreeMap<>();

  private Audit(Connection connection, Optional<SignedHead> earlier) throws SQLException {
    this.connection = connection;
    this.earlier = earlier;
    site = ChainWriter.site(connection);
    findings = new Findings(connection);
    erased = connection.prepareStatement("SELECT count(*) FROM erasure WHERE dossier = ?");
    long upTo = ChainBuild.upTo(connection);
    for (ChainKind kind : ChainKind.values()) {
      // A database that an earlier version has written may lack the tables of later kinds.
      if (kind.isIn(upTo)) {
        rows.put(kind, new RowHash(connection, kind));
        if (kind.isLatest()) {
          latest.put(
              kind,
              connection.prepareStatement("SELECT max(seq) FROM chain WHERE " + kind.linked("?")));
        }
      }
    }
  }

  /**
   * Audits what {@code connection} sees.
   *
   * @param earlier a head that was exported before, whose signature was checked
   */
  public static AuditReport run(Connection connection, Optional<SignedHead> earlier)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      return new Audit(connection, earlier).run();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** How far the chain is. */
  public static ChainHead head(Connection connection) throws SQLException {
    String site = ChainWriter.site(connection);
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT seq, (SELECT count(*) FROM chain), hash FROM chain"
                    + " ORDER BY seq DESC LIMIT 1")) {
      return row.next()
          ? ChainHead.of(site, row.getLong(1), row.getLong(2), row.getBytes(3))
          : ChainHead.of(site, 0, 0, Link.nothing());
    }
  }

  private AuditReport run() throws SQLException {
    ChainHead head = links();
    for (ChainKind kind : rows.keySet()) {
      if (kind.isLatest()) {
        unlinked(kind);
      } else if (number(kind.count()) != counts.getOrDefault(kind.name(), 0L)) {
        added(kind);
      }
    }
    keys();
    new ErasedBlobs(connection, findings).check();
    earlier(head);
    for (RowHash each : rows.values()) {
      each.close();
    }
    for (PreparedStatement each : latest.values()) {
      each.close();
    }
    erased.close();
    return new AuditReport(head, counts, findings.told(), findings.found());
  }

  private ChainHead links() throws SQLException {
    byte[] previous = Link.nothing();
    long seq = 0;
    long count = 0;
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT seq, at, kind, dossier, number, body_hash, hash FROM chain ORDER BY seq")) {
      while (row.next()) {
        Link link = Link.read(row);
        if (link.seq() != seq + 1 || !Arrays.equals(link.hash(), link.expected(site, previous))) {
          findings.add(new AuditFault.Broken(), link);
        }
        covered(link);
        counts.merge(link.kind(), 1L, Long::sum);
        previous = link.hash();
        seq = link.seq();
        count++;
        passed(link);
      }
    }
    return ChainHead.of(site, seq, count, previous);
  }

  /** The link that an earlier head names has to be the same one. */
  private void passed(Link link) throws SQLException {
    if (earlier.isPresent()
        && earlier.get().head().seq() == link.seq()
        && !earlier.get().head().hash().equals(HexFormat.of().formatHex(link.hash()))) {
      findings.add(new AuditFault.Rewritten(), link);
    }
  }

  private void covered(Link link) throws SQLException {
    @Nullable ChainKind kind = kind(link.kind());
    @Nullable RowHash body = kind == null ? null : rows.get(kind);
    if (kind == null || body == null) {
      findings.add(new AuditFault.Broken(), link);
      return;
    }
    @Nullable PreparedStatement last = latest.get(kind);
    if (last != null && ask(last, link.dossier()) != link.seq()) {
      return; // the state after a later change is what is kept
    }
    Optional<RowHash.Found> found = body.of(link.dossier(), link.number());
    if (found.isEmpty()) {
      findings.add(new AuditFault.Missing(), link);
    } else if (!Arrays.equals(found.get().hash(), link.bodyHash())) {
      findings.add(new AuditFault.Changed(), link);
    } else if (found.get().erased() && !isErased(link.dossier())) {
      findings.add(new AuditFault.Erased(), link);
    }
  }

  private @Nullable ChainKind kind(String name) {
    for (ChainKind each : rows.keySet()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    return null;
  }

  private boolean isErased(@Nullable Long dossier) throws SQLException {
    return ask(erased, dossier) > 0;
  }

  private void added(ChainKind kind) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            kind.all() + " EXCEPT SELECT dossier, number FROM chain WHERE kind = ?")) {
      sql.setString(1, kind.name());
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          long dossier = row.getLong(1);
          findings.add(
              new AuditFault.Added(),
              0,
              kind.name(),
              row.wasNull() ? null : dossier,
              row.getLong(2));
        }
      }
    }
  }

  /** Dossiers without a state, or with parts or an origin that no link tells of. */
  private void unlinked(ChainKind kind) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(kind.unlinked())) {
      while (row.next()) {
        findings.add(new AuditFault.Added(), 0, kind.name(), row.getLong(1), 0);
      }
    }
  }

  /** Rows of dossiers that do not exist. */
  private void keys() throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("PRAGMA foreign_key_check")) {
      while (row.next()) {
        findings.add(new AuditFault.Added(), 0, row.getString(1), null, row.getLong(2));
      }
    }
  }

  private void earlier(ChainHead head) throws SQLException {
    if (earlier.isEmpty()) {
      return;
    }
    SignedHead then = earlier.get();
    if (!then.head().site().equals(site)) {
      findings.add(new AuditFault.ForeignHead(), then.head().seq(), "", null, 0);
    } else if (then.head().seq() > head.seq() || then.head().count() > head.count()) {
      findings.add(new AuditFault.Cut(), head.seq(), "", null, 0);
    } else if (findings.found() == 0 && !isKnown(then.fingerprint())) {
      findings.add(new AuditFault.ForeignHead(), then.head().seq(), "", null, 0);
    }
  }

  private boolean isKnown(String fingerprint) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "SELECT 1 FROM key_change WHERE what = 'AUDIT' AND fingerprint = ?")) {
      sql.setString(1, fingerprint);
      try (ResultSet row = sql.executeQuery()) {
        return row.next();
      }
    }
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static long ask(PreparedStatement statement, @Nullable Long dossier) throws SQLException {
    statement.setObject(1, dossier);
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
