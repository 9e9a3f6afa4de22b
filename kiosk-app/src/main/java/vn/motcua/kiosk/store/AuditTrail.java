package vn.motcua.kiosk.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.store.chain.Audit;
import vn.motcua.kiosk.store.chain.AuditFault;
import vn.motcua.kiosk.store.chain.AuditKey;
import vn.motcua.kiosk.store.chain.AuditReport;
import vn.motcua.kiosk.store.chain.Sha256;
import vn.motcua.kiosk.store.chain.SignedHead;
import vn.motcua.scanner.FaultException;

/**
 * Audits a data folder without owning it; needs no key but that of the audit, and writes nothing.
 */
public final class AuditTrail {
  private AuditTrail() {}

  /**
   * Reads the whole chain beside what it covers.
   *
   * @param folder the data folder
   * @param earlier a file with a head that was exported before
   * @param files whether the files of the dossiers are read as well
   * @throws FaultException if it cannot be read at all; what is wrong with it stands in the report
   */
  public static AuditReport verify(Path folder, Optional<Path> earlier, boolean files)
      throws FaultException {
    Optional<SignedHead> head =
        earlier.isEmpty() ? Optional.empty() : Optional.of(readHead(earlier.get()));
    return verifyAgainst(folder, head, files);
  }

  static AuditReport verifyAgainst(Path folder, Optional<SignedHead> head, boolean files)
      throws FaultException {
    return ReadOnlyStore.ask(
        folder,
        connection -> {
          AuditReport report = Audit.run(connection, head);
          if (report.isWhole() && !Snapshot.isSound(connection)) {
            // An index, say, that leads past a row.
            throw new FaultException(new StoreFault.Damaged());
          }
          return files ? withFiles(folder, connection, report) : report;
        });
  }

  /**
   * How far the chain is, signed with the key of the audit.
   *
   * @throws FaultException with {@link AuditFault.NoKey}, or as {@link #verify}
   */
  public static SignedHead head(Path folder, Clock clock) throws FaultException {
    AuditKey key = key(folder);
    return ReadOnlyStore.ask(
        folder, connection -> key.sign(Audit.head(connection), LocalDateTime.now(clock)));
  }

  static AuditKey key(Path folder) throws FaultException {
    try {
      return AuditKey.read(Files.readAllBytes(KeyLedger.auditKeyFile(folder)));
    } catch (IOException missing) {
      throw new FaultException(new AuditFault.NoKey(), missing);
    }
  }

  /**
   * Reads a head and checks its signature.
   *
   * @throws FaultException with {@link AuditFault.BadHead}
   */
  public static SignedHead readHead(Path file) throws FaultException {
    try {
      if (Files.size(file) > SignedHead.LONGEST) {
        throw new FaultException(new AuditFault.BadHead(), "too long");
      }
      return SignedHead.read(Files.readString(file));
    } catch (IOException trouble) {
      throw new FaultException(new AuditFault.BadHead(), trouble);
    }
  }

  private static AuditReport withFiles(Path folder, Connection connection, AuditReport report)
      throws SQLException {
    List<AuditReport.Finding> findings = new ArrayList<>(report.findings());
    long found = report.found();
    for (String sha256 : files(connection)) {
      if (!isWhole(folder, sha256)) {
        found++;
        if (findings.size() < AuditReport.MOST) {
          findings.add(
              new AuditReport.Finding(
                  new AuditFault.File(), 0, sha256, owner(connection, sha256), 0));
        }
      }
    }
    return new AuditReport(report.head(), report.links(), findings, found);
  }

  /** The hashes of all files that have to be there. */
  static List<String> files(Connection connection) throws SQLException {
    return Rows.list(
        connection,
        "SELECT sha256 FROM blob WHERE sha256 NOT IN (SELECT sha256 FROM erased_blob)"
            + " ORDER BY sha256",
        row -> row.getString(1));
  }

  private static boolean isWhole(Path folder, String sha256) {
    try {
      return sha256(folder.resolve(BlobStore.place(sha256))).equals(sha256);
    } catch (IOException missing) {
      return false;
    }
  }

  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = Sha256.begin();
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  private static Optional<String> owner(Connection connection, String sha256) throws SQLException {
    return Rows.first(
        connection,
        "SELECT code FROM dossier JOIN dossier_file ON dossier_file.dossier = dossier.id"
            + " WHERE sha256 = ?",
        row -> row.getString(1),
        sha256);
  }
}
