package vn.motcua.kiosk.store.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The one way in which rows become bytes to be hashed: every part with its kind and its length, so
 * that no two different rows look alike. What is NULL is left out, bytes are counted by their hash.
 */
final class Canon {
  private final MessageDigest digest = Sha256.begin();
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

  Canon() {}

  Canon text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return part('T', bytes.length).raw(bytes);
  }

  Canon integer(long value) {
    return part('I', value);
  }

  Canon hashOf(byte[] value) {
    part('B', Sha256.BYTES);
    return raw(Tombstone.hash(value));
  }

  Canon hash(byte[] hash) {
    part('H', hash.length);
    return raw(hash);
  }

  byte[] digest() {
    return digest.digest();
  }

  private Canon part(char kind, long length) {
    digest.update((byte) kind);
    number.clear().putLong(length);
    digest.update(number.array());
    return this;
  }

  private Canon raw(byte[] bytes) {
    digest.update(bytes);
    return this;
  }
}
