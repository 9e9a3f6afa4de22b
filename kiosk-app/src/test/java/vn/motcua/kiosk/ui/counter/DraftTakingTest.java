package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.citizen.Field;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.Draft;
import vn.motcua.kiosk.desk.DraftField;
import vn.motcua.kiosk.desk.DraftPerson;
import vn.motcua.kiosk.desk.ScanBatch;
import vn.motcua.kiosk.dossier.DraftCode;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.ScannedPage;

/** What a citizen prepared fills the officer's form, once. */
class DraftTakingTest {
  @TempDir Path root;
  private final LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private CounterWorld world;
  private ReceiveModel model;
  private Procedure birth;

  @BeforeEach
  void open() throws Exception {
    world = new CounterWorld(root.resolve("data"), true);
    model =
        new ReceiveModel(
            world.desks, new Errands(new Background(screen::add)), () -> "Cán bộ Một", "2");
    birth =
        world.desks.intake().procedures("1.001193").stream()
            .filter(each -> each.code().equals("1.001193"))
            .findFirst()
            .orElseThrow();
  }

  @AfterEach
  void close() throws Exception {
    model.scan().close();
    world.close();
  }

  /** Lets the screen's thread do its work until {@code met}. */
  private void until(BooleanSupplier met) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!met.getAsBoolean()) {
      Runnable next = screen.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (next == null) {
        throw new AssertionError("it did not come to that");
      }
      next.run();
    }
  }

  private DraftCode prepared() throws Exception {
    ScanBatch batch = world.desks.scans().begin();
    String paper = birth.papers().getFirst().name();
    for (String name : List.of(paper, paper, "Giấy của một bản cũ")) {
      world
          .desks
          .scans()
          .keep(
              batch,
              new ScannedPage(
                  1, ImageFormat.PNG, CounterWorld.page("Trang " + name.length()), 827, 1169, 100),
              name);
    }
    DraftPerson mai =
        new DraftPerson(
            Map.of(
                DraftField.NAME, new Field<>("Đinh Thị Mai", FieldSource.CHIP),
                DraftField.NUMBER, new Field<>("051191407263", FieldSource.CHIP),
                DraftField.SEX, new Field<>("F", FieldSource.CHIP),
                DraftField.PHONE, new Field<>("0905000000", FieldSource.TYPED)));
    Draft draft =
        new Draft(
            "1.001193", mai, Optional.of(DraftPerson.NONE.typed(DraftField.NAME, "H'Hen Niê")));
    DraftCode code = world.desks.drafts().keep(draft, Optional.of(batch)).code();
    world.desks.scans().discard(batch);
    return code;
  }

  @Test
  void theFormIsFilledWithItsSourcesAndPages() throws Exception {
    DraftCode code = prepared();
    model.takeDraft(code);
    model.takeDraft(code); // the same scan twice
    until(() -> model.scan().pages().size() == 3);
    assertThat(model.procedure().get()).contains(birth);
    assertThat(model.applicant().field(PersonForm.Key.NAME).value()).isEqualTo("Đinh Thị Mai");
    assertThat(model.applicant().field(PersonForm.Key.NAME).source().get())
        .contains(FieldSource.CHIP);
    assertThat(model.applicant().field(PersonForm.Key.SEX).value()).isEqualTo(PersonForm.FEMALE);
    assertThat(model.applicant().field(PersonForm.Key.PHONE).source().get())
        .contains(FieldSource.TYPED);
    assertThat(model.ownerDiffers().get()).isTrue();
    assertThat(model.owner().party().name()).isEqualTo("H'Hen Niê");
    assertThat(model.fault().get()).isEmpty();
    assertThat(model.trust().get()).as("no chip was read here").isEmpty();
    assertThat(model.papers().getFirst().scanned().get()).isEqualTo(2);
    assertThat(model.papers().stream().mapToInt(line -> line.scanned().get()).sum())
        .as("the page of an unknown paper is with another one")
        .isEqualTo(3);
    assertThat(model.missing().get()).as("the officer still counts").isNotEmpty();

    model.next();
    model.takeDraft(code);
    until(() -> model.fault().get().isPresent());
    assertThat(model.fault().get()).contains(new DeskFault.DraftGone());
    assertThat(model.begun()).isFalse();
  }

  @Test
  void aCardThatIsReadAfterwardsIsComparedWithIt() throws Exception {
    model.takeDraft(prepared());
    until(() -> model.scan().pages().size() == 3);
    assertThat(model.begun()).as("another draft must not go over it").isTrue();
    model.qrScanned(
        vn.motcua.kiosk.citizen.CitizenQr.read(
                "051191407263||Đinh Thị Mãi|12031991|Nữ|Thôn Huy Măng|01012024")
            .orElseThrow());
    assertThat(model.openDifference()).as("another spelling must be settled").isPresent();
  }
}
