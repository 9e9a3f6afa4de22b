package vn.motcua.scanner.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/**
 * What every {@link ScanDriver} promises. A vendor extends it, says how to reach a device and how
 * to put paper into it, and runs it against the real device or a simulator that speaks its
 * protocol. A device without a glass, or without a feeder, says so in {@link #sources}.
 */
@Timeout(180)
public abstract class ScanDriverContract {
  /** The driver under test; the same one within a test, but for {@link #emptied}. */
  protected abstract ScanDriver driver();

  /** A device that can be reached. */
  protected abstract ScannerId device();

  /** Where that device takes paper from: at least a glass or a feeder. */
  protected Set<PaperSource> sources() {
    return Set.of(PaperSource.FLATBED, PaperSource.FEEDER);
  }

  /** An id of this driver behind which there is nothing. */
  protected abstract ScannerId absent();

  /**
   * Fills the feeder of {@link #device}. Not called if there is none.
   *
   * @return how many pages it will give: at least 3
   */
  protected abstract int fillFeeder() throws IOException;

  /** Makes sure that a page lies on the glass. Not called if there is none. */
  protected abstract void fillGlass() throws IOException;

  /**
   * A device whose feeder (or glass, if there is no feeder and an empty glass can be told) is
   * empty; may be {@link #device} after emptying it. If the driver waits for paper there, the next
   * {@link #driver} may be one that does not wait for long.
   */
  protected abstract ScannerId emptied();

  /** A fault of a receiver, such as a full disk. */
  private record DiskFull() implements Fault {
    @Override
    public String code() {
      return "TEST-FULL";
    }
  }

  private final List<ScannedPage> got = new ArrayList<>();

  private ScanSettings settings(PaperSource source) throws FaultException {
    ScannerCapabilities can = driver().capabilities(device());
    int dpi = can.resolutions().stream().filter(each -> each >= 50).findFirst().orElse(300);
    return new ScanSettings(source, ColourMode.COLOUR, dpi);
  }

  private ScanOutcome scan(PaperSource source, PageReceiver pages) throws FaultException {
    return driver().scan(device(), settings(source), pages, new Cancellation());
  }

  private boolean hasFeeder() {
    return sources().contains(PaperSource.FEEDER);
  }

  /** Paper in the simplest place of this device, and how many pages that gives. */
  private record Laid(PaperSource source, int pages) {
    ScanOutcome all() {
      return new ScanOutcome.Completed(pages);
    }
  }

  private Laid lay() throws IOException {
    if (sources().contains(PaperSource.FLATBED)) {
      fillGlass();
      return new Laid(PaperSource.FLATBED, 1);
    }
    return new Laid(PaperSource.FEEDER, fillFeeder());
  }

  /** Paper in the feeder, or in the only place there is. */
  private Laid layMost() throws IOException {
    return hasFeeder() ? new Laid(PaperSource.FEEDER, fillFeeder()) : lay();
  }

  private void stillWorks() throws Exception {
    Laid laid = lay();
    assertThat(scan(laid.source(), page -> {})).isEqualTo(laid.all());
  }

  @Test
  void idsBearTheNameOfTheDriver() {
    assertThat(driver().name()).isNotEmpty().doesNotContain(":");
    assertThat(device().driver()).isEqualTo(driver().name());
    assertThat(ScannerId.parse(device().toString())).isEqualTo(device());
  }

  @Test
  void whatIsDiscoveredCanBeAsked() throws Exception {
    List<Scanner> found = driver().discover();
    assertThat(found).isNotEmpty();
    for (Scanner each : found) {
      assertThat(each.id().driver()).isEqualTo(driver().name());
      assertThat(each.name()).isNotBlank();
      if (each.state() != DeviceState.OFFLINE) {
        assertThat(driver().capabilities(each.id()).sources()).isNotEmpty();
      }
    }
  }

  @Test
  void capabilitiesAreUsable() throws Exception {
    ScannerCapabilities can = driver().capabilities(device());
    assertThat(can.sources()).containsAll(sources());
    assertThat(can.modes()).contains(ColourMode.COLOUR);
    assertThat(can.resolutions()).isNotEmpty().isSorted().allMatch(dpi -> dpi > 0);
    assertThat(can.widthMillimetres()).isNotNegative();
    assertThat(can.heightMillimetres()).isNotNegative();
  }

  @Test
  void aPlaceThatItLacksIsRefused() throws Exception {
    lay();
    Set<PaperSource> can = driver().capabilities(device()).sources();
    for (PaperSource source : PaperSource.values()) {
      if (!can.contains(source)) {
        assertThat(scan(source, got::add))
            .isEqualTo(new ScanOutcome.Stopped(new ScanFault.UnsupportedSetting("source"), 0));
      }
    }
    assertThat(got).isEmpty();
    stillWorks();
  }

  @Test
  void theSimplestPlaceGivesSoundPages() throws Exception {
    Laid laid = lay();
    assertThat(scan(laid.source(), got::add)).isEqualTo(laid.all());
    assertThat(got).hasSize(laid.pages());
    sound(got.getFirst(), 1);
  }

  @Test
  void everyModeOnOfferGivesASoundPage() throws Exception {
    for (ColourMode mode : driver().capabilities(device()).modes()) {
      Laid laid = lay();
      got.clear();
      ScanSettings asked = new ScanSettings(laid.source(), mode, settings(laid.source()).dpi());
      assertThat(driver().scan(device(), asked, got::add, new Cancellation()))
          .isEqualTo(laid.all());
      sound(got.getFirst(), 1);
    }
  }

  @Test
  void anAreaBeyondTheDeviceIsRefused() throws Exception {
    ScannerCapabilities can = driver().capabilities(device());
    Laid laid = lay();
    ScanSettings asked =
        settings(laid.source())
            .of(ScanArea.sized(can.widthMillimetres() + 100, can.heightMillimetres() + 100));
    if (can.widthMillimetres() > 0 && can.heightMillimetres() > 0) {
      assertThat(driver().scan(device(), asked, got::add, new Cancellation()))
          .isEqualTo(new ScanOutcome.Stopped(new ScanFault.UnsupportedSetting("size"), 0));
      assertThat(got).isEmpty();
    }
    stillWorks();
  }

  private static void sound(ScannedPage page, int number) throws FaultException {
    PageImages.Facts info = PageImages.check(page.image());
    assertThat(page.number()).isEqualTo(number);
    assertThat(page.format()).isEqualTo(info.format());
    assertThat(page.width()).isEqualTo(info.width());
    assertThat(page.height()).isEqualTo(info.height());
    assertThat(page.dpi()).isBetween(50, 1200);
  }

  /** Keeps pages and holds what is told meanwhile against its promises. */
  private final class Watched implements PageReceiver {
    private final Thread caller = Thread.currentThread();
    private int percent;
    private int coming;

    @Override
    public void accept(ScannedPage page) {
      assertThat(Thread.currentThread()).isSameAs(caller);
      got.add(page);
      percent = 0;
      coming = 0;
    }

    @Override
    public void event(ScanEvent event) {
      assertThat(Thread.currentThread()).isSameAs(caller);
      switch (event) {
        case ScanEvent.Waiting _ -> assertThat(percent).isZero();
        case ScanEvent.PageBegun begun -> assertThat(begun.number()).isEqualTo(got.size() + 1);
        case ScanEvent.PageComing part -> {
          assertThat(part.number()).isEqualTo(got.size() + 1);
          assertThat(part.percent()).isBetween(percent, 100);
          percent = part.percent();
          assertThat(++coming).isLessThanOrEqualTo(20);
        }
      }
    }
  }

  @Test
  void givesPageAfterPageOnTheCallersThread() throws Exception {
    Laid laid = layMost();
    assertThat(scan(laid.source(), new Watched())).isEqualTo(laid.all());
    assertThat(got).hasSize(laid.pages());
    for (int i = 0; i < laid.pages(); i++) {
      sound(got.get(i), i + 1);
    }
  }

  @Test
  void anEmptyFeederIsNamed() throws Exception {
    ScanSettings asked = settings(hasFeeder() ? PaperSource.FEEDER : PaperSource.FLATBED);
    ScannerId empty = emptied();
    assertThat(driver().scan(empty, asked, got::add, new Cancellation()))
        .isEqualTo(new ScanOutcome.Stopped(new ScanFault.FeederEmpty(), 0));
    assertThat(got).isEmpty();
  }

  @Test
  void anAbsentDeviceIsOffline() {
    ScanSettings asked = ScanSettings.ARCHIVE;
    assertThat(driver().scan(absent(), asked, got::add, new Cancellation()))
        .isEqualTo(new ScanOutcome.Stopped(new ScanFault.Offline(), 0));
    assertThatThrownBy(() -> driver().capabilities(absent()))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isEqualTo(new ScanFault.Offline()));
  }

  @Test
  void theReceiversFaultEndsTheJobAndKeepsWhatWasAccepted() throws Exception {
    Laid laid = layMost();
    int last = Math.min(2, laid.pages());
    ScanOutcome outcome =
        scan(
            laid.source(),
            page -> {
              if (page.number() == last) {
                throw new FaultException(new DiskFull());
              }
            });
    assertThat(outcome).isEqualTo(new ScanOutcome.Stopped(new DiskFull(), last - 1));
    stillWorks();
  }

  @Test
  void aReceiverThatBreaksLeavesTheDeviceUsable() throws Exception {
    Laid laid = lay();
    assertThatThrownBy(() ->
            scan(
                laid.source(),
                page -> {
                  throw new IllegalStateException("a bug");
                }))
        .hasMessage("a bug");
    stillWorks();
  }

  @Test
  void cancelledBeforeItBegins() throws Exception {
    Laid laid = layMost();
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    ScanSettings asked = settings(laid.source());
    assertThat(driver().scan(device(), asked, got::add, cancellation))
        .isEqualTo(new ScanOutcome.Cancelled(0));
    assertThat(got).isEmpty();
    stillWorks();
  }

  @Test
  void cancelledBetweenPages() throws Exception {
    Laid laid = layMost();
    Cancellation cancellation = new Cancellation();
    ScanSettings asked = settings(laid.source());
    ScanOutcome outcome =
        driver().scan(device(), asked, page -> cancellation.cancel(), cancellation);
    // The last page of a job is there all the same.
    assertThat(outcome).isEqualTo(laid.pages() == 1 ? laid.all() : new ScanOutcome.Cancelled(1));
    stillWorks();
  }

  @Test
  void aSecondJobAtTheSameDeviceIsToldThatItIsBusy() throws Exception {
    Laid laid = lay();
    ScanSettings asked = settings(laid.source());
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<ScanOutcome> first =
        CompletableFuture.supplyAsync(() ->
            driver()
                .scan(
                    device(),
                    asked,
                    page -> {
                      inside.countDown();
                      awaitQuietly(go);
                    },
                    new Cancellation()));
    assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(driver().scan(device(), asked, got::add, new Cancellation()))
        .isEqualTo(new ScanOutcome.Stopped(new ScanFault.Busy(), 0));
    go.countDown();
    assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(laid.all());
    stillWorks();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      if (!latch.await(Duration.ofSeconds(60).toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("never let go");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
