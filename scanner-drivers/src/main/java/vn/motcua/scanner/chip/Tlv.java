package vn.motcua.scanner.chip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One BER-TLV data object (ISO/IEC 7816-4 §5.2.2), read strictly: definite lengths that stay inside
 * their parent, tags of at most three bytes, a cap on how many objects a parent may hold. Whatever
 * breaks that is a {@link MalformedException}, never an index error.
 *
 * @param tag the tag bytes as one number, for example {@code 0x5F1F}
 * @param value the value, a copy
 */
record Tlv(int tag, byte[] value) {
  private static final int MAX_SIBLINGS = 64;

  /** Where a value begins and ends. */
  private record Header(int tag, int start, long end) {}

  /** The data objects that fill {@code data} completely. */
  static List<Tlv> all(byte[] data) throws MalformedException {
    List<Tlv> found = new ArrayList<>();
    int at = 0;
    while (at < data.length) {
      if (found.size() == MAX_SIBLINGS) {
        throw new MalformedException("too many data objects");
      }
      Header header = header(data, at);
      if (header.end > data.length) {
        throw new MalformedException("a length points past the end");
      }
      found.add(
          new Tlv(header.tag, Arrays.copyOfRange(data, header.start, Math.toIntExact(header.end))));
      at = Math.toIntExact(header.end);
    }
    return found;
  }

  /** The only data object in {@code data}; it must carry {@code tag}. */
  static Tlv single(byte[] data, int tag) throws MalformedException {
    List<Tlv> found = all(data);
    if (found.size() != 1 || found.getFirst().tag != tag) {
      throw new MalformedException("expected exactly one object " + Integer.toHexString(tag));
    }
    return found.getFirst();
  }

  /**
   * How long the whole file is that begins with {@code prefix}: tag, length and value.
   *
   * @throws MalformedException if the prefix is no tag and length, or the tag is another
   */
  static long lengthOfFile(byte[] prefix, int tag) throws MalformedException {
    Header header = header(prefix, 0);
    if (header.tag != tag) {
      throw new MalformedException("the file begins with another tag");
    }
    return header.end;
  }

  /** Whether {@code prefix} has all of a tag and a length. */
  static boolean isWholeHead(byte[] prefix) {
    try {
      header(prefix, 0);
      return true;
    } catch (MalformedException tooShort) {
      return false;
    }
  }

  /** The objects inside. */
  List<Tlv> children() throws MalformedException {
    return all(value);
  }

  /** Whether the outermost tag says that objects stand inside. */
  boolean constructed() {
    int first = tag > 0xFFFF ? tag >> 16 : tag > 0xFF ? tag >> 8 : tag;
    return (first & 0x20) != 0;
  }

  private static Header header(byte[] data, int from) throws MalformedException {
    int at = from;
    int first = byteAt(data, at++);
    int tag = first;
    if ((first & 0x1F) == 0x1F) {
      int next;
      int more = 0;
      do {
        if (++more > 2) {
          throw new MalformedException("a tag is too long");
        }
        next = byteAt(data, at++);
        tag = tag << 8 | next;
      } while ((next & 0x80) != 0);
    }
    int head = byteAt(data, at++);
    long length = head;
    if (head >= 0x80) {
      int count = head & 0x7F;
      if (count == 0 || count > 4) {
        throw new MalformedException("a length has an unusable form");
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = length << 8 | byteAt(data, at++);
      }
    }
    return new Header(tag, at, at + length);
  }

  private static int byteAt(byte[] data, int at) throws MalformedException {
    if (at >= data.length) {
      throw new MalformedException("data ends inside a tag or length");
    }
    return data[at] & 0xFF;
  }
}
