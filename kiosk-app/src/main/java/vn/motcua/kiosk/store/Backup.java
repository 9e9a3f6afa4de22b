package vn.motcua.kiosk.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.motcua.kiosk.store.chain.Sha256;
import vn.motcua.scanner.FaultException;

/**
 * A backup of a data folder while the program runs: one ZIP file with the database as it stood at
 * one moment, every file that it names, the settings, and what all of it hashes to. It is written
 * beside its place and renamed when it is whole and on the disk.
 *
 * <p>The keys are not in it unless a passphrase seals them. Piles that are still being scanned are
 * not in it either: they are no dossiers yet.
 */
public final class Backup {
  /** What else is worth keeping of a data folder. */
  private static final List<String> SETTINGS =
      List.of(
          "settings.json",
          "trust",
          "profiles",
          "scanner-pins",
          "signing-authorities",
          "receipt-sites",
          "form-templates",
          "procedures",
          "calendar",
          "sources");

  private final Path folder;
  private final Map<String, BackupManifest.Part> parts = new TreeMap<>();
  private final ZipOutputStream zip;

  private Backup(Path folder, ZipOutputStream zip) {
    this.folder = folder;
    this.zip = zip;
  }

  /**
   * Writes a backup.
   *
   * @param folder the data folder; need not be owned
   * @param out the file to write
   * @param passphrase seals the keys into it; the caller wipes it
   * @throws FaultException with {@link StoreFault.Full} and others of the store, {@link
   *     BackupFault.Source} if a file of a dossier is missing or changed; then {@code out} is as it
   *     was
   */
  public static BackupManifest write(
      Path folder, Path out, Optional<char[]> passphrase, Clock clock) throws FaultException {
    Path target = out.toAbsolutePath();
    Path place = Durable.folderOf(target);
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Path database = target.resolveSibling(target.getFileName() + ".db.part");
    try {
      removeDatabase(database);
      Snapshot.copy(folder, database);
      Snapshot snapshot = Snapshot.of(database);
      BackupManifest manifest = write(folder, part, database, snapshot, passphrase, clock);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      Durable.force(place);
      return manifest;
    } catch (IOException trouble) {
      throw Trouble.of(trouble, place);
    } catch (SQLException trouble) {
      throw Trouble.of(trouble, place).orElseThrow(() -> new IllegalStateException(trouble));
    } finally {
      Durable.remove(part);
      removeDatabase(database);
    }
  }

  /** SQLite leaves its journal beside a copy that it could not finish. */
  private static void removeDatabase(Path database) {
    for (String end : List.of("", "-journal", "-wal", "-shm")) {
      Durable.remove(database.resolveSibling(database.getFileName() + end));
    }
  }

  private static BackupManifest write(
      Path folder,
      Path part,
      Path database,
      Snapshot snapshot,
      Optional<char[]> passphrase,
      Clock clock)
      throws IOException, FaultException {
    try (FileChannel channel =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        ZipOutputStream zip =
            new ZipOutputStream(
                new java.io.BufferedOutputStream(Channels.newOutputStream(channel)))) {
      Backup backup = new Backup(folder, zip);
      backup.file(DataFolder.DATABASE, database, Deflater.BEST_SPEED);
      for (String sha256 : snapshot.files()) {
        backup.blob(sha256);
      }
      backup.settings();
      if (passphrase.isPresent()) {
        backup.bytes(KeyParcel.NAME, KeyParcel.wrap(folder.resolve("keys"), passphrase.get()));
      }
      LocalDateTime now = LocalDateTime.now(clock);
      BackupManifest manifest =
          new BackupManifest(
              now.truncatedTo(ChronoUnit.SECONDS),
              snapshot.schema(),
              AuditTrail.key(folder).sign(snapshot.head(), now),
              snapshot.whole(),
              snapshot.counts(),
              backup.parts);
      zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
      zip.write(manifest.json());
      zip.closeEntry();
      zip.finish();
      zip.flush();
      channel.force(true);
      return manifest;
    }
  }

  /** A file of a dossier is under its hash; what hashes to something else is no backup of it. */
  private void blob(String sha256) throws IOException, FaultException {
    String place = BlobStore.place(sha256);
    try {
      file(place, folder.resolve(place), Deflater.NO_COMPRESSION);
    } catch (NoSuchFileException missing) {
      throw new FaultException(new BackupFault.Source(), missing);
    }
    BackupManifest.Part written = parts.get(place);
    if (written == null || !written.sha256().equals(sha256)) {
      throw new FaultException(new BackupFault.Source(), sha256);
    }
  }

  private void settings() throws IOException {
    for (String name : SETTINGS) {
      Path at = folder.resolve(name);
      if (Files.isRegularFile(at)) {
        file(name, at, Deflater.BEST_SPEED);
      } else if (Files.isDirectory(at)) {
        try (Stream<Path> all = Files.walk(at, 4)) {
          for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
            String place = folder.relativize(file).toString().replace('\\', '/');
            if (BackupManifest.isPlace(place)) {
              file(place, file, Deflater.BEST_SPEED);
            }
          }
        }
      }
    }
  }

  private void bytes(String name, byte[] bytes) throws IOException {
    zip.setLevel(Deflater.BEST_SPEED);
    put(name, new java.io.ByteArrayInputStream(bytes));
  }

  private void file(String name, Path file, int level) throws IOException {
    zip.setLevel(level);
    try (InputStream in = Files.newInputStream(file)) {
      put(name, in);
    }
  }

  private void put(String name, InputStream in) throws IOException {
    MessageDigest digest = Sha256.begin();
    zip.putNextEntry(new ZipEntry(name));
    long bytes = in.transferTo(new DigestOutputStream(zip, digest));
    zip.closeEntry();
    parts.put(name, new BackupManifest.Part(bytes, HexFormat.of().formatHex(digest.digest())));
  }
}
