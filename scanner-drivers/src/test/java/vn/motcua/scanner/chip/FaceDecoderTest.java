package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.chip.simulated.SimulatedFace;

class FaceDecoderTest {
  private static final SimulatedFace FACE = new SimulatedFace("038048615290");
  private static final FaceImage JPEG = FACE.jpeg(32_000);
  private static final FaceImage JP2 = FACE.jpeg2000(32_000);

  private final FaceDecoder decoder = patient();

  /** The real one with more time: a machine may be busy elsewhere while a test decodes. */
  static FaceDecoder patient() {
    return new FaceDecoder(FaceDecoder.TIME.multipliedBy(10));
  }

  static Stream<FaceImage> faces() {
    byte[] bare = Arrays.copyOfRange(JP2.bytes(), codestreamAt(JP2.bytes()), JP2.bytes().length);
    return Stream.of(
        JPEG, JP2, new FaceImage(FaceImage.Format.JPEG2000, 480, 640, bare), FACE.jpeg(65_000));
  }

  static int codestreamAt(byte[] jp2) {
    int at = 0;
    while (jp2[at] != (byte) 0xFF || jp2[at + 1] != 0x4F) {
      at++;
    }
    return at;
  }

  /** The mean difference of a colour value, 0 to 255. */
  private static double difference(BufferedImage a, BufferedImage b) {
    long sum = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs((a.getRGB(x, y) >> shift & 0xFF) - (b.getRGB(x, y) >> shift & 0xFF));
        }
      }
    }
    return (double) sum / (3L * a.getWidth() * a.getHeight());
  }

  private FaceFault refusal(byte[] picture) throws InterruptedException {
    return refusal(new FaceImage(FaceImage.Format.JPEG, 480, 640, picture));
  }

  private FaceFault refusal(FaceImage face) throws InterruptedException {
    try {
      decoder.decode(face);
    } catch (UnusableFaceException unusable) {
      assertThat(unusable).hasMessageContaining(unusable.fault().code());
      return unusable.fault();
    }
    throw new AssertionError("decoded");
  }

  @ParameterizedTest
  @MethodSource("faces")
  void givesThePixelsThatWereEncoded(FaceImage face) throws Exception {
    BufferedImage image = decoder.decode(face);
    assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    assertThat(image.getWidth()).isEqualTo(480);
    assertThat(image.getHeight()).isEqualTo(640);
    assertThat(difference(image, FACE.picture())).isLessThan(4.0);
  }

  @Test
  void decodesByWhatThePictureIsAndNotByWhatIsSaidOfIt() throws Exception {
    FaceImage lie = new FaceImage(FaceImage.Format.JPEG, 1, 1, JP2.bytes());
    assertThat(decoder.decode(lie).getWidth()).isEqualTo(480);
  }

  @Test
  void takesASignedPictureForWhatItLooksLike() throws Exception {
    byte[] signed = JP2.bytes().clone();
    int siz = codestreamAt(signed) + 4;
    for (int i = 0; i < 3; i++) {
      assertThat(signed[siz + 38 + 3 * i]).isEqualTo((byte) 7);
      signed[siz + 38 + 3 * i] |= (byte) 0x80;
    }
    BufferedImage image = decoder.decode(new FaceImage(JP2.format(), 480, 640, signed));
    assertThat(difference(image, FACE.picture())).isLessThan(4.0);
  }

  @Test
  void turnsLuminanceAndChrominanceIntoColours() throws Exception {
    byte[] sycc = JP2.bytes().clone();
    int colour = new String(sycc, StandardCharsets.ISO_8859_1).indexOf("colr");
    sycc[colour + 10] = 18;
    BufferedImage image = decoder.decode(new FaceImage(JP2.format(), 480, 640, sycc));
    int before = FACE.picture().getRGB(5, 5);
    double red = (before >> 16 & 0xFF) + 1.402 * ((before & 0xFF) - 128);
    assertThat((double) (image.getRGB(5, 5) >> 16 & 0xFF))
        .isCloseTo(Math.clamp(red, 0, 255), within(25.0));
  }

  @Test
  void decodesOffTheCallersThread() throws Exception {
    CompletableFuture<Thread> worker = new CompletableFuture<>();
    FaceDecoder watched =
        new FaceDecoder(
            (bytes, deadline) -> {
              worker.complete(Thread.currentThread());
              return FACE.picture();
            },
            new Jpeg2000Codec(),
            FaceDecoder.TIME);
    assertThat(watched.decode(JPEG).getWidth()).isEqualTo(480);
    assertThat(worker.get()).isNotSameAs(Thread.currentThread());
    assertThat(worker.get().isDaemon()).isTrue();
  }

  @Test
  void decodesLaterWithoutBlocking() throws Exception {
    assertThat(decoder.decodeLater(JP2).get(60, TimeUnit.SECONDS).getHeight()).isEqualTo(640);
    assertThatThrownBy(() ->
            decoder
                .decodeLater(new FaceImage(JPEG.format(), 1, 1, new byte[9]))
                .get(60, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(UnusableFaceException.class);
  }

  @Test
  void givesUpASlowPictureAndRefusesAtOnceWhileTwoAreLeftBehind() throws Exception {
    CountDownLatch let = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(2);
    FaceCodec stuck =
        (bytes, deadline) -> {
          awaitQuietly(let);
          gone.countDown();
          return FACE.picture();
        };
    FaceDecoder slow = new FaceDecoder(stuck, new Jpeg2000Codec(), Duration.ofMillis(200));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> slow.decode(JPEG))
          .isInstanceOfSatisfying(
              UnusableFaceException.class,
              e -> assertThat(e.fault()).isEqualTo(new FaceFault.TooSlow()));
    }
    // At once: a call that waits for a room would end with the interruption instead.
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> slow.decode(JP2))
          .isInstanceOfSatisfying(
              UnusableFaceException.class,
              e -> assertThat(e.fault()).isEqualTo(new FaceFault.Busy()));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    let.countDown();
    gone.await();
    Eventually.so(
        "a room is free again",
        () -> {
          try {
            return slow.decode(JPEG).getWidth() == 480;
          } catch (UnusableFaceException still) {
            return false;
          } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
          }
        });
  }

  private static void awaitQuietly(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IOException(interrupted);
    }
  }

  @Test
  void cancellingGivesTheDecodingUp() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    FaceCodec patient =
        (bytes, deadline) -> {
          begun.countDown();
          while (!deadline.over()) {
            Thread.onSpinWait();
          }
          stopped.countDown();
          throw new IOException("stopped");
        };
    FaceDecoder slow = new FaceDecoder(patient, patient, Duration.ofMinutes(5));
    CompletableFuture<BufferedImage> later = slow.decodeLater(JPEG);
    begun.await();
    later.cancel(true);
    assertThat(stopped.await(60, TimeUnit.SECONDS)).isTrue();
  }

  /** The real decoders look at the clock themselves, so no thread is left behind. */
  @ParameterizedTest
  @MethodSource("faces")
  void theRealDecodersStopByThemselves(FaceImage face) {
    FaceCodec codec =
        face.format() == FaceImage.Format.JPEG ? new JpegCodec() : new Jpeg2000Codec();
    assertThatThrownBy(() -> codec.decode(face.bytes(), new Deadline(Duration.ZERO)))
        .isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0089PNG\r\n\u001a\n", "GIF89a", "BM", "II*\0", "P6 9 9 255\n", ""})
  void refusesOtherPictures(String start) throws Exception {
    byte[] bytes = Arrays.copyOf(start.getBytes(StandardCharsets.ISO_8859_1), 2000);
    assertThat(refusal(bytes)).isEqualTo(new FaceFault.OtherKind());
  }

  @Test
  void refusesAPictureOfTooManyBytes() throws Exception {
    assertThat(refusal(Arrays.copyOf(JPEG.bytes(), 128 * 1024 + 1)))
        .isEqualTo(new FaceFault.TooLarge());
  }

  @Test
  void leavesNothingOnDiskOrOnTheConsole() throws Exception {
    Path temp = Path.of(System.getProperty("java.io.tmpdir"));
    Set<Path> before = list(temp);
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream ear = new PrintStream(new OwnEar(said), true, StandardCharsets.UTF_8)) {
      System.setOut(ear);
      System.setErr(ear);
      decoder.decode(JPEG);
      decoder.decode(JP2);
      damaged(JPEG.bytes(), 10, 1);
      damaged(JP2.bytes(), 10, 2);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    Set<Path> came = list(temp);
    came.removeAll(before);
    // Tests of a second process may use that folder too, and clean up after themselves.
    Eventually.so("what came went again: " + came, () -> came.stream().noneMatch(Files::exists));
  }

  /** Hears this thread and the decoder's, not what threads of other tests may still log. */
  private static final class OwnEar extends OutputStream {
    private final OutputStream said;
    private final Thread test = Thread.currentThread();

    OwnEar(OutputStream said) {
      this.said = said;
    }

    @Override
    public void write(int each) throws IOException {
      Thread speaker = Thread.currentThread();
      if (speaker.equals(test) || speaker.getName().equals("face-decoder")) {
        said.write(each);
      }
    }
  }

  private static Set<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("surefire"))
          .filter(file -> !file.getFileName().toString().startsWith("reader.conf.d")) // of pcscd
          .collect(Collectors.toSet());
    }
  }

  @ParameterizedTest
  @MethodSource("faces")
  void survivesFlippedBitsAndCuts(FaceImage face) throws Exception {
    damaged(face.bytes(), 30, 20_261_122);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("faces")
  void survivesThousandsOfFlippedBitsAndCuts(FaceImage face) throws Exception {
    damaged(face.bytes(), 5000, 7);
  }

  /** Every outcome is a picture or a named reason, and none takes long. */
  private void damaged(byte[] picture, int rounds, int seed) throws InterruptedException {
    FaceDecoder usual = new FaceDecoder();
    Random random = new Random(seed);
    for (int i = 0; i < rounds; i++) {
      byte[] bytes = picture.clone();
      for (int flips = random.nextInt(5); flips >= 0; flips--) {
        int at = random.nextInt(random.nextBoolean() ? 400 : bytes.length);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
      }
      if (random.nextInt(4) == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      long start = System.nanoTime();
      try {
        BufferedImage image = usual.decode(new FaceImage(JPEG.format(), 0, 0, bytes));
        assertThat((long) image.getWidth() * image.getHeight()).isLessThanOrEqualTo(4L << 20);
      } catch (UnusableFaceException refused) {
        assertThat(refused.fault()).isNotInstanceOf(FaceFault.Busy.class);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("seed %d round %d", seed, i)
          .isLessThan(FaceDecoder.TIME.plusSeconds(10));
    }
  }
}
