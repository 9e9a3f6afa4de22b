package vn.motcua.kiosk.store.crash;

import java.util.Arrays;

/** Bytes that grow and shrink. What was never written is zero. */
final class Content {
  private byte[] room = new byte[0];
  private int length;

  Content() {}

  /** A copy, with room for {@code least} bytes at least. */
  Content(Content other, int least) {
    room = Arrays.copyOf(other.room, Math.max(least, other.length));
    length = other.length;
    Arrays.fill(room, length, room.length, (byte) 0);
  }

  int length() {
    return length;
  }

  void length(int bytes) {
    if (bytes > room.length) {
      room = Arrays.copyOf(room, Math.max(bytes, room.length * 2));
    }
    if (bytes < length) {
      Arrays.fill(room, bytes, length, (byte) 0);
    }
    length = bytes;
  }

  /** Puts {@code bytes} from {@code from} (inclusive) to {@code to} (exclusive) at {@code at}. */
  void write(int at, byte[] bytes, int from, int to) {
    length(Math.max(length, at + to - from));
    System.arraycopy(bytes, from, room, at, to - from);
  }

  void clear(int from, int to) {
    Arrays.fill(room, Math.min(from, length), Math.min(to, length), (byte) 0);
  }

  byte[] bytes(int from, int to) {
    return Arrays.copyOfRange(room, from, to);
  }

  byte[] bytes() {
    return bytes(0, length);
  }

  boolean same(Content other) {
    return Arrays.equals(room, 0, length, other.room, 0, other.length);
  }
}
