package vn.motcua.scanner.chip.tr03105;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.motcua.scanner.chip.FaceImage;
import vn.motcua.scanner.chip.simulated.FaceFile;

/** LDS_C: DG2, properly signed in each case. */
class FaceFileTest extends Unit {
  private static final String COUNT = "020101";
  private static final String TYPE = "810102";
  private static final String OWNER = "87020101";
  private static final String FORMAT = "88020008";

  static Stream<Case> cases() {
    return Stream.of(
            Stream.of(
                Case.of("LDS_C_01", whole(Faces.JPEG_2000, 0, dg2 -> dg2)),
                Case.of("LDS_C_02", whole(Faces.JPEG, 0, dg2 -> dg2)),
                Case.of("LDS_C_03", whole(Faces.JPEG_2000, 5, dg2 -> dg2)),
                Case.of("LDS_C_04", whole(Faces.JPEG, 0, dg2 -> Bytes.retagged(dg2, 0x76))),
                Case.of("LDS_C_05", whole(Faces.JPEG, 0, dg2 -> Bytes.relengthed(dg2, -1))),
                Case.of("LDS_C_06", whole(Faces.JPEG, 0, dg2 -> Bytes.relengthed(dg2, 1))),
                Case.of("LDS_C_07", built("", TYPE + OWNER + FORMAT)),
                Case.of("LDS_C_08", built(COUNT, TYPE + "870201FF" + FORMAT)),
                Case.of("LDS_C_09", built(COUNT, TYPE + FORMAT)),
                Case.of("LDS_C_10", built(COUNT, TYPE + OWNER + "8802000A")),
                Case.of("LDS_C_11", built(COUNT, TYPE + OWNER)),
                Case.of("LDS_C_12", built(COUNT, "810103" + OWNER + FORMAT)),
                Case.of("LDS_C_13", built(COUNT, "810108" + OWNER + FORMAT)),
                Case.of("MC_DG2_GOOD", built(COUNT, TYPE + OWNER + FORMAT))),
            Case.forms(
                "LDS_C_28",
                file(Bytes.tlv(0x7F60, header(TYPE + OWNER + FORMAT)), COUNT),
                file(Bytes.tlv(0x7F60, header(TYPE + OWNER + FORMAT), Bytes.hex("5F2E00")), COUNT)))
        .flatMap(cases -> cases);
  }

  private static Supplier<Inspection> face(byte[] dg2) {
    return () -> Inspection.of(Base.bac().group(2, dg2).build()).withFace();
  }

  private static Supplier<Inspection> whole(
      FaceImage face, int points, UnaryOperator<byte[]> change) {
    return () ->
        face(change.apply(FaceFile.dg2(List.of(FaceFile.record(List.of(face), points))))).get();
  }

  private static byte[] header(String objects) {
    return Bytes.tlv(0xA1, Bytes.hex(objects));
  }

  /** With another count of templates, or another header of the template. */
  private static Supplier<Inspection> built(String count, String objects) {
    return () ->
        file(
                Bytes.tlv(
                    0x7F60,
                    header(objects),
                    Bytes.tlv(0x5F2E, FaceFile.record(List.of(Faces.JPEG), 0))),
                count)
            .get();
  }

  private static Supplier<Inspection> file(byte[] template, String count) {
    return face(Bytes.tlv(0x75, Bytes.tlv(0x7F61, Bytes.hex(count), template)));
  }
}
