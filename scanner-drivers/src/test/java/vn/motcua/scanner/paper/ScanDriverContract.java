package vn.motcua.scanner.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/**
 * What every {@link ScanDriver} promises. A vendor extends it, says how to reach a device and how
 * to put paper into it, and runs it against the real device or a simulator that speaks its
 * protocol.
 */
@Timeout(180)
public abstract class ScanDriverContract {
  /** The driver under test; the same one within a test. */
  protected abstract ScanDriver driver();

  /** A device that can be reached, with a glass and a feeder. */
  protected abstract ScannerId device();

  /** An id of this driver behind which there is nothing. */
  protected abstract ScannerId absent();

  /**
   * Fills the feeder of {@link #device}.
   *
   * @return how many pages it will give: at least 3
   */
  protected abstract int fillFeeder() throws IOException;

  /** Makes sure that a page lies on the glass. */
  protected abstract void fillGlass() throws IOException;

  /** A device whose feeder is empty; may be {@link #device} after emptying it. */
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

  private void stillWorks() throws Exception {
    fillGlass();
    assertThat(scan(PaperSource.FLATBED, page -> {})).isEqualTo(new ScanOutcome.Completed(1));
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
      assertThat(driver().capabilities(each.id()).sources()).isNotEmpty();
    }
  }

  @Test
  void capabilitiesAreUsable() throws Exception {
    ScannerCapabilities can = driver().capabilities(device());
    assertThat(can.sources()).contains(PaperSource.FLATBED, PaperSource.FEEDER);
    assertThat(can.modes()).contains(ColourMode.COLOUR);
    assertThat(can.resolutions()).isNotEmpty().isSorted().allMatch(dpi -> dpi > 0);
    assertThat(can.widthMillimetres()).isPositive();
    assertThat(can.heightMillimetres()).isPositive();
  }

  @Test
  void theGlassGivesOneSoundPage() throws Exception {
    fillGlass();
    assertThat(scan(PaperSource.FLATBED, got::add)).isEqualTo(new ScanOutcome.Completed(1));
    assertThat(got).hasSize(1);
    sound(got.getFirst(), 1);
  }

  @Test
  void everyModeOnOfferGivesASoundPage() throws Exception {
    for (ColourMode mode : driver().capabilities(device()).modes()) {
      fillGlass();
      got.clear();
      ScanSettings asked =
          new ScanSettings(PaperSource.FLATBED, mode, settings(PaperSource.FLATBED).dpi());
      assertThat(driver().scan(device(), asked, got::add, new Cancellation()))
          .isEqualTo(new ScanOutcome.Completed(1));
      sound(got.getFirst(), 1);
    }
  }

  private static void sound(ScannedPage page, int number) throws FaultException {
    PageImages.Facts info = PageImages.check(page.image());
    assertThat(page.number()).isEqualTo(number);
    assertThat(page.format()).isEqualTo(info.format());
    assertThat(page.width()).isEqualTo(info.width());
    assertThat(page.height()).isEqualTo(info.height());
    assertThat(page.dpi()).isBetween(50, 1200);
  }

  @Test
  void theFeederGivesPageAfterPageOnTheCallersThread() throws Exception {
    int pages = fillFeeder();
    Thread caller = Thread.currentThread();
    ScanOutcome outcome =
        scan(
            PaperSource.FEEDER,
            page -> {
              assertThat(Thread.currentThread()).isSameAs(caller);
              got.add(page);
            });
    assertThat(outcome).isEqualTo(new ScanOutcome.Completed(pages));
    assertThat(got).hasSize(pages);
    for (int i = 0; i < pages; i++) {
      sound(got.get(i), i + 1);
    }
  }

  @Test
  void anEmptyFeederIsNamed() throws Exception {
    ScanSettings asked = settings(PaperSource.FEEDER);
    assertThat(driver().scan(emptied(), asked, got::add, new Cancellation()))
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
    fillFeeder();
    ScanOutcome outcome =
        scan(
            PaperSource.FEEDER,
            page -> {
              if (page.number() == 2) {
                throw new FaultException(new DiskFull());
              }
            });
    assertThat(outcome).isEqualTo(new ScanOutcome.Stopped(new DiskFull(), 1));
    stillWorks();
  }

  @Test
  void aReceiverThatBreaksLeavesTheDeviceUsable() throws Exception {
    fillGlass();
    assertThatThrownBy(() ->
            scan(
                PaperSource.FLATBED,
                page -> {
                  throw new IllegalStateException("a bug");
                }))
        .hasMessage("a bug");
    stillWorks();
  }

  @Test
  void cancelledBeforeItBegins() throws Exception {
    fillFeeder();
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    ScanSettings asked = settings(PaperSource.FEEDER);
    assertThat(driver().scan(device(), asked, got::add, cancellation))
        .isEqualTo(new ScanOutcome.Cancelled(0));
    assertThat(got).isEmpty();
    stillWorks();
  }

  @Test
  void cancelledBetweenPages() throws Exception {
    fillFeeder();
    Cancellation cancellation = new Cancellation();
    ScanSettings asked = settings(PaperSource.FEEDER);
    ScanOutcome outcome =
        driver().scan(device(), asked, page -> cancellation.cancel(), cancellation);
    assertThat(outcome).isEqualTo(new ScanOutcome.Cancelled(1));
    stillWorks();
  }

  @Test
  void aSecondJobAtTheSameDeviceIsToldThatItIsBusy() throws Exception {
    fillGlass();
    ScanSettings asked = settings(PaperSource.FLATBED);
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
    assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(new ScanOutcome.Completed(1));
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
