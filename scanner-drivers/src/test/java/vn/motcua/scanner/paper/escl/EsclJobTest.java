package vn.motcua.scanner.paper.escl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScanEvent;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.TestPages;

/** Jobs at scanners that are honest, each in its own way. */
@Timeout(180)
class EsclJobTest extends EsclTest {
  @Test
  void theDevicesJpegIsHandedOverByteForByte() throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      load(scanner, 3);
      List<byte[]> sent = new ArrayList<>(scanner.feeder);
      assertThat(scan(scanner, FEEDER)).isEqualTo(completed(3));
      assertThat(pages).extracting(page -> page.image()).containsExactlyElementsOf(sent);
      assertThat(pages).extracting(page -> page.number()).containsExactly(1, 2, 3);
      assertThat(pages).allMatch(page -> page.dpi() == 50 && page.width() == 425);
      assertThat(scanner.count("DELETE")).as("a job at its end needs no ending").isZero();
    }
  }

  @Test
  void tellsHowAPageComes() throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      load(scanner, 2);
      assertThat(scan(scanner, FEEDER)).isEqualTo(completed(2));
      assertThat(events)
          .contains(
              new ScanEvent.PageBegun(1),
              new ScanEvent.PageComing(1, 100),
              new ScanEvent.PageBegun(2),
              new ScanEvent.PageComing(2, 100));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/eSCL/ScanJobs/1",
        "/eSCL/ScanJobs/1/",
        "ScanJobs/1",
        "./ScanJobs/1",
        "../eSCL/ScanJobs/1",
        "1",
        "//some.where/eSCL/ScanJobs/1",
        "http://localhost/eSCL/ScanJobs/1",
        "https://192.0.2.7:9095/eSCL/ScanJobs/1/",
        "http://[fe80::1]:80/eSCL/ScanJobs/1"
      })
  void aJobIsFoundWhateverItsLocationLooksLike(String location) throws Exception {
    try (ScriptedScanner scanner =
        new ScriptedScanner() {
          @Override
          String location() {
            return location;
          }
        }) {
      scanner.glass = picture(1);
      assertThat(scan(scanner, GLASS)).isEqualTo(completed(1));
    }
  }

  @Test
  void asksInTheOrderOfTheSchemaAndOnlyForWhatIsOffered() throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      load(scanner, 1);
      ScanSettings asked =
          new ScanSettings(PaperSource.FEEDER, ColourMode.GREY, 300).of(ScanArea.A4);
      assertThat(scan(scanner, asked)).isEqualTo(completed(1));
      assertThat(scanner.settings())
          .contains(
              "<pwg:Version>2.63</pwg:Version><scan:Intent>Document</scan:Intent>"
                  + "<pwg:ScanRegions><pwg:ScanRegion><pwg:ContentRegionUnits>"
                  + "escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>"
                  + "<pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>"
                  + "<pwg:Width>2480</pwg:Width><pwg:Height>3508</pwg:Height>"
                  + "</pwg:ScanRegion></pwg:ScanRegions>"
                  + "<pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>"
                  + "<scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>"
                  + "<pwg:InputSource>Feeder</pwg:InputSource>"
                  + "<scan:XResolution>300</scan:XResolution>"
                  + "<scan:YResolution>300</scan:YResolution>"
                  + "<scan:ColorMode>Grayscale8</scan:ColorMode>"
                  + "<scan:Duplex>false</scan:Duplex></scan:ScanSettings>")
          .doesNotContain("CompressionFactor");
    }
  }

  @Test
  void bothSidesAreAskedForWhereTheyAreOffered() throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      load(scanner, 2);
      assertThat(scan(scanner, BOTH)).isEqualTo(completed(2));
      assertThat(scanner.settings()).contains("<scan:Duplex>true</scan:Duplex>");
    }
  }

  @Test
  void bothSidesAreNeverAskedForOtherwise() throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      load(scanner, 2);
      override(scanner, EsclOverride.NONE.withNoDuplex());
      assertThat(scan(scanner, BOTH))
          .isEqualTo(stopped(new ScanFault.UnsupportedSetting("source"), 0));
      scanner.capabilities = Documents.simplexOnly();
      config = config.withOverrides(java.util.Map.of());
      ScanSettings asked = new ScanSettings(PaperSource.FEEDER_DUPLEX, ColourMode.COLOUR, 300);
      assertThat(scan(scanner, asked))
          .isEqualTo(stopped(new ScanFault.UnsupportedSetting("source"), 0));
      assertThat(scanner.count("POST")).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"COLOUR, 600, dpi", "GREY, 300, dpi", "COLOUR, 300, ''", "GREY, 600, ''"})
  void settingsThatDoNotGoTogetherAreRefused(ColourMode mode, int dpi, String refused)
      throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      scanner.glass = picture(1);
      scanner.capabilities = Documents.unevenProfiles();
      ScanOutcome outcome = scan(scanner, new ScanSettings(PaperSource.FLATBED, mode, dpi));
      assertThat(outcome)
          .isEqualTo(
              refused.isEmpty()
                  ? completed(1)
                  : stopped(new ScanFault.UnsupportedSetting(refused), 0));
      if (refused.isEmpty()) {
        assertThat(scanner.settings()).contains("<scan:CompressionFactor>15</scan");
      }
    }
  }

  @Test
  void aDeviceThatGivesPdfOnlyIsRefusedAndSoIsAPdfUnasked() throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      scanner.capabilities = Documents.pdfOnly();
      assertThat(scan(scanner, new ScanSettings(PaperSource.FLATBED, ColourMode.COLOUR, 300)))
          .isEqualTo(stopped(new ScanFault.UnsupportedSetting("format"), 0));
      scanner.capabilities = Documents.usual();
      scanner.glass = "%PDF-1.4 whatever".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      assertThat(scan(scanner, GLASS))
          .isEqualTo(stopped(new ScanFault.UnsupportedSetting("format"), 0));
    }
  }

  @Test
  void oneBitIsMadeOfAJpegThatWasAskedForSo() throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      scanner.glass = picture(1);
      ScanSettings asked = new ScanSettings(PaperSource.FLATBED, ColourMode.BLACK_WHITE, 50);
      assertThat(scan(scanner, asked)).isEqualTo(completed(1));
      assertThat(scanner.settings()).contains("<scan:ColorMode>BlackAndWhite1<");
      assertThat(pages.getFirst().format()).isEqualTo(ImageFormat.PNG);
      assertThat(PageImages.check(pages.getFirst().image()).dpi()).hasValue(50);
      int white = TestPages.decode(pages.getFirst().image()).getRGB(2, 2) & 0xffffff;
      assertThat(white).isEqualTo(0xffffff);
    }
  }

  @ParameterizedTest
  @CsvSource({"215, 297, ''", "218.8, 299.8, ''", "222, 297, size", "210, 305, size"})
  void anAreaMayJutOutALittle(double width, double height, String refused) throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      scanner.glass = picture(1);
      assertThat(scan(scanner, GLASS.of(ScanArea.sized(width, height))))
          .isEqualTo(
              refused.isEmpty()
                  ? completed(1)
                  : stopped(new ScanFault.UnsupportedSetting(refused), 0));
    }
  }

  @Test
  void anEmptyFeederIsNotStartedUnlessForced() throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      scanner.adf = "ScannerAdfEmpty";
      load(scanner, 2);
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.FeederEmpty(), 0));
      assertThat(scanner.count("POST")).isZero();
      override(
          scanner,
          EsclOverride.NONE.withForceFeeder().withPauseBeforeNextPage(Duration.ofMillis(1)));
      assertThat(scan(scanner, FEEDER)).isEqualTo(completed(2));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 409, 410})
  void theFeedersEndIsTold(int status) throws Exception {
    try (ScriptedScanner scanner =
        new ScriptedScanner() {
          @Override
          void none(OutputStream out) throws IOException {
            reply(out, status, "text/plain", new byte[0]);
          }
        }) {
      load(scanner, 1);
      assertThat(scan(scanner, FEEDER)).isEqualTo(completed(1));
    }
  }

  /** Says {@code status} the first {@code times} that it is asked for a page. */
  private static ScriptedScanner hesitant(int status, int times, String more) throws IOException {
    return new ScriptedScanner() {
      private int left = times;

      @Override
      void next(OutputStream out) throws IOException {
        if (left-- > 0) {
          reply(out, status, "text/plain", new byte[0], more);
        } else {
          super.next(out);
        }
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 404})
  void aPageThatIsNotReadyIsAskedForAgain(int status) throws Exception {
    try (ScriptedScanner scanner = hesitant(status, 3, "")) {
      load(scanner, 2);
      assertThat(scan(scanner, FEEDER)).isEqualTo(completed(2));
      assertThat(events).startsWith(new ScanEvent.Waiting(), new ScanEvent.Waiting());
    }
  }

  @Test
  void aNewJobIsAskedForAgainAtABusyDevice() throws Exception {
    try (ScriptedScanner scanner =
        new ScriptedScanner() {
          private int left = 2;

          @Override
          void create(Heard request, OutputStream out) throws IOException {
            if (left-- > 0) {
              reply(out, left == 1 ? 503 : 409, "text/plain", new byte[0], "Retry-After: 0\r\n");
            } else {
              super.create(request, out);
            }
          }
        }) {
      scanner.glass = picture(1);
      assertThat(scan(scanner, GLASS)).isEqualTo(completed(1));
      assertThat(scanner.count("POST")).isEqualTo(3);
      assertThat(events).contains(new ScanEvent.Waiting());
    }
  }

  @Test
  void whoChokesOnTheSettingsIsAskedForTheLeast() throws Exception {
    try (ScriptedScanner scanner =
        new ScriptedScanner() {
          @Override
          void create(Heard request, OutputStream out) throws IOException {
            if (request.body().contains("Intent")) {
              reply(out, 400, "text/plain", new byte[0]);
            } else {
              super.create(request, out);
            }
          }
        }) {
      scanner.glass = picture(1);
      assertThat(scan(scanner, GLASS)).isEqualTo(completed(1));
      assertThat(scanner.settings()).contains("<pwg:Version>2.0<");
    }
  }

  @Test
  void theHostIsNamedAsTheDeviceWantsIt() throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      scanner.glass = picture(1);
      override(scanner, EsclOverride.NONE.withHostIsLocalhost());
      assertThat(scan(scanner, GLASS)).isEqualTo(completed(1));
      ScriptedScanner.Heard post =
          scanner.heard.stream().filter(each -> each.is("POST")).findFirst().orElseThrow();
      assertThat(post.headers()).containsEntry("host", "localhost");
      assertThat(post.headers()).containsEntry("content-type", "text/xml");
      assertThat(scanner.heard.getLast().headers())
          .containsEntry("host", scanner.address().authority());
    }
  }

  @Test
  void cancelledInTheMiddleOfAPageItEndsAtOnceAndSoDoesTheJob() throws Exception {
    CountDownLatch half = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (ScriptedScanner scanner =
        new ScriptedScanner() {
          @Override
          void page(OutputStream out, byte[] page) throws IOException {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + page.length + "\r\n\r\n");
            out.write(page, 0, page.length / 2);
            out.flush();
            half.countDown();
            await(over);
          }
        }) {
      load(scanner, 2);
      Cancellation cancellation = new Cancellation();
      CompletableFuture<ScanOutcome> outcome =
          CompletableFuture.supplyAsync(() -> scan(scanner, FEEDER, cancellation));
      assertThat(half.await(60, TimeUnit.SECONDS)).isTrue();
      long begun = System.nanoTime();
      cancellation.cancel();
      assertThat(outcome.get(60, TimeUnit.SECONDS)).isEqualTo(new ScanOutcome.Cancelled(0));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
      assertThat(scanner.count("DELETE /eSCL/ScanJobs/1")).isEqualTo(1);
      over.countDown();
    }
  }

  @Test
  void cancelledWhileTheJobIsCreatedItIsDeletedAllTheSame() throws Exception {
    Cancellation cancellation = new Cancellation();
    try (ScriptedScanner scanner =
        new ScriptedScanner() {
          @Override
          void create(Heard request, OutputStream out) throws IOException {
            cancellation.cancel();
            super.create(request, out);
          }
        }) {
      load(scanner, 2);
      assertThat(scan(scanner, FEEDER, cancellation)).isEqualTo(new ScanOutcome.Cancelled(0));
      assertThat(scanner.count("DELETE /eSCL/ScanJobs/1")).isEqualTo(1);
    }
  }

  @Test
  void aJobWithoutALocationIsLookedForInTheState() throws Exception {
    try (ScriptedScanner scanner =
        new ScriptedScanner() {
          @Override
          void created(OutputStream out, String location) throws IOException {
            reply(out, 201, "text/plain", new byte[0]);
          }
        }) {
      load(scanner, 2);
      assertThat(scan(scanner, FEEDER)).isEqualTo(completed(2));
    }
  }

  @Test
  void aGlassIsGivenBackOnlyIfTheDeviceHoldsOnToTheJob() throws Exception {
    for (String after : new String[] {"Processing", "Completed"}) {
      try (ScriptedScanner scanner =
          new ScriptedScanner() {
            @Override
            void page(OutputStream out, byte[] page) throws IOException {
              jobState = after;
              super.page(out, page);
            }
          }) {
        scanner.glass = picture(1);
        assertThat(scan(scanner, GLASS)).isEqualTo(completed(1));
        assertThat(scanner.count("DELETE")).isEqualTo(after.equals("Processing") ? 1 : 0);
      }
    }
  }

  @Test
  void aJobStoppedAtTheDeviceIsNotComplete() throws Exception {
    try (ScriptedScanner scanner =
        new ScriptedScanner() {
          @Override
          void none(OutputStream out) throws IOException {
            jobState = "Canceled";
            super.none(out);
          }
        }) {
      load(scanner, 1);
      assertThat(scan(scanner, FEEDER)).isEqualTo(new ScanOutcome.Cancelled(1));
    }
  }

  @Test
  void theResolutionThatWasReallyUsedIsTold() throws Exception {
    byte[] hundred = TestPages.jpeg(TestPages.page(1, 850, 1169));
    hundred[13] = 1; // dots per inch
    hundred[14] = 0;
    hundred[15] = 100;
    hundred[16] = 0;
    hundred[17] = 100;
    byte[] lie = picture(2);
    lie[13] = 1;
    lie[14] = 0;
    lie[15] = 72;
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      scanner.feeder.add(hundred);
      scanner.feeder.add(lie);
      assertThat(scan(scanner, FEEDER)).isEqualTo(completed(2));
      assertThat(pages).extracting(page -> page.dpi()).containsExactly(100, 50);
    }
  }

  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("never let go");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
