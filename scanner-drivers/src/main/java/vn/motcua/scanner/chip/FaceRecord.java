package vn.motcua.scanner.chip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The encoded pictures of a face record (ISO/IEC 19794-5:2005 §5: a header of 14 bytes, then for
 * each picture 20 bytes about the person, feature points of 8 bytes, 12 bytes about the picture,
 * the picture). What it says of type and size is not used. A length that cannot be is taken to mean
 * "to the end", and a layout of another edition is searched for where its picture begins.
 */
final class FaceRecord {
  private static final byte[] MAGIC = {'F', 'A', 'C', 0};
  private static final int PERSON = 20;
  private static final int POINT = 8;
  private static final int PICTURE = 12;
  private static final int MAX_PICTURES = 16;

  private FaceRecord() {}

  /** Whether this is such a record. */
  static boolean begins(byte[] data) {
    return data.length >= MAGIC.length
        && Arrays.equals(data, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /**
   * Its pictures in their order, none of them looked at.
   *
   * @throws MalformedException if it ends inside a header, or has no picture at all
   */
  static List<byte[]> pictures(byte[] record) throws MalformedException {
    List<byte[]> found = new ArrayList<>();
    try {
      Octets in = new Octets(record);
      in.part(12);
      int count = in.u16();
      for (int i = 0; i < Math.min(Math.max(count, 1), MAX_PICTURES) && in.left() > 0; i++) {
        int from = in.at();
        long length = in.u32();
        int points = in.u16();
        int header = PERSON + POINT * points + PICTURE;
        if (length <= header || length > record.length - from) {
          length = record.length - from;
        }
        in.part(header - 6L);
        int picture = in.at();
        in.part(from + length - picture);
        found.add(beginAt(record, picture, in.at()));
      }
    } catch (UnusableFaceException ends) {
      if (found.isEmpty()) {
        throw new MalformedException("a face record that ends inside a header", ends);
      }
    }
    return found;
  }

  /** The stretch, or if no picture begins there the rest of it from where one does. */
  private static byte[] beginAt(byte[] record, int from, int to) {
    for (int at = from; at < to; at++) {
      if (FacePicture.beginsAt(record, at)) {
        return Arrays.copyOfRange(record, at, to);
      }
    }
    return Arrays.copyOfRange(record, from, to);
  }
}
