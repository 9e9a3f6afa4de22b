package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.desk.Received;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.desk.TestCards;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.Trust;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.paper.ScanFault;

/** An officer's morning in a real window: receive, move on, return, with what goes wrong. */
class CounterJourneyTest {
  private static final SimulatedCardProfile MAI = SimulatedCitizens.a();

  @TempDir Path root;

  /** The same in the other languages and sizes. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({"en,1366,768", "vi,1920,1080"})
  void theSameInOtherSizes(String language, double width, double height)
      throws FaultException, java.io.IOException {
    receivesMovesOnAndReturns(language, width, height);
  }

  @ParameterizedTest
  @CsvSource({"vi,1366,768", "en,1920,1080"})
  void receivesMovesOnAndReturns(String language, double width, double height)
      throws FaultException, java.io.IOException {
    String tag = "-" + language + "-" + (int) width;
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      CounterWindow[] window = new CounterWindow[1];
      try (FxRobot robot =
          FxRobot.open(width, height, stage -> window[0] = world.window(stage, language))) {
        CounterModel model = window[0].model();
        FxRobot.runFx(window[0]::open);
        ReceiveModel receive = model.receive();
        robot.await("procedures", () -> !receive.found().isEmpty());
        robot.await("ways of scanning", () -> receive.scan().choices().size() == 2);
        look(robot, "counter-1-empty" + tag);

        // The card: its QR says another residence than its chip.
        world.readers.insert(MAI);
        robot.await(
            "card seen", () -> model.card().state().get() instanceof CardModel.State.NeedsDigits);
        world.codes.scan(CounterWorld.qr(MAI, "Thôn Huy Măng, xã Suối Đá"));
        robot.await("card read", () -> model.card().state().get() instanceof CardModel.State.Read);
        assertThat(receive.trust().get()).contains(Trust.VERIFIED);
        assertThat(receive.applicant().field(PersonForm.Key.NAME).value()).isEqualTo(MAI.name());

        // The procedure, typed without diacritics.
        robot.press(KeyCode.F6);
        robot.await("search has the caret", () -> focused(robot, "procedure-search"));
        FxRobot.runFx(() -> receive.search().set("hon nhan"));
        robot.await("found", () -> receive.found().getFirst().code().equals("1.004873"));
        look(robot, "counter-2-search" + tag);
        robot.press(KeyCode.ENTER);
        robot.await("due", () -> receive.due().get().isPresent());
        assertThat(kinds(receive)).contains(Missing.Kind.CHOICE, Missing.Kind.PAGE_COUNT);
        FxRobot.runFx(() -> robot.node("go-receive").getScene().getRoot().requestFocus());
        look(robot, "counter-3-difference" + tag);
        robot.press(KeyCode.DIGIT1);
        robot.await("settled", () -> !kinds(receive).contains(Missing.Kind.CHOICE));
        assertThat(receive.applicant().field(PersonForm.Key.ADDRESS).value())
            .isEqualTo(MAI.residence());

        // Three pages counted; the second jams.
        FxRobot.runFx(() -> {
          receive.papers().get(0).counted().set("3");
          receive.papers().stream()
              .skip(1)
              .forEach(line -> {
                line.originals().set("0");
                line.copies().set("0");
              });
        });
        assertThat(receive.missing().get())
            .containsExactly(new Missing(Missing.Kind.PAGES_SHORT, 3));
        assertThat(((Button) robot.node("receive-main")).isDisabled()).isTrue();
        world.scanner.load(
            List.of(
                CounterWorld.page("TO KHAI"),
                CounterWorld.page("TO KHAI 2"),
                CounterWorld.page("TO KHAI 3")));
        world.scanner.fail(new ScanFault.Jam(), 1);
        robot.press(KeyCode.F7);
        robot.awaitId("scan-stopped");
        assertThat(receive.scan().pages()).hasSize(1);
        assertThat(receive.missing().get())
            .containsExactly(new Missing(Missing.Kind.PAGES_SHORT, 2));
        look(robot, "counter-4-jam" + tag);
        world.scanner.clear();
        robot.press(KeyCode.F8);
        robot.await("complete", () -> receive.missing().get().isEmpty());
        assertThat(receive.scan().pages())
            .allMatch(page -> Files.isRegularFile(page.picture().orElseThrow()));
        look(robot, "counter-5-complete" + tag);
        robot.clickAt(robot.awaitId("page-2"));
        robot.awaitId("page-do-large");
        look(robot, "counter-5-selected" + tag);
        robot.click("page-do-large");
        robot.awaitId("page-large");
        robot.pulses(20);
        look(robot, "counter-6-page" + tag);
        robot.press(KeyCode.ESCAPE);

        robot.press(KeyCode.F9);
        robot.await("received", () -> receive.received().get().isPresent());
        Received received = receive.received().get().orElseThrow();
        robot.awaitId("receipt-picture");
        robot.awaitText(received.dossier().code().value());
        look(robot, "counter-7-received" + tag);
        assertThat(received.archives())
            .singleElement()
            .satisfies(pdf -> assertThat(world.store.blobs().path(pdf.blob())).isNotEmptyFile());
        assertThat(world.store.find(received.dossier().code())).contains(received.dossier());
        robot.press(KeyCode.F9);
        robot.await("next", () -> receive.received().get().isEmpty());
        assertThat(receive.begun()).isFalse();
        assertThat(receive.trust().get()).isEmpty();

        // The receipt scanned into any screen opens its dossier.
        DossierCode code = received.dossier().code();
        world.codes.scan(ScannedCode.receiptText(code, received.secret()));
        robot.await("dossier open", () -> model.work().opened().get().isPresent());
        look(robot, "counter-8-dossier" + tag);
        robot.press(KeyCode.F6);
        robot.awaitId("move-draft");
        look(robot, "counter-9-ask" + tag);
        robot.press(KeyCode.ESCAPE);
        for (Stage stage : List.of(Stage.APPRAISAL, Stage.APPROVAL, Stage.SIGNING)) {
          robot.press(KeyCode.F4);
          robot.click("draft-confirm");
          robot.await(
              "at " + stage,
              () ->
                  model
                      .work()
                      .opened()
                      .get()
                      .filter(open -> open.item().dossier().stage() == stage)
                      .isPresent());
        }
        robot.press(KeyCode.F9);
        robot.click("draft-confirm");
        robot.await(
            "ready",
            () ->
                model
                    .work()
                    .opened()
                    .get()
                    .filter(open -> open.allowed().contains(Move.HAND_OUT))
                    .isPresent());
        look(robot, "counter-10-ready" + tag);

        // Handing out: the same receipt, the same card.
        robot.press(KeyCode.F3);
        look(robot, "counter-11-return-empty" + tag);
        world.codes.scan(ScannedCode.receiptText(code, received.secret()));
        robot.awaitId("return-dossier");
        world.codes.scan(CounterWorld.qr(MAI));
        robot.await(
            "applicant recognised",
            () -> model.handOut().receiver().get() == ReturnModel.Receiver.APPLICANT);
        look(robot, "counter-12-return" + tag);
        robot.press(KeyCode.F9);
        robot.awaitId("return-done");
        look(robot, "counter-13-returned" + tag);
        assertThat(world.store.find(code).orElseThrow().status()).isEqualTo(PortalStatus.RETURNED);
        FxRobot.runFx(window[0]::close);
      }
    }
  }

  @Test
  void tellsWhatIsWrongWithoutLosingAnything() throws FaultException, java.io.IOException {
    try (CounterWorld world = new CounterWorld(root.resolve("data"), false)) {
      CounterWindow[] window = new CounterWindow[1];
      try (FxRobot robot =
          FxRobot.open(1366, 768, stage -> window[0] = world.window(stage, "vi"))) {
        CounterModel model = window[0].model();
        FxRobot.runFx(window[0]::open);
        ReceiveModel receive = model.receive();
        robot.await("procedures", () -> !receive.found().isEmpty());
        FxRobot.runFx(() -> receive.applicant().field(PersonForm.Key.PHONE).text().set("0900"));

        world.readers.insert(MAI);
        FxRobot.runFx(() -> model.card().digits().set("000000"));
        robot.await(
            "wrong digits", () -> model.card().state().get() instanceof CardModel.State.Stopped);
        robot.awaitText("CHIP-WRONG-CAN");
        look(robot, "counter-20-wrong-digits");

        world.codes.scan("'; DROP TABLE dossier; --");
        robot.awaitText("CODE-UNKNOWN");
        look(robot, "counter-21-unknown-code");

        FxRobot.runFx(() -> model.card().digits().set(MAI.can()));
        robot.await("read", () -> model.card().state().get() instanceof CardModel.State.Read);
        assertThat(receive.trust().get()).contains(Trust.SIGNED_UNKNOWN_ISSUER);
        assertThat(receive.applicant().field(PersonForm.Key.PHONE).value()).isEqualTo("0900");

        // Another card: is it the owner's?
        SimulatedCardProfile other = SimulatedCitizens.c();
        world.readers.insert(other);
        world.codes.scan(CounterWorld.qr(other));
        robot.awaitId("other-owner");
        world.calls.help("Máy khách 1");
        robot.awaitId("call-accept");
        look(robot, "counter-22-other-person-and-call");
        FxRobot.runFx(() -> robot.scene().getRoot().requestFocus());
        robot.press(KeyCode.F11);
        robot.await("answered", () -> model.calls().open().isEmpty());
        robot.click("other-owner");
        robot.await(
            "owner filled",
            () -> receive.owner().field(PersonForm.Key.NAME).value().equals(other.name()));
        assertThat(receive.applicant().field(PersonForm.Key.NAME).value()).isEqualTo(MAI.name());
        look(robot, "counter-23-owner");

        // Nothing in the feeder, and a disturbed officer: start over is asked twice.
        robot.press(KeyCode.F2);
        robot.await("list", () -> model.screen().get() == CounterModel.Screen.DOSSIERS);
        look(robot, "counter-24-empty-list");
        robot.press(KeyCode.F1);
        robot.click("start-over");
        robot.awaitId("start-over-yes");
        assertThat(receive.begun()).isTrue();
        look(robot, "counter-25-start-over");
        robot.click("start-over-yes");
        robot.await("empty", () -> !receive.begun());
        FxRobot.runFx(window[0]::close);
      }
    }
  }

  /** The same in the other languages and sizes. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({"en,1366,768", "vi,1920,1080"})
  void thePhotoInOtherSizes(String language, double width, double height)
      throws FaultException, java.io.IOException {
    showsThePhotoWhenAsked(language, width, height);
  }

  @ParameterizedTest
  @CsvSource({"vi,1366,768"})
  void showsThePhotoWhenAsked(String language, double width, double height)
      throws FaultException, java.io.IOException {
    String tag = "-" + language + "-" + (int) width;
    SimulatedCardProfile old = SimulatedCitizens.b();
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      CounterWindow[] window = new CounterWindow[1];
      try (FxRobot robot =
          FxRobot.open(width, height, stage -> window[0] = world.window(stage, language))) {
        CounterModel model = window[0].model();
        FxRobot.runFx(window[0]::open);
        world.readers.insert(TestCards.withFace(old, TestCards.face(old)));
        world.codes.scan(CounterWorld.qr(old));
        robot.awaitId("card-photo");
        robot.awaitId("card-trust");
        look(robot, "counter-30-photo-offered" + tag);
        robot.press(KeyCode.F5);
        robot.awaitId("card-face");
        look(robot, "counter-31-photo" + tag);
        assertThat(robot.node("card-face").getBoundsInParent().getWidth())
            .as("three to four, as it was taken")
            .isCloseTo(
                robot.node("card-face").getBoundsInParent().getHeight() * 3 / 4,
                org.assertj.core.data.Offset.offset(1.5));
        robot.press(KeyCode.F5);
        robot.await("put away", () -> !shown(robot, "card-face"));

        world.readers.insert(TestCards.withFace(old, TestCards.face(old), Optional.empty()));
        world.codes.scan(CounterWorld.qr(old));
        robot.awaitId("card-photo");
        robot.press(KeyCode.F5);
        robot.awaitText("FACE-KEPT");
        look(robot, "counter-32-photo-kept" + tag);

        byte[] other = TestCards.face(MAI);
        world.readers.insert(TestCards.withFace(old, TestCards.face(old), Optional.of(other)));
        world.codes.scan(CounterWorld.qr(old));
        robot.await(
            "read again",
            () ->
                model.card().photo().state().get() instanceof PhotoModel.State.Offered
                    && model.card().state().get() instanceof CardModel.State.Read);
        robot.press(KeyCode.F5);
        robot.await(
            "swapped photo", () -> model.receive().trust().get().equals(Optional.of(Trust.FORGED)));
        look(robot, "counter-33-photo-swapped" + tag);
        assertThat(robot.shows(old.name())).as("nothing of a forged card stays").isFalse();

        robot.press(KeyCode.F3);
        world.readers.insert(TestCards.withFace(old, TestCards.face(old)));
        world.codes.scan(CounterWorld.qr(old));
        robot.awaitId("card-photo");
        robot.press(KeyCode.F5);
        robot.awaitId("card-face");
        look(robot, "counter-34-photo-return" + tag);
        FxRobot.runFx(window[0]::close);
        assertThat(model.card().photo().state().get()).isInstanceOf(PhotoModel.State.None.class);
      }
    }
  }

  private static List<Missing.Kind> kinds(ReceiveModel receive) {
    return receive.missing().get().stream().map(Missing::what).toList();
  }

  private static boolean shown(FxRobot robot, String id) {
    return robot.nodes().stream().anyMatch(node -> id.equals(node.getId()));
  }

  private static boolean focused(FxRobot robot, String id) {
    return Optional.ofNullable(robot.scene().getFocusOwner())
        .map(Node::getId)
        .filter(id::equals)
        .isPresent();
  }

  private static void look(FxRobot robot, String name) {
    robot.pulses(4);
    robot.picture(name);
    robot.assertNothingCutOff();
  }
}
