package vn.motcua.kiosk.outgoing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes one package: its files, then {@code manifest.json} that names them with their hashes, then
 * the signature of the manifest. The same content gives the same bytes.
 */
public final class PackageWriter implements Closeable {
  /** Tells what is in it. */
  public static final String MANIFEST = "manifest.json";

  /** The signature of the manifest's bytes. */
  public static final String SIGNATURE = "manifest.sig";

  private final ZipOutputStream zip;
  private final LocalDateTime at;

  /**
   * @param out where the ZIP goes; closed with this
   * @param at the time of every entry, local
   */
  public PackageWriter(OutputStream out, LocalDateTime at) {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.at = at;
  }

  /** Adds a file; closing {@code content} is the caller's. */
  public PackagedFile add(String name, String kind, String paper, InputStream content)
      throws IOException {
    MessageDigest sha256 = sha256();
    begin(name);
    long bytes = new DigestInputStream(content, sha256).transferTo(zip);
    zip.closeEntry();
    return new PackagedFile(name, kind, paper, bytes, HexFormat.of().formatHex(sha256.digest()));
  }

  /** Adds a text that stands for itself. */
  public void add(String name, byte[] content) throws IOException {
    begin(name);
    zip.write(content);
    zip.closeEntry();
  }

  /** Ends the ZIP without closing what is under it. */
  public void finish() throws IOException {
    zip.finish();
    zip.flush();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    // Without a zone: a receiver elsewhere sees the same.
    entry.setTimeLocal(at.withNano(0));
    zip.putNextEntry(entry);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
