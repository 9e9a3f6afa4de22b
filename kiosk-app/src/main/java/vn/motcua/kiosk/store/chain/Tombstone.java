package vn.motcua.kiosk.store.chain;

import java.util.Arrays;

/**
 * What stands in the place of an erased value: a zero byte and the SHA-256 of what stood there. A
 * row's hash counts bytes by their hash, so that it stays the same when a value is erased.
 */
public final class Tombstone {
  private static final int LENGTH = 33;

  private Tombstone() {}

  /** That of {@code value}; of a tombstone, itself. */
  public static byte[] of(byte[] value) {
    if (is(value)) {
      return value.clone();
    }
    byte[] stone = new byte[LENGTH];
    System.arraycopy(Sha256.of(value), 0, stone, 1, Sha256.BYTES);
    return stone;
  }

  /** Whether a value was erased. Nothing sealed begins with a zero byte. */
  public static boolean is(byte[] value) {
    return value.length == LENGTH && value[0] == 0;
  }

  /** The SHA-256 of what stands, or stood, there. */
  static byte[] hash(byte[] value) {
    return is(value) ? Arrays.copyOfRange(value, 1, LENGTH) : Sha256.of(value);
  }
}
