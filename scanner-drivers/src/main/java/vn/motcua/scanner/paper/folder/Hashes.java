package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import vn.motcua.scanner.Cancellation;

/** SHA-256 of files, in hexadecimal. */
final class Hashes {
  /** 64 digits. */
  static final String PATTERN = "[0-9a-f]{64}";

  private static final int BLOCK = 256 * 1024;

  private Hashes() {}

  /**
   * The hash of {@code file}.
   *
   * @throws CancellationException if it was cancelled meanwhile
   */
  static String of(Path file, Cancellation cancellation) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      for (int got = in.read(block); got >= 0; got = in.read(block)) {
        if (cancellation.isCancelled()) {
          throw new CancellationException();
        }
        digest.update(block, 0, got);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
