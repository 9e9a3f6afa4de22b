package vn.motcua.scanner.chip.simulated;

import java.util.Arrays;
import java.util.List;

/** Writes files that mean harm. */
final class HostileFiles {
  private static final int LARGE = 65_000;
  private static final int DEPTH = 14_000;

  private HostileFiles() {}

  /**
   * The file to put in the place of {@code genuine}.
   *
   * @param genuine may be empty; its first byte is the tag then 6D
   */
  static byte[] of(Hostile how, byte[] genuine) {
    byte[] file = genuine.length < 3 ? Der.tlv(0x6D, Der.tlv(0x30, Der.integer(1))) : genuine;
    byte tag = file[0];
    return switch (how) {
      case CLAIMS_FOUR_GIGABYTES ->
          Der.join(new byte[] {tag, (byte) 0x84, -1, -1, -1, -1}, new byte[LARGE]);
      case LENGTH_OF_EIGHT ->
          Der.join(new byte[] {tag, (byte) 0x88, -1, -1, -1, -1, -1, -1, -1, -1}, new byte[300]);
      case SHORT_FILE -> Arrays.copyOf(file, file.length * 2 / 3);
      case TRUNCATED_TLV -> truncated(file);
      case INDEFINITE_LENGTH ->
          Der.join(new byte[] {tag, (byte) 0x80}, content(file), new byte[] {0, 0});
      case DEEP_NESTING -> nested(tag);
      case WRONG_TAG -> wrongTag(file);
      case FACE_JPEG_BOMB -> FaceFile.dg2(HostileFaces.jpeg());
      case FACE_JPEG2000_BOMB -> FaceFile.dg2(HostileFaces.jpeg2000());
      case FACE_LIES -> FaceFile.dg2(List.of(HostileFaces.lies()));
      default -> throw new IllegalArgumentException(how + " is none of a file");
    };
  }

  private static int header(byte[] file) {
    int first = file[1] & 0xFF;
    return first < 0x80 ? 2 : 2 + (first & 0x7F);
  }

  private static byte[] content(byte[] file) {
    return Arrays.copyOfRange(file, Math.min(header(file), file.length), file.length);
  }

  private static byte[] truncated(byte[] file) {
    byte[] content = content(file);
    return Der.tlv(file[0] & 0xFF, Arrays.copyOf(content, content.length * 2 / 3));
  }

  private static byte[] wrongTag(byte[] file) {
    byte[] wrong = file.clone();
    wrong[0] = (byte) (file[0] == 0x61 ? 0x75 : 0x61);
    return wrong;
  }

  /** Every level has a length in two or three bytes; written from the inside out. */
  private static byte[] nested(byte tag) {
    byte[] out = new byte[DEPTH * 4 + 8];
    int at = out.length;
    for (int level = 0; level < DEPTH; level++) {
      int length = out.length - at;
      if (length > 0xFF) {
        out[--at] = (byte) length;
        out[--at] = (byte) (length >> 8);
        out[--at] = (byte) 0x82;
      } else if (length >= 0x80) {
        out[--at] = (byte) length;
        out[--at] = (byte) 0x81;
      } else {
        out[--at] = (byte) length;
      }
      out[--at] = level == DEPTH - 1 ? tag : 0x30;
    }
    return Arrays.copyOfRange(out, at, out.length);
  }
}
