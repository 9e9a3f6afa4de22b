package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.AppFaults;
import vn.motcua.kiosk.desk.BlankJudge;
import vn.motcua.kiosk.desk.ScanBatch;
import vn.motcua.kiosk.desk.UnfinishedBatch;
import vn.motcua.kiosk.dossier.RequiredPaper;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanSettings;

/** Pages of a machine that died are offered again, without a window. */
class LeftoverPagesTest {
  @TempDir Path root;

  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();

  @Test
  void pagesFromBeforeAreLaidToThePapersByTheirCounts()
      throws FaultException, IOException, InterruptedException {
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      world.scanner.load(
          List.of(CounterWorld.page("A"), CounterWorld.page("B"), CounterWorld.page("C")));
      ScanBatch before = world.desks.scans().begin();
      world
          .desks
          .scans()
          .scan(
              before, world.scanner.device(), ScanSettings.ARCHIVE, page -> {}, new Cancellation());
      before.close(); // as the end of the process does

      ScanModel model =
          new ScanModel(
              world.desks.scans(),
              new Errands(new Background(screen::add)),
              () -> "Cán bộ Một",
              BlankJudge.NEVER);
      model.lookBack();
      untilTrue(() -> model.leftover().get().isPresent());
      PaperLine first = new PaperLine(new RequiredPaper("Tờ khai", 1, 0, true));
      PaperLine second = new PaperLine(new RequiredPaper("Trích lục", 1, 0, true));
      first.counted().set("2");
      second.counted().set("1");
      model.adopt(List.of(first, second));
      untilTrue(() -> model.pages().size() == 3);

      assertThat(first.state()).isEqualTo(new PaperLine.State.Complete(2));
      assertThat(second.state()).isEqualTo(new PaperLine.State.Complete(1));
      assertThat(model.pages())
          .extracting(page -> page.picture().orElseThrow())
          .isEqualTo(before.pages());
      assertThat(model.batch()).isPresent();
      assertThat(model.leftover().get()).isEmpty();
    }
  }

  @Test
  void aPileSaysWhenAndForWhatAsFarAsThatIsKnown() {
    Texts texts = new Texts(AppFaults.sentences(), "vn.motcua.kiosk.ui.counter.texts");
    Optional<Instant> begun = Optional.of(Instant.parse("2026-11-23T01:12:00Z"));
    assertThat(origin(begun, List.of("Tờ khai", "Giấy chứng sinh"), texts))
        .isEqualTo("Quét dở lúc 08:12 thứ Hai 23/11: Tờ khai, Giấy chứng sinh");
    assertThat(origin(begun, List.of("A", "B", "C", "D", "E"), texts))
        .endsWith(": A, B, C và 2 giấy khác");
    assertThat(origin(begun, List.of(), texts)).contains("08:12", "không rõ cho giấy nào");
    assertThat(origin(Optional.empty(), List.of("A"), texts)).contains("Không rõ", "A");
    assertThat(origin(Optional.empty(), List.of(), texts)).contains("xem kỹ");
  }

  private static String origin(Optional<Instant> begun, List<String> papers, Texts texts) {
    return LeftoverBanner.origin(
        new UnfinishedBatch("x", begun, Optional.empty(), papers, 1, List.of()),
        texts,
        ZoneId.of("Asia/Ho_Chi_Minh"));
  }

  private void untilTrue(BooleanSupplier met) throws InterruptedException {
    while (!met.getAsBoolean()) {
      Runnable next = screen.poll(60, TimeUnit.SECONDS);
      assertThat(next).as("something for the screen to do").isNotNull();
      next.run();
    }
  }
}
