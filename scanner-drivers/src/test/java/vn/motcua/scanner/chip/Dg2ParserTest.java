package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jmrtd.lds.icao.DG2File;
import org.jmrtd.lds.iso19794.FaceImageInfo;
import org.jmrtd.lds.iso19794.FaceInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.chip.simulated.FaceFile;
import vn.motcua.scanner.chip.simulated.SimulatedFace;

class Dg2ParserTest {
  private static final FaceImage JPEG = new SimulatedFace("051191407263").jpeg(32_000);
  private static final FaceImage JP2 = new SimulatedFace("051191407263").jpeg2000(16_000);

  private final Dg2Parser parser = new Dg2Parser();

  static Stream<FaceImage> faces() {
    return Stream.of(JPEG, JP2);
  }

  private static FaceImage described(FaceImage.Format format, int width, int height, byte[] bytes) {
    return new FaceImage(format, width, height, bytes);
  }

  static byte[] tlv(int tag, byte[]... parts) {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      value.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (tag > 0xFF) {
      out.write(tag >> 8);
    }
    out.write(tag);
    out.write(0x83);
    out.write(value.size() >> 16);
    out.write(value.size() >> 8);
    out.write(value.size());
    out.writeBytes(value.toByteArray());
    return out.toByteArray();
  }

  private static byte[] dg2(int tag, byte[] record) {
    byte[] template = tlv(0x7F60, tlv(0xA1, tlv(0x81, new byte[] {2})), tlv(tag, record));
    return tlv(0x75, tlv(0x7F61, new byte[] {2, 1, 1}, template));
  }

  @ParameterizedTest
  @MethodSource("faces")
  void givesThePictureAsItIs(FaceImage face) throws Exception {
    assertThat(parser.parse(FaceFile.dg2(face))).isEqualTo(face);
    assertThat(parser.parse(FaceFile.dg2(List.of(FaceFile.record(List.of(face), 12)))))
        .isEqualTo(face);
    assertThat(parser.parse(dg2(0x7F2E, FaceFile.record(List.of(face), 3)))).isEqualTo(face);
  }

  @ParameterizedTest
  @MethodSource("faces")
  void readsWhatAnotherWriterWrote(FaceImage face) throws Exception {
    boolean jpeg = face.format() == FaceImage.Format.JPEG;
    FaceImageInfo info =
        new FaceImageInfo(
            net.sf.scuba.data.Gender.FEMALE,
            FaceImageInfo.EyeColor.BROWN,
            2,
            0,
            0,
            new int[3],
            new int[3],
            1,
            1,
            2,
            0,
            0,
            new FaceImageInfo.FeaturePoint[] {new FaceImageInfo.FeaturePoint(1, 2, 3, 40, 50)},
            480,
            640,
            new ByteArrayInputStream(face.bytes()),
            face.bytes().length,
            jpeg ? 0 : 1);
    byte[] file = new DG2File(List.of(new FaceInfo(List.of(info)))).getEncoded();
    assertThat(parser.parse(file)).isEqualTo(face);
  }

  @Test
  void anotherReaderReadsWhatTheSimulatorWrites() throws Exception {
    DG2File file = new DG2File(new ByteArrayInputStream(FaceFile.dg2(JPEG)));
    FaceImageInfo info = file.getFaceInfos().getFirst().getFaceImageInfos().getFirst();
    assertThat(info.getWidth()).isEqualTo(480);
    assertThat(info.getHeight()).isEqualTo(640);
    assertThat(info.getImageInputStream().readAllBytes()).isEqualTo(JPEG.bytes());
  }

  @Test
  void doesNotBelieveTypeAndSizeOfTheRecord() throws Exception {
    FaceImage wrong = described(FaceImage.Format.JPEG, 9, 60_000, JP2.bytes());
    assertThat(parser.parse(FaceFile.dg2(wrong))).isEqualTo(JP2);
    wrong = described(FaceImage.Format.JPEG2000, 0, 0, JPEG.bytes());
    assertThat(parser.parse(FaceFile.dg2(wrong))).isEqualTo(JPEG);
  }

  @Test
  void takesTheFirstOfSeveralThatCanBeUsed() throws Exception {
    FaceImage none = described(FaceImage.Format.JPEG, 480, 640, "GIF89a".getBytes("US-ASCII"));
    byte[] mixed = FaceFile.record(List.of(none, JP2, JPEG), 1);
    assertThat(parser.parse(FaceFile.dg2(List.of(mixed)))).isEqualTo(JP2);
    byte[] bad = FaceFile.record(List.of(none), 0);
    byte[] good = FaceFile.record(List.of(JPEG), 0);
    assertThat(parser.parse(FaceFile.dg2(List.of(bad, good)))).isEqualTo(JPEG);
  }

  /** Positions of the record's length, of a picture's length and of the number of pictures. */
  @ParameterizedTest
  @ValueSource(ints = {8, 14, 12})
  void takesImpossibleLengthsToMeanToTheEnd(int at) throws Exception {
    for (int value : new int[] {0, 0xFF}) {
      byte[] record = FaceFile.record(List.of(JPEG), 2);
      Arrays.fill(record, at, at + (at == 12 ? 2 : 4), (byte) value);
      assertThat(parser.parse(dg2(0x5F2E, record))).isEqualTo(JPEG);
    }
  }

  @Test
  void findsThePictureBehindAHeaderOfAnotherEdition() throws Exception {
    byte[] record = FaceFile.record(List.of(JP2), 0);
    byte[] longer = new byte[record.length + 21];
    System.arraycopy(record, 0, longer, 0, 40);
    System.arraycopy(record, 40, longer, 61, record.length - 40);
    Arrays.fill(longer, 14, 18, (byte) 0);
    assertThat(parser.parse(dg2(0x5F2E, longer))).isEqualTo(JP2);
  }

  @Test
  void findsThePictureInTheNewerEncoding() throws Exception {
    byte[] representation =
        tlv(
            0x30,
            tlv(0x80, new byte[] {1}),
            tlv(0xA1, tlv(0xA0, tlv(0xA0, tlv(0x80, JPEG.bytes()), tlv(0xA1, new byte[0])))));
    byte[] block = tlv(0x65, tlv(0xA0, tlv(0x80, new byte[] {3})), tlv(0xA1, representation));
    assertThat(parser.parse(dg2(0x7F2E, block))).isEqualTo(JPEG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u0089PNG\r\n\u001a\n", "GIF89a", "BM", "II*\0", "%PDF-1.4", "<svg>", ""})
  void refusesOtherPictures(String start) {
    byte[] bytes = Arrays.copyOf(start.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), 900);
    FaceImage other = described(FaceImage.Format.JPEG, 480, 640, bytes);
    assertThatThrownBy(() -> parser.parse(FaceFile.dg2(other)))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesFilesWithoutAFace() {
    assertThatThrownBy(() -> parser.parse(new byte[0])).isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> parser.parse(FaceFile.dg2(List.of())))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> parser.parse(dg2(0x5F2E, new byte[3])))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> parser.parse(new byte[1 << 20]))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void survivesBeingCutAtAnyByteOfItsHeaders() {
    for (FaceImage face : List.of(JPEG, JP2)) {
      byte[] file = FaceFile.dg2(face);
      for (int length = 0; length < 1200; length++) {
        byte[] cut = Arrays.copyOf(file, length);
        assertThatThrownBy(() -> parser.parse(cut)).isInstanceOf(MalformedException.class);
      }
      // The same cut inside, with the lengths of the outer objects put right.
      byte[] record = FaceFile.record(List.of(face), 5);
      for (int length = 0; length < 1200; length++) {
        parsesOrRefuses(dg2(0x5F2E, Arrays.copyOf(record, length)));
      }
    }
  }

  @Test
  void survivesFlippedBits() {
    Random random = new Random(20_261_122);
    byte[][] files = {FaceFile.dg2(JPEG), FaceFile.dg2(JP2)};
    for (int i = 0; i < 20_000; i++) {
      byte[] file = files[i & 1].clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        int at = random.nextInt(random.nextBoolean() ? 150 : file.length);
        file[at] ^= (byte) (1 << random.nextInt(8));
      }
      parsesOrRefuses(file);
    }
  }

  private void parsesOrRefuses(byte[] file) {
    try {
      FaceImage face = parser.parse(file);
      assertThat((long) face.width() * face.height()).isBetween(1L, 4L << 20);
    } catch (MalformedException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
    }
  }
}
