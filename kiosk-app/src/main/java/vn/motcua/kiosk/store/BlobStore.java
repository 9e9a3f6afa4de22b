package vn.motcua.kiosk.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import vn.motcua.scanner.FaultException;

/** Files under the name of their SHA-256: whole and on the disk, or not there. */
public final class BlobStore {
  private final Path blobs;
  private final Path temporary;

  BlobStore(DataFolder folder) {
    blobs = folder.blobs();
    temporary = folder.temporary();
  }

  /**
   * Keeps a copy of {@code source}.
   *
   * @throws FaultException with {@link StoreFault.Full}, {@link StoreFault.ReadOnly} or {@link
   *     StoreFault.Disk}; then nothing is left behind
   */
  public Blob put(Path source) throws FaultException {
    Path beside = temporary.resolve("blob-" + UUID.randomUUID());
    try (InputStream in = Files.newInputStream(source)) {
      MessageDigest digest = sha256();
      long bytes = copy(in, beside, digest);
      Blob blob = new Blob(HexFormat.of().formatHex(digest.digest()), bytes);
      Path target = path(blob);
      Path folder = blobs.resolve(blob.sha256().substring(0, 2));
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        Durable.force(blobs);
      }
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      Durable.force(folder);
      return blob;
    } catch (IOException trouble) {
      FaultException fault = Trouble.of(trouble, temporary);
      Durable.remove(beside);
      throw fault;
    }
  }

  /** Where the file of {@code blob} is, or would be. */
  public Path path(Blob blob) {
    return blobs.resolve(blob.sha256().substring(0, 2)).resolve(blob.sha256());
  }

  /** Removes a file that no row names. */
  void remove(Blob blob) {
    Durable.remove(path(blob));
  }

  private static long copy(InputStream in, Path target, MessageDigest digest) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try (FileChannel channel =
        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        ByteBuffer left = ByteBuffer.wrap(buffer, 0, n);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        bytes += n;
      }
      channel.force(true);
    }
    return bytes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
