package vn.motcua.kiosk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.CallDesk;
import vn.motcua.kiosk.desk.Crew;
import vn.motcua.kiosk.desk.Desks;
import vn.motcua.kiosk.desk.DeviceDesk;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.desk.HelperDesk;
import vn.motcua.kiosk.desk.IntakeDesk;
import vn.motcua.kiosk.desk.LookupDesk;
import vn.motcua.kiosk.desk.PageSight;
import vn.motcua.kiosk.desk.ReadBackDesk;
import vn.motcua.kiosk.desk.ReturnDesk;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.desk.TestHall;
import vn.motcua.kiosk.desk.TestStaff;
import vn.motcua.kiosk.desk.WorkDesk;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.forms.ReceiptForm;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.paper.readback.PaperKinds;
import vn.motcua.kiosk.paper.readback.PaperReader;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.FxToolkit;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.chip.ChipReader;
import vn.motcua.scanner.chip.Sex;
import vn.motcua.scanner.chip.TrustStore;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;

/** Each button of the desk beside the demonstration does to the terminal what it says. */
class SimulatorDeskTest {
  private static final Clock CLOCK = Samples.at("2026-11-26T10:00:00");
  private static final FaultSentences SENTENCES =
      new FaultSentences(
          List.of(
              FaultSentences.DEVICES,
              "vn.motcua.kiosk.faults",
              "vn.motcua.kiosk.ui.kit.faults",
              "vn.motcua.kiosk.ui.counter.faults"));

  @TempDir Path root;
  private SmallHouse house;
  private SimulatedReaders cards;
  private DemoDevices devices;
  private FxRobot desk;
  private FxRobot terminal;

  /** What the demonstration opens, put together by hand. */
  private record SmallHouse(DataFolder folder, DossierStore store, Digitiser digitiser, Desks desks)
      implements DemoHouse {
    static SmallHouse open(Path path, Devices devices, DemoDevices demo) throws FaultException {
      DataFolder folder = DataFolder.open(path);
      DossierStore store = DossierStore.open(folder, CLOCK);
      Digitiser digitiser = new Digitiser(CLOCK);
      CallDesk calls = new CallDesk(CLOCK);
      ScanDesk scans = new ScanDesk(List.of(demo.scanner()), folder, store, CLOCK);
      WorkDesk work = new WorkDesk(store, Samples.CALENDAR, Samples.CENTRE, CLOCK);
      Desks desks =
          new Desks(
              Samples.CENTRE,
              new LookupDesk(store, Samples.CALENDAR, calls, CLOCK),
              new IntakeDesk(
                  store,
                  folder,
                  TestStaff.RULES,
                  Samples.CALENDAR,
                  Samples.CENTRE,
                  scans,
                  digitiser,
                  new ReceiptForm(CLOCK),
                  CLOCK,
                  new SecureRandom()),
              scans,
              work,
              new ReturnDesk(store, work, CLOCK),
              calls,
              devices,
              new DeviceDesk(List.of(demo.scanner()), devices, folder.temporary()),
              PageSight.NONE,
              new ReadBackDesk(new PaperReader(PaperKinds.shipped(), CLOCK)),
              TestStaff.of(store, folder, Samples.CENTRE, Optional.empty(), CLOCK, Crew.OPEN),
              TestStaff.citizens(store, folder, scans, CLOCK),
              TestHall.of(store, folder, CLOCK),
              new HelperDesk(folder.root().resolve("helpers"), CLOCK));
      return new SmallHouse(folder, store, digitiser, desks);
    }

    @Override
    public String terminal() {
      return "Máy 1";
    }

    @Override
    public String counter() {
      return "2";
    }

    @Override
    public List<String> officers() {
      return List.of("Trần Thị Mẫu");
    }

    @Override
    public void close() {
      digitiser.close();
      store.close();
      folder.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    FxToolkit.start();
    cards =
        new SimulatedReaders(
            new ChipReader(TrustStore.of(List.of(SimulatedIssuer.shared().anchor())), CLOCK));
    devices = new DemoDevices(cards, Optional.empty());
    house =
        SmallHouse.open(
            root.resolve("data"), new Devices(List.of(cards), devices.readers()), devices);
    var receipts =
        DemoDossiers.fill(
            house.store(),
            Resources.procedures(),
            Samples.CALENDAR,
            Samples.CENTRE,
            CLOCK,
            7,
            SimulatedCitizens.all().stream().map(SimulatorDeskTest::party).toList());
    Stage stage =
        FxRobot.onFx(() ->
            new SimulatorDesk(house, devices, SENTENCES, CLOCK, SimulatedCitizens.a(), receipts)
                .open());
    desk = FxRobot.before(stage);
    terminal = FxRobot.before(windows().stream().filter(w -> w != stage).findFirst().orElseThrow());
  }

  @AfterEach
  void close() {
    FxRobot.runFx(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    cards.close();
    house.close();
  }

  private static Party party(SimulatedCardProfile card) {
    return new Party(
        Optional.of(card.number()),
        card.name(),
        Optional.of(card.birth()),
        Optional.of(card.sex() == Sex.FEMALE),
        card.residence(),
        "");
  }

  private static List<Stage> windows() {
    return Platform.isFxApplicationThread() ? showing() : FxRobot.onFx(SimulatorDeskTest::showing);
  }

  private static List<Stage> showing() {
    return Window.getWindows().stream()
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .toList();
  }

  @Test
  void everyCodeAndCardReachesTheTerminal() {
    desk.click("garbage");
    terminal.awaitId("note");
    look("desk-1-garbage");

    desk.click("receipt-scan");
    terminal.awaitId("rail");
    look("desk-2-receipt");

    for (String letter : List.of("A", "B", "C")) {
      desk.click("qr-" + letter);
      terminal.awaitId("step-2");
      desk.click("card-" + letter);
      desk.awaitText("Đang nằm trên đầu đọc");
      terminal.awaitText("Chào ");
      look("desk-3-card-" + letter);
      desk.click("card-off");
      desk.awaitText("Không còn thẻ trên đầu đọc");
      assertThat(desk.shows("Đang nằm trên đầu đọc")).isFalse();
      assertThat(desk.node("card-off").isDisabled()).isTrue();
    }

    desk.click("receipt-newest");
    desk.awaitText("Quầy chưa in giấy hẹn nào");
  }

  @Test
  void paperComesAndGoesAndJams() {
    for (String letter : List.of("A", "B", "C")) {
      desk.click("load-" + letter);
      desk.await("paper in the feeder", () -> devices.scanner().loaded() > 0);
      desk.awaitText("Trong khay có " + devices.scanner().loaded() + " trang.");
      desk.click("unload");
      desk.awaitText("Khay đang trống.");
      assertThat(devices.scanner().loaded()).isZero();
    }
    desk.click("jam");
    desk.awaitText("sẽ bị kẹt giấy");
    assertThat(desk.node("jam").isDisabled()).isTrue();
    assertThat(state()).isEqualTo(DeviceState.ATTENTION);
    desk.click("unjam");
    desk.awaitText("thông giấy");
    assertThat(state()).isEqualTo(DeviceState.READY);
  }

  private DeviceState state() {
    return devices.scanner().discover().getFirst().state();
  }

  @Test
  void onlyTheChosenWindowHears() {
    desk.click("desk-en");
    desk.awaitText("Simulator desk");
    look("desk-4-english");

    desk.click("at-counter");
    desk.await("counter open", () -> windows().size() == 3);
    FxRobot counter = FxRobot.before(newest());
    desk.await("counter chosen", () -> chosen("at-counter") && !chosen("at-terminal"));
    desk.fire("qr-B");
    counter.awaitText("6 digits");
    desk.fire("card-B");
    counter.awaitText(SimulatedCitizens.b().name());
    assertThat(terminal.shows("Có giấy hẹn")).as("the terminal is still at rest").isTrue();
    desk.fire("at-counter");
    assertThat(windows()).as("no second counter").hasSize(3);

    desk.fire("at-technician");
    desk.await("technician open", () -> windows().size() == 4);
    FxRobot technician = FxRobot.before(newest());
    desk.await("technician chosen", () -> chosen("at-technician"));
    technician.awaitText("Simulated card reader");

    // A window that is gone hears nothing: the one used before it does.
    FxRobot.runFx(technician.stage()::close);
    desk.await("counter again", () -> chosen("at-counter"));
    FxRobot.runFx(counter.stage()::close);
    desk.await("terminal again", () -> chosen("at-terminal"));
    desk.fire("receipt-scan");
    terminal.awaitId("rail");

    desk.fire("desk-end");
    assertThat(windows()).isEmpty();
  }

  private boolean chosen(String id) {
    return ((ToggleButton) desk.node(id)).isSelected();
  }

  private static Stage newest() {
    return windows().getLast();
  }

  private void look(String name) {
    desk.picture(name);
    terminal.picture(name + "-terminal");
    desk.assertNothingCutOff();
  }
}
