package vn.motcua.kiosk.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.kiosk.paper.page.BadPage;
import vn.motcua.kiosk.paper.page.Defect;
import vn.motcua.kiosk.paper.page.PageSource;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.file.FileFault;

class HostilePagesTest {
  private static final DigitiseRequest REQUEST = DigitiseRequest.of("Thử", "");

  @TempDir static Path folder;
  private static Path good;
  private static Digitiser digitiser;

  @TempDir Path target;

  @BeforeAll
  static void draw() throws IOException {
    good = TestPages.jpeg(folder.resolve("good.jpg"), TestPages.draw(100, 0, true, false), 100);
    digitiser = new Digitiser(Clock.systemUTC());
  }

  @AfterAll
  static void close() {
    digitiser.close();
  }

  /** Makes a bad file. */
  @FunctionalInterface
  interface Recipe {
    byte[] cook(byte[] jpeg, byte[] png, byte[] tiff) throws IOException;
  }

  static Stream<Arguments> recipes() {
    return Stream.of(
        bad("nothing", Defect.EMPTY_FILE, (j, p, t) -> new byte[0]),
        bad("one byte", Defect.NOT_IMAGE, (j, p, t) -> new byte[] {(byte) 0xFF}),
        bad(
            "text",
            Defect.NOT_IMAGE,
            (j, p, t) -> "Không phải ảnh".getBytes(StandardCharsets.UTF_8)),
        bad("noise", Defect.NOT_IMAGE, (j, p, t) -> noise(100_000)),
        bad("JPEG of one marker", Defect.DAMAGED, (j, p, t) -> Arrays.copyOf(j, 3)),
        bad("JPEG cut in its head", Defect.DAMAGED, (j, p, t) -> Arrays.copyOf(j, 200)),
        bad("JPEG cut in its picture", Defect.DAMAGED, (j, p, t) -> Arrays.copyOf(j, j.length / 2)),
        bad(
            "JPEG cut, then closed",
            Defect.DAMAGED,
            (j, p, t) -> closed(Arrays.copyOf(j, j.length / 2))),
        bad("JPEG spoiled within", Defect.DAMAGED, (j, p, t) -> spoiled(j)),
        bad(
            "JPEG head, then noise",
            Defect.DAMAGED,
            (j, p, t) -> join(Arrays.copyOf(j, 20), noise(5000))),
        bad("JPEG of 65500 x 65500", Defect.TOO_LARGE, (j, p, t) -> sized(j, 65_500)),
        bad("JPEG of no size", Defect.DAMAGED, (j, p, t) -> sized(j, 0)),
        bad("PNG cut", Defect.DAMAGED, (j, p, t) -> Arrays.copyOf(p, p.length / 2)),
        bad("PNG with a wrong check sum", Defect.DAMAGED, (j, p, t) -> flipped(p, p.length / 2)),
        bad("PNG bomb", Defect.TOO_LARGE, (j, p, t) -> pngOf(60_000, 60_000, 100)),
        bad("PNG with too little inside", Defect.DAMAGED, (j, p, t) -> pngOf(1000, 1000, 100)),
        bad("TIFF cut", Defect.DAMAGED, (j, p, t) -> Arrays.copyOf(t, t.length / 2)),
        bad("TIFF of a head only", Defect.DAMAGED, (j, p, t) -> Arrays.copyOf(t, 8)));
  }

  private static Arguments bad(String what, Defect defect, Recipe recipe) {
    return Arguments.of(what, defect, recipe);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("recipes")
  void aBadPageIsNamedWithItsPlaceAndNothingIsWritten(String what, Defect defect, Recipe recipe)
      throws Exception {
    byte[] jpeg = Files.readAllBytes(good);
    Path png = TestPages.png(folder.resolve("p.png"), TestPages.draw(100, 0, false, false));
    Path tiff =
        TestPages.g4(folder.resolve("t.tif"), List.of(TestPages.draw(100, 0, false, false)));
    Path page = folder.resolve("bad.jpg");
    Files.write(page, recipe.cook(jpeg, Files.readAllBytes(png), Files.readAllBytes(tiff)));
    Path out = target.resolve("out.pdf");

    FaultException stopped =
        catchThrowableOfType(
            FaultException.class,
            () ->
                digitiser.digitise(
                    List.of(good, page, good), REQUEST, out, Progress.NONE, new Cancellation()));

    assertThat(stopped).as(what).isNotNull();
    assertThat(stopped.fault()).isEqualTo(new BadPage(defect, 2));
    assertThat(target).isEmptyDirectory();

    Digitised rest =
        digitiser.digitise(
            List.of(good, page, good),
            REQUEST.withSkipDamaged(true).withOcr(false),
            out,
            Progress.NONE,
            new Cancellation());
    assertThat(rest.pages()).isEqualTo(2);
    assertThat(rest.skipped()).containsExactly(new BadPage(defect, 2));
  }

  @Test
  void aTiffWhoseDirectoryBitesItsTailHasOnePictureAndADamagedOne() throws Exception {
    Path tiff = Files.write(folder.resolve("endless.tif"), endless());
    PageSource source = new PageSource(0);
    FaultException strict = catchThrowableOfType(FaultException.class, () -> source.open(tiff, 7));
    assertThat(strict.fault()).isEqualTo(new BadPage(Defect.DAMAGED, 7));
    Digitised rest =
        digitiser.digitise(
            List.of(good, tiff),
            REQUEST.withSkipDamaged(true).withOcr(false),
            target.resolve("out.pdf"),
            Progress.NONE,
            new Cancellation());
    assertThat(rest.skipped()).contains(new BadPage(Defect.DAMAGED, 3));
    assertThat(rest.origins()).endsWith(new PageOrigin(tiff, 1), new PageOrigin(tiff, 2));
  }

  @Test
  void aPdfThatIsNoneIsNamedAndLeftOutIfAsked() throws Exception {
    Path pdf = folder.resolve("torn.pdf");
    Files.writeString(pdf, "%PDF-1.7\n");
    Path out = target.resolve("out.pdf");

    FaultException stopped =
        catchThrowableOfType(
            FaultException.class,
            () ->
                digitiser.digitise(
                    List.of(good, pdf), REQUEST, out, Progress.NONE, new Cancellation()));
    assertThat(stopped.fault()).isEqualTo(new FileFault.Unreadable("torn.pdf"));
    assertThat(target).isEmptyDirectory();

    Digitised rest =
        digitiser.digitise(
            List.of(good, pdf, good),
            REQUEST.withSkipDamaged(true).withOcr(false),
            out,
            Progress.NONE,
            new Cancellation());
    assertThat(rest.pages()).isEqualTo(2);
    assertThat(rest.skipped()).containsExactly(new BadPage(Defect.DAMAGED, 2));
  }

  @Test
  void noFileAndNoRegularFileAreNamed() {
    assertThat(faultOf(folder.resolve("absent.jpg"))).isEqualTo(new BadPage(Defect.MISSING, 1));
    assertThat(faultOf(folder)).isEqualTo(new BadPage(Defect.NOT_IMAGE, 1));
  }

  @Test
  void noPagesIsNamed() {
    FaultException none =
        catchThrowableOfType(
            FaultException.class,
            () ->
                digitiser.digitise(
                    List.of(),
                    REQUEST,
                    target.resolve("o.pdf"),
                    Progress.NONE,
                    new Cancellation()));
    assertThat(none.fault()).isEqualTo(new PaperFault.NoPages());
  }

  @Test
  void fillingBytesBeforeTheEndOfAJpegHarmNothing() throws Exception {
    byte[] jpeg = Files.readAllBytes(good);
    byte[] filled = Arrays.copyOf(jpeg, jpeg.length + 20);
    Arrays.fill(filled, jpeg.length - 2, filled.length, (byte) 0);
    filled[filled.length - 2] = (byte) 0xFF;
    filled[filled.length - 1] = (byte) 0xD9;
    Path page = folder.resolve("filled.jpg");
    Files.write(page, filled);
    Digitised done =
        digitiser.digitise(
            List.of(page),
            REQUEST.withOcr(false),
            target.resolve("o.pdf"),
            Progress.NONE,
            new Cancellation());
    assertThat(done.pages()).isEqualTo(1);
  }

  @Test
  void randomDamageNeverDoesWorseThanAFault() throws Exception {
    Random random = new Random(20261122);
    Path tiff = TestPages.g4(folder.resolve("f.tif"), List.of(TestPages.draw(60, 0, false, false)));
    Path png = TestPages.png(folder.resolve("f.png"), TestPages.draw(60, 0, true, false));
    Path jpeg = TestPages.jpeg(folder.resolve("f.jpg"), TestPages.draw(60, 0, true, false), 60);
    int stopped = 0;
    for (int i = 0; i < 150; i++) {
      byte[] bytes = Files.readAllBytes(List.of(tiff, png, jpeg).get(i % 3));
      for (int b = 0; b <= random.nextInt(6); b++) {
        // Mostly within the first kilobyte, where the structure stands.
        int at = random.nextInt(random.nextBoolean() ? Math.min(1000, bytes.length) : bytes.length);
        bytes[at] = (byte) random.nextInt(256);
      }
      Path page = folder.resolve("fuzzed");
      Files.write(page, bytes);
      try {
        digitiser.digitise(
            List.of(page),
            REQUEST.withOcr(false),
            target.resolve("o.pdf"),
            Progress.NONE,
            new Cancellation());
      } catch (FaultException e) {
        assertThat(e.fault()).isInstanceOf(BadPage.class);
        stopped++;
      }
    }
    assertThat(stopped).isGreaterThan(50);
  }

  @Test
  void aFolderThatIsNoneIsNamedAndAnOldFileIsLeftAlone() throws Exception {
    Path file = target.resolve("file");
    Files.writeString(file, "x");
    FaultException refused =
        catchThrowableOfType(
            FaultException.class,
            () ->
                digitiser.digitise(
                    List.of(good),
                    REQUEST.withOcr(false),
                    file.resolve("under/o.pdf"),
                    Progress.NONE,
                    new Cancellation()));
    assertThat(refused.fault()).isEqualTo(new PdfFault.NotWritable());
    assertThat(file).hasContent("x");
    assertThat(target).isDirectoryNotContaining(p -> !p.equals(file));
  }

  private static vn.motcua.scanner.Fault faultOf(Path page) {
    return catchThrowableOfType(FaultException.class, () -> new PageSource(0).open(page, 1))
        .fault();
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    noise[0] = 0;
    return noise;
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static byte[] closed(byte[] cut) {
    return join(cut, new byte[] {(byte) 0xFF, (byte) 0xD9});
  }

  private static byte[] flipped(byte[] bytes, int at) {
    bytes[at] ^= 0x55;
    return bytes;
  }

  /** A JPEG has no check sum: only damage that breaks its code can be seen. */
  private static byte[] spoiled(byte[] jpeg) {
    byte[] noise = new byte[jpeg.length / 3];
    new Random(11).nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      jpeg[noise.length + i] = (byte) (noise[i] & 0x7F);
    }
    return jpeg;
  }

  /** The JPEG with another size in its frame header. */
  private static byte[] sized(byte[] jpeg, int side) {
    for (int i = 2; i + 9 < jpeg.length; i++) {
      if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
        ByteBuffer.wrap(jpeg).putShort(i + 5, (short) side).putShort(i + 7, (short) side);
        return jpeg;
      }
    }
    throw new AssertionError("no frame header");
  }

  private static byte[] pngOf(int width, int height, int dataLength) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    chunk(
        out,
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array());
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[dataLength]);
    deflater.finish();
    byte[] packed = new byte[1000];
    chunk(out, "IDAT", Arrays.copyOf(packed, deflater.deflate(packed)));
    deflater.end();
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data)
      throws IOException {
    byte[] body = join(type.getBytes(StandardCharsets.US_ASCII), data);
    CRC32 crc = new CRC32();
    crc.update(body);
    out.write(ByteBuffer.allocate(4).putInt(data.length).array());
    out.write(body);
    out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /** A one-pixel TIFF whose directory names itself as the next one. */
  private static byte[] endless() {
    ByteBuffer tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) 8);
    for (int[] tag :
        new int[][] {
          {256, 1}, {257, 1}, {258, 8}, {259, 1}, {262, 1}, {273, 150}, {278, 1}, {279, 1}
        }) {
      tiff.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
    }
    tiff.putInt(8);
    return tiff.array();
  }
}
