package vn.motcua.scanner.chip.simulated;

import java.io.ByteArrayOutputStream;
import java.util.List;
import vn.motcua.scanner.chip.FaceImage;

/**
 * Makes DG2 from encoded pictures: records of ISO/IEC 19794-5:2005 in the templates of ICAO 9303-10
 * §4.7.2.
 */
public final class FaceFile {
  /** Patron header: version, biometric type, format owner and type (ISO/IEC 7816-11 §5.2). */
  private static final byte[] HEADER =
      Der.tlv(
          0xA1,
          Der.tlv(0x80, new byte[] {1, 1}),
          Der.tlv(0x81, new byte[] {2}),
          Der.tlv(0x87, new byte[] {1, 1}),
          Der.tlv(0x88, new byte[] {0, 8}));

  private FaceFile() {}

  /**
   * DG2 with one picture whose size is left unstated.
   *
   * @param picture JPEG or JPEG 2000, by what it begins with; anything else is called JPEG
   */
  public static byte[] dg2(byte[] picture) {
    boolean two =
        picture.length > 1 && (picture[0] == 0 || (picture[0] == -1 && picture[1] == 0x4F));
    return dg2(
        new FaceImage(two ? FaceImage.Format.JPEG2000 : FaceImage.Format.JPEG, 0, 0, picture));
  }

  /** DG2 with one picture that is described truly. */
  public static byte[] dg2(FaceImage face) {
    return dg2(List.of(record(List.of(face), 0)));
  }

  /** DG2 with these records, each in a template of its own. */
  public static byte[] dg2(List<byte[]> records) {
    byte[][] templates =
        records.stream()
            .map(record -> Der.tlv(0x7F60, HEADER, Der.tlv(0x5F2E, record)))
            .toArray(byte[][]::new);
    byte[] count = Der.tlv(0x02, new byte[] {(byte) records.size()});
    return Der.tlv(0x75, Der.tlv(0x7F61, count, Der.join(templates)));
  }

  /**
   * A face record.
   *
   * @param faces what to describe; the pictures need not be what the description says
   * @param points how many feature points stand before each picture
   */
  public static byte[] record(List<FaceImage> faces, int points) {
    ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    for (FaceImage face : faces) {
      int length = 20 + 8 * points + 12 + face.bytes().length;
      number(blocks, 4, length);
      number(blocks, 2, points);
      blocks.writeBytes(new byte[14]);
      for (int i = 0; i < points; i++) {
        // 2D point, an MPEG-4 number, x, y.
        number(blocks, 2, 0x0100 | i & 0xFF);
        number(blocks, 2, 100 + i);
        number(blocks, 4, 200 << 16);
      }
      // Full frontal, encoding, size, 24-bit RGB, a still photograph by a digital camera.
      number(blocks, 1, 1);
      number(blocks, 1, face.format() == FaceImage.Format.JPEG ? 0 : 1);
      number(blocks, 2, face.width());
      number(blocks, 2, face.height());
      number(blocks, 1, 1);
      number(blocks, 1, 2);
      number(blocks, 4, 0);
      blocks.writeBytes(face.bytes());
    }
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.writeBytes(Der.ascii("FAC\0" + "010\0"));
    number(record, 4, 14 + blocks.size());
    number(record, 2, faces.size());
    record.writeBytes(blocks.toByteArray());
    return record.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, int bytes, int value) {
    for (int i = bytes - 1; i >= 0; i--) {
      out.write(value >> 8 * i);
    }
  }
}
