package vn.motcua.kiosk.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.store.chain.Sha256;
import vn.motcua.kiosk.store.seal.BrokenSealException;
import vn.motcua.kiosk.store.seal.SealedFiles;
import vn.motcua.scanner.FaultException;

/**
 * Files, sealed, under the name of the SHA-256 of their sealed form: whole and on the disk, or not
 * there. Whether they are whole can be told without the key.
 */
public final class BlobStore {
  private final Path blobs;
  private final Path temporary;
  private final SealedFiles files;

  /** Folders whose entry this process has forced: that one is there does not say so. */
  private final Set<Path> sure = ConcurrentHashMap.newKeySet();

  BlobStore(DataFolder folder, SealedFiles files) {
    this.files = files;
    blobs = folder.blobs();
    temporary = folder.temporary();
  }

  /**
   * Keeps a sealed copy of {@code source}.
   *
   * @param dossier to which it belongs; it opens for no other
   * @throws FaultException with {@link StoreFault.Full}, {@link StoreFault.ReadOnly} or {@link
   *     StoreFault.Disk}; then nothing is left behind
   */
  public Blob put(Path source, DossierCode dossier) throws FaultException {
    Path beside = temporary.resolve("blob-" + UUID.randomUUID());
    try (InputStream in = Files.newInputStream(source)) {
      Blob blob = seal(in, beside, dossier);
      place(beside, path(blob));
      return blob;
    } catch (IOException trouble) {
      FaultException fault = Trouble.of(trouble, temporary);
      Durable.remove(beside);
      throw fault;
    }
  }

  /**
   * Writes the plain content of {@code blob} to {@code target}. Whoever asked for it removes it.
   *
   * @throws FaultException with {@link StoreFault.Damaged} if it is missing, was changed or belongs
   *     to another dossier; then nothing is left behind
   */
  public void open(Blob blob, DossierCode dossier, Path target) throws FaultException {
    try (InputStream sealed = Files.newInputStream(path(blob));
        OutputStream plain = Files.newOutputStream(target)) {
      files.open(new BufferedInputStream(sealed), plain, dossier.value());
    } catch (BrokenSealException | NoSuchFileException damaged) {
      Durable.remove(target);
      throw new FaultException(new StoreFault.Damaged(), damaged);
    } catch (IOException trouble) {
      Durable.remove(target);
      throw Trouble.of(trouble, temporary);
    }
  }

  private void place(Path beside, Path target) throws IOException {
    Path folder = Durable.folderOf(target);
    if (!sure.contains(folder)) {
      Files.createDirectories(folder);
      Durable.force(blobs);
      sure.add(folder);
    }
    Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    try {
      Durable.force(folder);
    } catch (IOException trouble) {
      Durable.remove(target);
      throw trouble;
    }
  }

  /** Where the file of {@code blob} is, or would be. */
  public Path path(Blob blob) {
    return blobs.resolve(blob.sha256().substring(0, 2)).resolve(blob.sha256());
  }

  /** Where a file is, from the data folder. */
  static String place(String sha256) {
    return "blobs/" + sha256.substring(0, 2) + "/" + sha256;
  }

  /** Removes a file that no row names. */
  void remove(Blob blob) {
    Durable.remove(path(blob));
  }

  private Blob seal(InputStream plain, Path target, DossierCode dossier) throws IOException {
    MessageDigest digest = Sha256.begin();
    try (FileChannel channel =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
      files.seal(plain, out, dossier.value());
      channel.force(true);
      return new Blob(HexFormat.of().formatHex(digest.digest()), channel.size());
    }
  }
}
