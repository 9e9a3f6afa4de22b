package vn.motcua.kiosk.store;

/**
 * A file in the {@link BlobStore}.
 *
 * @param sha256 64 lower-case hexadecimal digits, which are its name
 * @param bytes its length
 */
public record Blob(String sha256, long bytes) {
  public Blob {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256");
    }
  }
}
