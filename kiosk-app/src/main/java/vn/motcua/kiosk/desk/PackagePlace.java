package vn.motcua.kiosk.desk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.kiosk.outgoing.OutgoingFault;
import vn.motcua.kiosk.outgoing.PackageAnswer;
import vn.motcua.kiosk.outgoing.PackageName;
import vn.motcua.kiosk.store.Blob;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.scanner.FaultException;

/**
 * The folder through which packages leave. A file there has its final name only when all of it is
 * on the disk. Citizens' data lie in it in plain form: where the file system knows users, it is for
 * the one who runs this alone.
 *
 * @param folder where packages are put; made here only if it is inside the data folder
 * @param answers where the receiver's answers are looked for; may be the same
 * @param own whether the folder is made if it is not there
 * @param keep how long an acknowledged package stays there
 */
public record PackagePlace(Path folder, Path answers, boolean own, Duration keep) {
  private static final Set<PosixFilePermission> OURS_ALONE =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE_OURS_ALONE =
      PosixFilePermissions.fromString("rw-------");

  /** What fills a package. */
  @FunctionalInterface
  interface Filling {
    void into(OutputStream zip) throws IOException, FaultException;
  }

  /**
   * Looks whether it is there, for us alone.
   *
   * @throws FaultException with {@link OutgoingFault.NoFolder}, or what is wrong with the disk
   */
  void check() throws FaultException {
    if (own) {
      Durable.folder(folder);
    }
    if (!Files.isDirectory(folder) || !Files.isDirectory(answers)) {
      throw new FaultException(new OutgoingFault.NoFolder());
    }
    try {
      if (isPosix() && !Files.getPosixFilePermissions(folder).equals(OURS_ALONE)) {
        Files.setPosixFilePermissions(folder, OURS_ALONE);
      }
    } catch (IOException trouble) {
      // A share, or a folder of another user: what it lets others see is decided there.
      if (!Files.isWritable(folder)) {
        throw Durable.fault(trouble, folder);
      }
    }
  }

  /** Writes a package beside its place; on the disk when the call returns. */
  Blob write(PackageName name, Filling filling) throws FaultException {
    Path part = folder.resolve(name.part());
    MessageDigest sha256 = sha256();
    try {
      Files.deleteIfExists(part);
      try (FileChannel channel =
              FileChannel.open(
                  part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights());
          OutputStream out =
              new BufferedOutputStream(
                  new DigestOutputStream(Channels.newOutputStream(channel), sha256), 1 << 16)) {
        filling.into(out);
        out.flush();
        channel.force(true);
      }
      Durable.settle(folder);
      return new Blob(HexFormat.of().formatHex(sha256.digest()), Files.size(part));
    } catch (IOException trouble) {
      FaultException fault = Durable.fault(trouble, folder);
      remove(part);
      throw fault;
    } catch (FaultException | RuntimeException trouble) {
      remove(part);
      throw trouble;
    }
  }

  /** Gives a written package its name. */
  void release(PackageName name) throws FaultException {
    Durable.rename(folder.resolve(name.part()), folder.resolve(name.file()));
  }

  /** Whether a package lies there under its final name. */
  boolean has(PackageName name) {
    return Files.exists(folder.resolve(name.file()));
  }

  /** Whether it is whole beside its place. */
  boolean hasPart(PackageName name, Blob written) throws FaultException {
    Path part = folder.resolve(name.part());
    try {
      return Files.exists(part) && hash(part).equals(written.sha256());
    } catch (IOException trouble) {
      throw Durable.fault(trouble, folder);
    }
  }

  /** Whether anything stands beside its place. */
  boolean hasAnyPart(PackageName name) {
    return Files.exists(folder.resolve(name.part()));
  }

  /** Removes a package that its receiver has, and the answer. */
  void clear(PackageName name) throws FaultException {
    try {
      Files.deleteIfExists(folder.resolve(name.file()));
      for (String base : List.of(name.base(), name.file())) {
        Files.deleteIfExists(answers.resolve(base + PackageName.ACK));
        Files.deleteIfExists(answers.resolve(base + PackageName.NACK));
      }
      Durable.settle(folder);
    } catch (IOException trouble) {
      throw Durable.fault(trouble, folder);
    }
  }

  /** Names of files that are answers, in their order. */
  List<Path> answerFiles() throws FaultException {
    try (Stream<Path> all = Files.list(answers)) {
      return all.filter(file -> PackageName.answered(nameOf(file)).isPresent())
          // A pipe of that name would be waited for; a link may lead anywhere.
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException trouble) {
      throw Durable.fault(trouble, answers);
    }
  }

  /** What a file of answers says; never more of it than an answer can be long. */
  static PackageAnswer read(Path file) throws FaultException {
    try (var in = Files.newInputStream(file)) {
      return PackageAnswer.read(nameOf(file), in.readNBytes(PackageAnswer.LONGEST + 1));
    } catch (IOException trouble) {
      return new PackageAnswer.Unreadable();
    }
  }

  static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  private FileAttribute<?>[] rights() throws IOException {
    return isPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE_OURS_ALONE)}
        : new FileAttribute<?>[0];
  }

  private boolean isPosix() throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix");
  }

  private static String hash(Path file) throws IOException {
    MessageDigest sha256 = sha256();
    try (var in = Files.newInputStream(file);
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
      in.transferTo(out);
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException stays) {
      // The next try writes it anew.
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
