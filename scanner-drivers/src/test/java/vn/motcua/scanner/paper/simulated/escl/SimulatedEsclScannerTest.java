package vn.motcua.scanner.paper.simulated.escl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.TestPages;

/** The life of a job, as a plain HTTP client sees it. */
@Timeout(180)
class SimulatedEsclScannerTest {
  private static final String FEEDER = EsclClient.settings("Feeder", EsclPages.AS_IT_IS);
  private static final String GLASS = EsclClient.settings("Platen", EsclPages.AS_IT_IS);
  private static final String DUPLEX =
      EsclClient.settings("Feeder", EsclPages.AS_IT_IS + "<scan:Duplex>true</scan:Duplex>");

  private static final class Hand extends Clock {
    final AtomicReference<Instant> now =
        new AtomicReference<>(Instant.parse("2026-03-02T01:00:00Z"));

    void move(Duration by) {
      now.updateAndGet(at -> at.plus(by));
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }

  @Test
  void feedsEveryPageByteForByteAndThenEnds() throws Exception {
    List<byte[]> pile = EsclPages.pile(3);
    try (SimulatedEsclScanner scanner = SimulatedEsclScanner.builder().pages(pile).start();
        EsclClient client = new EsclClient(scanner)) {
      assertThat(client.status("pwg:State")).isEqualTo("Idle");
      assertThat(client.status("scan:AdfState")).isEqualTo("ScannerAdfLoaded");
      URI job = client.job(FEEDER);
      assertThat(client.status("pwg:State")).isEqualTo("Processing");
      assertThat(client.status("pwg:JobState")).isEqualTo("Pending");
      HttpResponse<byte[]> first = client.next(job);
      assertThat(first.headers().firstValue("Content-Type")).hasValue("image/jpeg");
      assertThat(first.body()).isEqualTo(pile.get(0));
      assertThat(client.status("pwg:JobState")).isEqualTo("Processing");
      assertThat(client.status("scan:AdfState")).isEqualTo("ScannerAdfProcessing");
      assertThat(client.status("pwg:ImagesCompleted")).isEqualTo("1");
      assertThat(client.pages(job)).containsExactly(pile.get(1), pile.get(2));
      assertThat(client.next(job).statusCode()).isEqualTo(404);
      assertThat(client.status("pwg:JobState")).isEqualTo("Completed");
      assertThat(client.status("pwg:JobStateReason")).isEqualTo("JobCompletedSuccessfully");
      assertThat(client.status("scan:AdfState")).isEqualTo("ScannerAdfEmpty");
      assertThat(client.status("pwg:State")).isEqualTo("Idle");
      scanner.reload();
      assertThat(client.pages(client.job(FEEDER))).hasSize(3);
    }
  }

  @Test
  void theGlassGivesOnePageAndKeepsIt() throws Exception {
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder().pages(EsclPages.pile(2)).start();
        EsclClient client = new EsclClient(scanner)) {
      for (int round = 0; round < 2; round++) {
        assertThat(client.pages(client.job(GLASS))).containsExactly(EsclPages.jpeg(1));
        assertThat(client.status("pwg:JobState")).isEqualTo("Completed");
      }
      assertThat(scanner.left()).isEqualTo(2);
    }
  }

  @Test
  void bothSidesOfAnOddPileEndWithAWhiteBack() throws Exception {
    List<byte[]> pile = EsclPages.pile(3);
    try (SimulatedEsclScanner scanner = SimulatedEsclScanner.builder().pages(pile).start();
        EsclClient client = new EsclClient(scanner)) {
      List<byte[]> pages = client.pages(client.job(DUPLEX));
      assertThat(pages).hasSize(4).startsWith(pile.toArray(byte[][]::new));
      BufferedImage back = TestPages.decode(pages.get(3));
      assertThat(back.getWidth()).isEqualTo(EsclPages.WIDTH);
      assertThat(back.getRGB(300, 400) & 0xffffff).isGreaterThanOrEqualTo(0xfefefe);
    }
  }

  @Test
  void aCancelledJobLeavesTheRestInTheFeeder() throws Exception {
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder().pages(EsclPages.pile(4)).start();
        EsclClient client = new EsclClient(scanner)) {
      URI job = client.job(DUPLEX);
      assertThat(client.next(job).statusCode()).isEqualTo(200);
      assertThat(client.send("DELETE", job, "", "").statusCode()).isEqualTo(200);
      assertThat(client.status("pwg:JobState")).isEqualTo("Canceled");
      assertThat(client.next(job).statusCode()).isEqualTo(404);
      // The back of the first sheet has gone out with its front.
      assertThat(scanner.left()).isEqualTo(2);
      assertThat(client.status("scan:AdfState")).isEqualTo("ScannerAdfLoaded");
      assertThat(client.send("DELETE", URI.create(job + "x"), "", "").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aSheetThatJamsOnItsBackIsReadAgainFromItsFront() throws Exception {
    List<byte[]> pile = EsclPages.pile(4);
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder()
                .pages(pile)
                .fault(PlannedFault.parse("jam=1@4"))
                .start();
        EsclClient client = new EsclClient(scanner)) {
      assertThat(client.pages(client.job(DUPLEX))).hasSize(3);
      scanner.clear();
      assertThat(client.pages(client.job(DUPLEX))).containsExactly(pile.get(2), pile.get(3));
    }
  }

  @Test
  void oneJobAtATime() throws Exception {
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder().pages(EsclPages.pile(2)).start();
        EsclClient client = new EsclClient(scanner)) {
      URI job = client.job(FEEDER);
      HttpResponse<byte[]> second = client.post(FEEDER);
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
      client.pages(job);
      assertThat(client.post(GLASS).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void aForgottenJobIsAborted() throws Exception {
    Hand clock = new Hand();
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder()
                .pages(EsclPages.pile(2))
                .clock(clock)
                .patience(Duration.ofSeconds(90))
                .start();
        EsclClient client = new EsclClient(scanner)) {
      URI job = client.job(FEEDER);
      clock.move(Duration.ofSeconds(80));
      assertThat(client.status("scan:Age")).isEqualTo("80");
      assertThat(client.next(job).statusCode()).isEqualTo(200);
      clock.move(Duration.ofSeconds(91));
      assertThat(client.status("pwg:JobState")).isEqualTo("Aborted");
      assertThat(client.status("pwg:JobStateReason")).isEqualTo("AbortedBySystem");
      assertThat(client.next(job).statusCode()).isEqualTo(404);
      assertThat(client.post(FEEDER).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void mayNeedAPauseBeforeEachPage() throws Exception {
    Hand clock = new Hand();
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder()
                .pages(EsclPages.pile(2))
                .clock(clock)
                .fault(PlannedFault.parse("needs-pause"))
                .start();
        EsclClient client = new EsclClient(scanner)) {
      URI job = client.job(FEEDER);
      for (int page = 0; page < 2; page++) {
        assertThat(client.next(job).statusCode()).as("at once").isEqualTo(404);
        assertThat(client.status("pwg:JobState")).isIn("Pending", "Processing");
        clock.move(Duration.ofMillis(200));
        assertThat(client.next(job).statusCode()).as("after a pause").isEqualTo(200);
      }
      assertThat(client.status("pwg:JobState")).isEqualTo("Completed");
    }
  }

  @Test
  void theAttendantRefillsAndClears() throws Exception {
    Hand clock = new Hand();
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder()
                .pages(EsclPages.pile(2))
                .clock(clock)
                .attendant(Attendant.QUICK)
                .fault(PlannedFault.parse("jam=1@2"))
                .start();
        EsclClient client = new EsclClient(scanner)) {
      assertThat(client.pages(client.job(FEEDER))).hasSize(1);
      assertThat(client.post(FEEDER).statusCode()).isEqualTo(409);
      clock.move(Duration.ofSeconds(4));
      assertThat(client.status("scan:AdfState")).isEqualTo("ScannerAdfJam");
      clock.move(Duration.ofSeconds(1));
      assertThat(client.status("scan:AdfState")).isEqualTo("ScannerAdfLoaded");
      client.pages(client.job(FEEDER));
      assertThat(client.status("scan:AdfState")).isEqualTo("ScannerAdfEmpty");
      clock.move(Duration.ofSeconds(1));
      assertThat(client.status("scan:AdfState")).isEqualTo("ScannerAdfLoaded");
      client.pages(client.job(FEEDER));
      assertThat(client.pages(client.job(FEEDER))).as("refilled when asked").hasSize(2);
    }
  }

  @Test
  void keepsItsPace() throws Exception {
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder().pages(EsclPages.pile(3)).pagesPerMinute(200).start();
        EsclClient client = new EsclClient(scanner)) {
      long start = System.nanoTime();
      assertThat(client.pages(client.job(FEEDER))).hasSize(3);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(890));
    }
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder().pages(EsclPages.pile(1)).pagesPerMinute(1).start();
        EsclClient client = new EsclClient(scanner)) {
      URI job = client.job(FEEDER);
      CompletableFuture<Integer> waiting =
          CompletableFuture.supplyAsync(() -> statusOf(client, job));
      while (!client.status("pwg:JobState").equals("Processing")) {
        Thread.onSpinWait();
      }
      client.send("DELETE", job, "", "");
      assertThat(waiting.get(60, TimeUnit.SECONDS)).as("cancelled in mid-page").isEqualTo(404);
      assertThat(scanner.left()).as("the sheet that was on its way is out").isZero();
    }
  }

  private static int statusOf(EsclClient client, URI job) {
    try {
      return client.next(job).statusCode();
    } catch (IOException | InterruptedException e) {
      return -1;
    }
  }

  @Test
  void honoursWhatIsAsked() throws Exception {
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder().pages(EsclPages.pile(1)).start();
        EsclClient client = new EsclClient(scanner)) {
      String grey =
          EsclClient.settings(
              "Platen",
              "<scan:ColorMode>Grayscale8</scan:ColorMode><scan:XResolution>150</scan:XResolution>"
                  + "<pwg:XOffset>300</pwg:XOffset><pwg:YOffset>600</pwg:YOffset>"
                  + "<pwg:Width>900</pwg:Width><pwg:Height>1200</pwg:Height>"
                  + "<scan:DocumentFormatExt>image/png</scan:DocumentFormatExt>");
      URI job = client.job(grey);
      byte[] page = client.next(job).body();
      PageImages.Facts facts = PageImages.check(page);
      assertThat(facts.width()).isEqualTo(450);
      assertThat(facts.height()).isEqualTo(600);
      assertThat(facts.dpi()).hasValue(150);
      assertThat(TestPages.decode(page).getRaster().getNumBands()).isEqualTo(1);
      HttpResponse<byte[]> info = client.send("GET", URI.create(job + "/ScanImageInfo"), "", "");
      assertThat(new String(info.body(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("<scan:ActualWidth>450<", "<scan:ActualHeight>600<");
    }
  }

  @Test
  void refusesWhatItCannotDo() throws Exception {
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder()
                .pages(EsclPages.pile(1))
                .model(EsclModel.SIMPLEX)
                .start();
        EsclClient client = new EsclClient(scanner)) {
      assertThat(client.post(DUPLEX).statusCode()).isEqualTo(409);
      assertThat(client.post("<nothing/>").statusCode()).isEqualTo(400);
      assertThat(client.post("not XML").statusCode()).isEqualTo(400);
      URI jobs = scanner.address().resolve("ScanJobs");
      assertThat(client.send("POST", jobs, "image/jpeg", FEEDER).statusCode()).isEqualTo(415);
      assertThat(client.get("ScanJobs").statusCode()).isEqualTo(405);
      assertThat(client.get("Anything").statusCode()).isEqualTo(404);
      assertThat(client.get("ScanJobs/no-such-job/NextDocument").statusCode()).isEqualTo(404);
      assertThat(client.status("pwg:State")).isEqualTo("Idle");
    }
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (SimulatedEsclScanner scanner = SimulatedEsclScanner.builder().start()) {
      assertThatThrownBy(() -> SimulatedEsclScanner.builder().port(scanner.port()).start())
          .isInstanceOf(BindException.class);
    }
  }

  @Test
  void untouchedServesTheBytesWhateverIsAsked() throws Exception {
    byte[] png = TestPages.png(TestPages.page(1, 100, 150));
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder().pages(List.of(png)).untouched(true).start();
        EsclClient client = new EsclClient(scanner)) {
      String asPng = "<pwg:DocumentFormat>image/png</pwg:DocumentFormat>";
      HttpResponse<byte[]> page = client.next(client.job(EsclClient.settings("Feeder", asPng)));
      assertThat(page.body()).isEqualTo(png);
      assertThat(page.headers().firstValue("Content-Type")).hasValue("image/png");
      scanner.reload();
      URI another = client.job(EsclClient.settings("Feeder", ""));
      PageImages.Facts scanned = PageImages.check(client.next(another).body());
      assertThat(scanned.format()).as("asked for in another form").isEqualTo(ImageFormat.JPEG);
      assertThat(scanned.width()).isEqualTo(2550);
    }
  }
}
