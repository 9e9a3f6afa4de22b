package vn.motcua.kiosk.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.motcua.kiosk.store.chain.AuditReport;
import vn.motcua.kiosk.store.chain.Sha256;
import vn.motcua.kiosk.store.seal.MasterKey;
import vn.motcua.scanner.FaultException;

/**
 * Puts a backup into an empty folder. Everything is unpacked beside it, hashed, counted, audited
 * and held against the key there; only what is whole is put in its place, in one step.
 */
public final class Restore {
  private static final long LARGEST_MANIFEST = 1L << 30;
  private static final String KEY = "lookup.key";

  private final ZipFile zip;
  private final BackupManifest manifest;
  private final Path beside;

  private Restore(ZipFile zip, BackupManifest manifest, Path beside) {
    this.zip = zip;
    this.manifest = manifest;
    this.beside = beside;
  }

  /**
   * Restores.
   *
   * @param file the backup
   * @param folder where to; must be empty or not be there
   * @param keyFile the key of the data, a copy of {@code keys/lookup.key}; goes before one inside,
   *     which a token may have wrapped
   * @param passphrase opens the keys inside, if there are any; the caller wipes it
   * @throws FaultException with a {@link BackupFault} or a {@link StoreFault}; then {@code folder}
   *     is as it was
   */
  public static BackupManifest run(
      Path file, Path folder, Optional<Path> keyFile, Optional<char[]> passphrase)
      throws FaultException {
    return run(file, folder, keyFile, passphrase, false);
  }

  /**
   * As {@link #run(Path, Path, Optional, Optional)}.
   *
   * @param notWhole whether a backup of data in which the audit found something is restored, as
   *     they were; otherwise it is {@link BackupFault.NotWhole}
   */
  public static BackupManifest run(
      Path file, Path folder, Optional<Path> keyFile, Optional<char[]> passphrase, boolean notWhole)
      throws FaultException {
    Path target = folder.toAbsolutePath().normalize();
    Path place = target.getParent();
    if (place == null || !isEmpty(target)) {
      throw new FaultException(new BackupFault.NotEmpty());
    }
    if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
      throw new FaultException(new BackupFault.Unreadable());
    }
    Path beside = place.resolve(".restore-" + UUID.randomUUID());
    try (ZipFile zip = open(file)) {
      BackupManifest manifest = manifest(zip);
      if (!manifest.whole() && !notWhole) {
        throw new FaultException(new BackupFault.NotWhole());
      }
      Durable.makeFolder(place);
      Files.createDirectory(beside);
      closeToOthers(beside);
      Restore restore = new Restore(zip, manifest, beside);
      restore.unpack();
      restore.keys(keyFile, passphrase);
      restore.check();
      forceFolders(beside);
      Files.deleteIfExists(target);
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      Durable.force(place);
      return manifest;
    } catch (ZipException damaged) {
      throw new FaultException(new BackupFault.Damaged(), damaged);
    } catch (IOException trouble) {
      throw Trouble.of(trouble, place);
    } finally {
      remove(beside);
    }
  }

  private static ZipFile open(Path file) throws FaultException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException cut) {
      throw new FaultException(new BackupFault.Incomplete(), cut);
    } catch (IOException trouble) {
      throw new FaultException(new BackupFault.Unreadable(), trouble);
    }
  }

  private static BackupManifest manifest(ZipFile zip) throws IOException, FaultException {
    ZipEntry entry = zip.getEntry(BackupManifest.NAME);
    if (entry == null) {
      throw new FaultException(new BackupFault.Incomplete());
    }
    if (entry.getSize() > LARGEST_MANIFEST) {
      throw new FaultException(new BackupFault.Damaged(), "a strange manifest");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      BackupManifest manifest = BackupManifest.read(in.readAllBytes());
      if (manifest.schema() > ReadOnlyStore.newest()) {
        throw new FaultException(new BackupFault.Newer());
      }
      return manifest;
    }
  }

  /** What is in the backup and what its manifest says have to be the same, file by file. */
  private void unpack() throws IOException, FaultException {
    Set<String> there = new HashSet<>();
    zip.stream().map(ZipEntry::getName).forEach(there::add);
    Set<String> named = new HashSet<>(manifest.files().keySet());
    named.add(BackupManifest.NAME);
    if (zip.size() != named.size() || !there.equals(named)) {
      throw new FaultException(new BackupFault.Damaged(), "other files than named");
    }
    for (Map.Entry<String, BackupManifest.Part> each : manifest.files().entrySet()) {
      if (!each.getKey().equals(KeyParcel.NAME)) {
        Path target = beside.resolve(each.getKey());
        Files.createDirectories(target.getParent());
        try (FileChannel channel =
                FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            OutputStream out = Channels.newOutputStream(channel)) {
          unpack(each.getKey(), each.getValue(), out);
          channel.force(true);
        }
      }
    }
  }

  private void unpack(String name, BackupManifest.Part part, OutputStream out)
      throws IOException, FaultException {
    MessageDigest digest = Sha256.begin();
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new FaultException(new BackupFault.Damaged(), name);
    }
    long bytes = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      OutputStream hashed = new DigestOutputStream(out, digest);
      byte[] some = in.readNBytes(1 << 16);
      while (some.length > 0 && bytes <= part.bytes()) {
        hashed.write(some);
        bytes += some.length;
        some = in.readNBytes(1 << 16);
      }
    } catch (java.io.EOFException cut) {
      throw new FaultException(new BackupFault.Damaged(), cut);
    }
    if (bytes != part.bytes() || !HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
      throw new FaultException(new BackupFault.Damaged(), name);
    }
  }

  private void keys(Optional<Path> keyFile, Optional<char[]> passphrase)
      throws IOException, FaultException {
    Map<String, byte[]> files = new TreeMap<>();
    BackupManifest.Part parcel = manifest.files().get(KeyParcel.NAME);
    if (passphrase.isPresent() && parcel != null) {
      java.io.ByteArrayOutputStream sealed = new java.io.ByteArrayOutputStream();
      unpack(KeyParcel.NAME, parcel, sealed);
      files.putAll(KeyParcel.open(sealed.toByteArray(), passphrase.get()));
    }
    if (keyFile.isPresent()) {
      byte[] key = Files.readAllBytes(keyFile.get());
      if (key.length != MasterKey.BYTES) {
        throw new FaultException(new BackupFault.KeyWrong());
      }
      files.put(KEY, key);
      files.remove(WrappedKey.FILE);
    }
    if (files.isEmpty()) {
      throw new FaultException(new BackupFault.NoKey());
    }
    Path keys = Files.createDirectory(beside.resolve("keys"));
    closeToOthers(keys);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Durable.writePrivate(keys.resolve(file.getKey()), file.getValue());
    }
    fits(files);
  }

  /** The data say by which keys they were written. */
  private void fits(Map<String, byte[]> files) throws FaultException {
    byte[] key = files.get(KEY);
    if (key == null) {
      return; // it is wrapped for a token, which will say so itself
    }
    String fingerprint = new MasterKey(key).fingerprint();
    boolean known =
        ReadOnlyStore.ask(
            beside,
            connection ->
                KeyLedger.fingerprints(connection, KeyLedger.MASTER).contains(fingerprint));
    if (!known) {
      throw new FaultException(new BackupFault.KeyWrong());
    }
  }

  private void check() throws IOException, FaultException {
    AuditReport report = AuditTrail.verifyAgainst(beside, Optional.of(manifest.head()), true);
    try {
      Snapshot now = Snapshot.of(beside.resolve(DataFolder.DATABASE));
      boolean same =
          now.counts().equals(manifest.counts())
              && now.head().equals(manifest.head().head())
              && now.schema() == manifest.schema()
              && now.whole() == manifest.whole();
      // What was wrong already when the backup was made must not be lost for that.
      if (!same || (manifest.whole() && !report.isWhole())) {
        throw new FaultException(new BackupFault.Damaged(), "other counts or hashes");
      }
    } catch (SQLException trouble) {
      throw new FaultException(new BackupFault.Damaged(), trouble);
    }
    for (String end : new String[] {"-wal", "-shm"}) {
      Files.deleteIfExists(beside.resolve(DataFolder.DATABASE + end));
    }
  }

  private static boolean isEmpty(Path folder) throws FaultException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.findAny().isEmpty();
    } catch (IOException noFolder) {
      throw new FaultException(new BackupFault.NotEmpty(), noFolder);
    }
  }

  private static void closeToOthers(Path folder) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** Each file was forced when it was written; its name is in a folder that was not. */
  private static void forceFolders(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(Files::isDirectory).toList()) {
        Durable.force(each);
      }
    }
  }

  private static void remove(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException stays) {
      // It bears a name that nothing reads.
    }
  }
}
