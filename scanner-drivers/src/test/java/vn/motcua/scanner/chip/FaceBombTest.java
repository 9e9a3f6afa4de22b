package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.chip.simulated.FaceFile;
import vn.motcua.scanner.chip.simulated.SimulatedFace;

/** Small pictures that ask a decoder for much are refused before one sees them. */
class FaceBombTest {
  private static final byte[] JPEG = new SimulatedFace("066301538174").jpeg(20_000).bytes();
  private static final byte[] JP2 = new SimulatedFace("066301538174").jpeg2000(20_000).bytes();
  private static final int SIZ = FaceDecoderTest.codestreamAt(JP2) + 4;
  private static final int COD = find(JP2, 0x52, SIZ);
  private static final int SOF = find(JPEG, 0xC0, 0);
  private static final int SOS = find(JPEG, 0xDA, 0);

  private final FaceDecoder decoder = FaceDecoderTest.patient();

  /** Where the length of a marker segment stands. */
  private static int find(byte[] picture, int marker, int from) {
    for (int at = from; ; at++) {
      if (picture[at] == (byte) 0xFF && picture[at + 1] == (byte) marker) {
        return at + 2;
      }
    }
  }

  private static byte[] changed(byte[] picture, Consumer<ByteBuffer> change) {
    byte[] copy = picture.clone();
    change.accept(ByteBuffer.wrap(copy));
    return copy;
  }

  private static byte[] inserted(byte[] picture, int at, byte[] what) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(picture, 0, at);
    out.writeBytes(what);
    out.write(picture, at, picture.length - at);
    return out.toByteArray();
  }

  private FaceFault refusal(byte[] picture) throws InterruptedException {
    long start = System.nanoTime();
    try {
      decoder.decode(new FaceImage(FaceImage.Format.JPEG, 480, 640, picture));
    } catch (UnusableFaceException unusable) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      return unusable.fault();
    }
    throw new AssertionError("decoded");
  }

  private void refusedByBoth(byte[] picture, FaceFault fault) throws InterruptedException {
    assertThat(refusal(picture)).isEqualTo(fault);
    FaceImage face = new FaceImage(FaceImage.Format.JPEG, 480, 640, picture);
    assertThatThrownBy(() -> new Dg2Parser().parse(FaceFile.dg2(face)))
        .isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @CsvSource({"60000, 60000", "65535, 1", "1, 65535", "4097, 16", "2049, 2048"})
  void refusesAJpegOfTooManyPixels(int width, int height) throws Exception {
    byte[] bomb =
        changed(JPEG, b -> b.putShort(SOF + 3, (short) height).putShort(SOF + 5, (short) width));
    refusedByBoth(bomb, new FaceFault.TooLarge());
  }

  @Test
  void refusesAJpegOfTooManyScans() throws Exception {
    byte[] scan = Arrays.copyOfRange(JPEG, SOS - 2, SOS + 14);
    byte[] bomb = JPEG;
    for (int i = 0; i < 32; i++) {
      bomb = inserted(bomb, SOS - 2, scan);
    }
    refusedByBoth(bomb, new FaceFault.TooLarge());
  }

  @Test
  void refusesJpegsThatPortraitsAreNot() throws Exception {
    refusedByBoth(changed(JPEG, b -> b.put(SOF + 2, (byte) 12)), new FaceFault.OtherKind());
    refusedByBoth(changed(JPEG, b -> b.put(SOF + 7, (byte) 4)), new FaceFault.OtherKind());
    for (int coding : new int[] {0xC3, 0xC9, 0xCA, 0xF7}) {
      byte[] other = changed(JPEG, b -> b.put(SOF - 1, (byte) coding));
      refusedByBoth(other, new FaceFault.OtherKind());
    }
    refusedByBoth(Arrays.copyOf(JPEG, SOS - 2), new FaceFault.Damaged());
  }

  @Test
  void keepsProfilesAndThumbnailsFromTheJpegDecoder() throws Exception {
    byte[] profile = new byte[600];
    ByteBuffer.wrap(profile).putShort((short) 0xFFE2).putShort((short) 598);
    System.arraycopy("ICC_PROFILE".getBytes(StandardCharsets.US_ASCII), 0, profile, 4, 11);
    byte[] carrying = inserted(JPEG, SOF - 2, profile);
    assertThat(JpegStructure.of(carrying).bytes()).isEqualTo(JpegStructure.of(JPEG).bytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 60_000})
  void refusesASizOfTooManyPixels(int side) throws Exception {
    byte[] bomb = changed(JP2, b -> b.putInt(SIZ + 4, side).putInt(SIZ + 8, side));
    refusedByBoth(bomb, new FaceFault.TooLarge());
    // The same width, but far out on the grid.
    byte[] far =
        changed(
            JP2, b -> b.putInt(SIZ + 4, side).putInt(SIZ + 12, side - 480).putInt(SIZ + 20, side));
    refusedByBoth(far, new FaceFault.TooLarge());
  }

  @Test
  void refusesTilesWithoutEndAndTilesOfNothing() throws Exception {
    byte[] many = changed(JP2, b -> b.putInt(SIZ + 20, 1).putInt(SIZ + 24, 1));
    refusedByBoth(many, new FaceFault.TooLarge());
    byte[] none = changed(JP2, b -> b.putInt(SIZ + 20, 0));
    refusedByBoth(none, new FaceFault.Damaged());
  }

  @Test
  void refusesComponentsThatPortraitsHaveNot() throws Exception {
    refusedByBoth(
        changed(JP2, b -> b.putShort(SIZ + 36, (short) 16384)), new FaceFault.OtherKind());
    refusedByBoth(changed(JP2, b -> b.put(SIZ + 39, (byte) 2)), new FaceFault.OtherKind());
    refusedByBoth(changed(JP2, b -> b.put(SIZ + 38, (byte) 37)), new FaceFault.OtherKind());
  }

  @Test
  void refusesCodingStylesThatAskForTooMuch() throws Exception {
    byte[] layers = changed(JP2, b -> b.putShort(COD + 4, (short) 0xFFFF));
    assertThat(refusal(layers)).isEqualTo(new FaceFault.TooLarge());
    byte[] levels = changed(JP2, b -> b.put(COD + 7, (byte) 32));
    assertThat(refusal(levels)).isEqualTo(new FaceFault.TooLarge());
    byte[] blocks = changed(JP2, b -> b.put(COD + 8, (byte) 12));
    assertThat(refusal(blocks)).isEqualTo(new FaceFault.Damaged());
    int levelsHere = JP2[COD + 7];
    byte[] precincts = new byte[levelsHere + 1];
    Arrays.fill(precincts, (byte) 0x11);
    byte[] tiny =
        inserted(
            changed(JP2, b -> b.putShort(COD, (short) (13 + levelsHere)).put(COD + 2, (byte) 1)),
            COD + 12,
            precincts);
    ByteBuffer.wrap(tiny).putInt(jp2cAt(tiny), 0);
    assertThat(refusal(tiny)).isEqualTo(new FaceFault.TooLarge());
  }

  /** A tile may have a coding style of its own; it is bounded like the picture's. */
  @Test
  void refusesTheSameInATile() throws Exception {
    int tileCod = find(JP2, 0x52, find(JP2, 0x90, COD));
    byte[] bomb = changed(JP2, b -> b.putShort(tileCod + 4, (short) 0xFFFF));
    assertThat(refusal(bomb)).isEqualTo(new FaceFault.OtherKind());
  }

  @Test
  void leavesTablesOfTileLengthsOut() throws Exception {
    byte[] table = {(byte) 0xFF, 0x55, 0, 10, 0, 0x40, 0, 0, 0, 1, 0, 1};
    byte[] led = inserted(JP2, COD - 2, table);
    ByteBuffer.wrap(led).putInt(jp2cAt(led), 0);
    assertThat(CodestreamStructure.of(Jp2Wrapper.of(led)).bytes())
        .isEqualTo(CodestreamStructure.of(Jp2Wrapper.of(JP2)).bytes());
  }

  @Test
  void refusesPackedHeadersAndUnknownMarkers() throws Exception {
    for (int marker : new int[] {0x60, 0x50, 0x30, 0xD8}) {
      byte[] bytes = inserted(JP2, COD - 2, new byte[] {(byte) 0xFF, (byte) marker, 0, 4, 0, 0});
      ByteBuffer.wrap(bytes).putInt(jp2cAt(bytes), 0);
      assertThat(refusal(bytes)).isEqualTo(new FaceFault.OtherKind());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 13, 0x7FFFFFFF, 0xFFFFFFFF})
  void survivesTilePartsOfAnyLength(int length) throws Exception {
    int sot = find(JP2, 0x90, COD);
    byte[] bytes = changed(JP2, b -> b.putInt(sot + 4, length));
    try {
      assertThat(decoder.decode(new FaceImage(FaceImage.Format.JPEG, 1, 1, bytes)).getWidth())
          .isEqualTo(480);
    } catch (UnusableFaceException refused) {
      assertThat(refused.fault()).isEqualTo(new FaceFault.Damaged());
      assertThat(length).isBetween(1, 13);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 0x7FFFFFFF, 0xFFFFFFFF})
  void refusesBoxesOfImpossibleLength(int length) throws Exception {
    byte[] bytes = changed(JP2, b -> b.putInt(12, length));
    refusedByBoth(bytes, new FaceFault.Damaged());
  }

  private static int jp2cAt(byte[] jp2) {
    return FaceDecoderTest.codestreamAt(jp2) - 8;
  }
}
