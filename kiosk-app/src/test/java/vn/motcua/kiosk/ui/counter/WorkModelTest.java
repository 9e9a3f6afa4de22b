package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.demo.DemoDossiers;
import vn.motcua.kiosk.desk.Crew;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.WorkDesk;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.ScreenThread;

/** The work list without a window: what it says stays true when others work too. */
class WorkModelTest {
  @TempDir Path root;
  private final ScreenThread screen = new ScreenThread();
  private CounterWorld world;
  private WorkModel model;

  @BeforeEach
  void open() throws Exception {
    world = new CounterWorld(root.resolve("data"), true);
    DemoDossiers.fill(
        world.store,
        Resources.procedures(),
        Resources.calendar(),
        CounterWorld.CENTRE,
        world.clock,
        7,
        List.of(new Party(Optional.empty(), "Y Thử", Optional.empty(), Optional.empty(), "", "")));
    model =
        new WorkModel(
            world.work,
            new Errands(new Background(screen)),
            () -> "Cán bộ Một",
            world.clock,
            Crew.OPEN);
  }

  @AfterEach
  void close() throws Exception {
    model.end();
    world.close();
  }

  private Dossier some(PortalStatus status, Stage stage) throws Exception {
    return world.store.list(Optional.of(stage), "").stream()
        .filter(dossier -> dossier.status() == status)
        .findFirst()
        .orElseThrow();
  }

  private void openIt(DossierCode code) {
    model.open(code);
    screen.await("open", () -> model.opened().get().isPresent());
  }

  private WorkDesk.Details by(String officer) {
    return new WorkDesk.Details(officer, "", "", List.of(), Optional.empty());
  }

  @Test
  void whatWasDoneIsSaidUntilSomethingNewerHappens() throws Exception {
    Dossier dossier = some(PortalStatus.PROCESSING, Stage.SIGNING);
    openIt(dossier.code());
    model.begin(Move.FINISH);
    model.confirm();
    screen.await(
        "finished",
        () ->
            model
                .opened()
                .get()
                .filter(open -> open.allowed().contains(Move.HAND_OUT))
                .isPresent());
    screen.settle();
    assertThat(model.done().get()).contains(Move.FINISH);

    world.desks.returns().handOut(dossier.code(), "Y Thử", "Cán bộ Hai");
    screen.await(
        "returned",
        () ->
            model
                .opened()
                .get()
                .filter(open -> open.item().dossier().status() == PortalStatus.RETURNED)
                .isPresent());
    assertThat(model.done().get()).as("the old note").isEmpty();
  }

  @Test
  void aMoveThatSomebodyElseMadeFirstIsToldAndNotMadeTwice() throws Exception {
    Dossier dossier = some(PortalStatus.PROCESSING, Stage.APPRAISAL);
    openIt(dossier.code());
    model.begin(Move.FORWARD);
    world.work.move(dossier, Move.FORWARD, by("Cán bộ Hai"));
    model.confirm();
    screen.await("told", () -> model.fault().get().isPresent());
    assertThat(model.fault().get()).containsInstanceOf(DeskFault.class);
    screen.await(
        "shown as it is",
        () ->
            model
                .opened()
                .get()
                .filter(open -> open.item().dossier().stage() == Stage.APPROVAL)
                .isPresent());
    assertThat(model.done().get()).isEmpty();
    assertThat(world.store.find(dossier.code()).orElseThrow().stage()).isEqualTo(Stage.APPROVAL);
  }
}
