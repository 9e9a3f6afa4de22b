package vn.motcua.scanner.chip.simulated;

import java.nio.ByteBuffer;

/**
 * Writes DG2 around a picture: one biometric information template with a facial record (ICAO
 * 9303-10 §4.7.2, ISO/IEC 19794-5 §5).
 */
public final class FaceGroup {
  private static final int HEADERS = 14 + 20 + 12;

  private FaceGroup() {}

  /**
   * DG2.
   *
   * @param picture JPEG or JPEG 2000, by what it begins with; anything else is called JPEG
   */
  public static byte[] of(byte[] picture) {
    return around(record(picture));
  }

  /** DG2 around any facial record. */
  static byte[] around(byte[] record) {
    byte[] header =
        Der.tlv(
            0xA1,
            Der.tlv(0x80, new byte[] {1, 1}),
            Der.tlv(0x81, new byte[] {2}),
            Der.tlv(0x87, new byte[] {1, 1}),
            Der.tlv(0x88, new byte[] {0, 8}));
    return Der.tlv(
        0x75, Der.tlv(0x7F61, Der.integer(1), Der.tlv(0x7F60, header, Der.tlv(0x5F2E, record))));
  }

  private static byte[] record(byte[] picture) {
    boolean two =
        picture.length > 1 && (picture[0] == 0 || (picture[0] == -1 && picture[1] == 0x4F));
    ByteBuffer out = ByteBuffer.allocate(HEADERS + picture.length);
    out.put(Der.ascii("FAC\0" + "010\0")).putInt(out.capacity()).putShort((short) 1);
    // The block about the face: its length, no feature points, nothing stated about the person.
    out.putInt(out.capacity() - 14).putShort((short) 0).put(new byte[14]);
    // The block about the picture: full frontal, format, size left unstated, 24 bits RGB.
    out.put((byte) 1).put((byte) (two ? 1 : 0)).putInt(0).put((byte) 1).put((byte) 2);
    out.putInt(0);
    return out.put(picture).array();
  }
}
