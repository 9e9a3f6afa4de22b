package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.kiosk.desk.BlankPages;
import vn.motcua.kiosk.desk.PageSize;
import vn.motcua.kiosk.desk.Received;
import vn.motcua.kiosk.desk.ScanProfile;
import vn.motcua.kiosk.dossier.RemovalReason;
import vn.motcua.kiosk.dossier.SeparatorCode;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;

/** A pile with a separator sheet and a filled form goes through the feeder in a real window. */
class ReadPagesJourneyTest {
  @TempDir Path root;

  @Test
  void sheetsSortAndReadValuesAreUsedOrLeft() throws FaultException, IOException {
    work("vi", 1366, 768, "size-0");
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "en,1366,768,size-0",
    "vi,1366,768,size-1",
    "en,1366,768,size-1",
    "vi,1920,1080,size-1",
    "en,1920,1080,size-0"
  })
  void theSameInOtherLetters(String language, double width, double height, String letters)
      throws FaultException, IOException {
    work(language, width, height, letters);
  }

  private void work(String language, double width, double height, String letters)
      throws FaultException, IOException {
    String tag = "-" + language + "-" + (int) width + "-" + letters;
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true, true)) {
      CounterWindow[] window = new CounterWindow[1];
      try (FxRobot robot =
          FxRobot.open(width, height, stage -> window[0] = world.window(stage, language))) {
        FxRobot.runFx(window[0]::open);
        ReceiveModel receive = window[0].model().receive();
        ScanModel scan = receive.scan();
        robot.await("procedures", () -> !receive.found().isEmpty());
        FxRobot.runFx(() -> {
          robot.scene().getRoot().getStyleClass().remove("size-0");
          robot.scene().getRoot().getStyleClass().add(letters);
          receive.choose(
              receive.found().stream()
                  .filter(procedure -> procedure.code().equals("1.001193"))
                  .findFirst()
                  .orElseThrow());
        });
        String born = SeparatorCode.of(receive.procedure().get().orElseThrow(), 2).qrText();
        world.scanner.load(
            List.of(
                ScannedSheets.form(
                    root,
                    List.of(
                        "TỜ KHAI ĐĂNG KÝ KHAI SINH",
                        "Kính gửi: Ủy ban nhân dân xã Suối Đá",
                        "Họ, chữ đệm, tên người yêu cầu: Đinh Thị Hơ Rê",
                        "Số định danh cá nhân: 051190000123",
                        "Nơi cư trú: Thôn Nước Trong, xã Suối Đá, tỉnh Quảng Ngãi",
                        "Số điện thoại: 0905 000 111")),
                ScannedSheets.sheet(root, born),
                ScannedSheets.form(root, List.of("GIẤY CHỨNG SINH", "Bệnh viện Suối Đá")),
                ScannedSheets.sheet(root, "MCS1|UQ-1|Giấy ủy quyền"),
                ScannedSheets.form(root, List.of("GIẤY ỦY QUYỀN", "Kính gửi xã Suối Đá"))));
        FxRobot.runFx(() -> scan.scan(receive.papers().getFirst(), profile(world)));
        robot.await(
            "sheets are out",
            () ->
                scan.strip().all().size() == 5
                    && scan.pages().size() == 3
                    && scan.running().get().isEmpty()
                    && !scan.sheets().looking().get());
        assertThat(scan.strip().find(2).orElseThrow().page().removal().orElseThrow().reason())
            .isEqualTo(RemovalReason.SEPARATOR);
        robot.awaitId("sheet-doubt");
        robot.awaitId("use-applicant-name");
        robot.awaitId("use-applicant-number");
        robot.awaitId("use-applicant-phone");
        robot.await("the newest page is in sight", () -> isInSight(robot, "page-3"));
        look(robot, "read-1-offers" + tag);
        assertThat(receive.applicant().isBlank()).as("nothing is filled silently").isTrue();

        FxRobot.runFx(() -> {
          MenuButton menu = (MenuButton) robot.node("doubt-lay");
          menu.requestFocus();
          menu.getItems().get(1).fire();
        });
        robot.await("laid", () -> receive.papers().get(1).scanned().get() == 2);
        robot.await(
            "the question is gone",
            () -> robot.nodes(node -> "doubt-lay".equals(node.getId())).isEmpty());
        robot.pulses(2);
        assertThat(focus(robot)).isEqualTo("page-strip");

        robot.click("use-applicant-name");
        robot.await(
            "name used",
            () ->
                receive
                    .applicant()
                    .field(PersonForm.Key.NAME)
                    .source()
                    .get()
                    .equals(Optional.of(FieldSource.PAPER)));
        robot.pulses(2);
        assertThat(focus(robot)).as("the next offer").startsWith("use-applicant-");
        FxRobot.runFx(() -> {
          receive.readBack().dismiss(ReadBackModel.Person.APPLICANT, PersonForm.Key.PHONE);
          receive.readBack().dismiss(ReadBackModel.Person.APPLICANT, PersonForm.Key.ADDRESS);
        });
        robot.await(
            "phone dismissed",
            () -> robot.nodes(node -> "use-applicant-phone".equals(node.getId())).isEmpty());
        FxRobot.runFx(() -> robot.node("use-applicant-number").requestFocus());
        robot.press(KeyCode.SPACE);
        robot.await(
            "number used",
            () -> !receive.applicant().field(PersonForm.Key.NUMBER).value().isEmpty());
        robot.pulses(2);
        assertThat(focus(robot)).as("no offer is left").isEqualTo("applicant-number");
        TextField number = (TextField) robot.node("applicant-number");
        assertThat(number.getSelection().getLength()).as("nothing selected").isZero();
        assertThat(number.getCaretPosition()).isEqualTo(12);
        assertThat(receive.applicant().field(PersonForm.Key.PHONE).value()).isEmpty();
        look(robot, "read-2-used" + tag);

        FxRobot.runFx(() -> {
          receive.papers().get(0).counted().set("1");
          receive.papers().get(1).counted().set("2");
        });
        robot.await("complete", () -> receive.missing().get().isEmpty());
        FxRobot.runFx(receive::receive);
        robot.await("received", () -> receive.received().get().isPresent());
        Received received = receive.received().get().orElseThrow();
        assertThat(received.dossier().applicant().name()).isEqualTo("Đinh Thị Hơ Rê");
        assertThat(received.archives())
            .extracting(archive -> archive.images())
            .containsExactly(1, 2);
        assertThat(received.removed())
            .extracting(removed -> removed.reason())
            .containsExactly(RemovalReason.SEPARATOR, RemovalReason.SEPARATOR);
        assertThat(world.store.events(received.dossier().code()).getFirst().note())
            .isEqualTo(
                "Đọc từ giấy đã quét, cán bộ xác nhận: số định danh người nộp (trang 1);"
                    + " họ và tên người nộp (trang 1)");
        FxRobot.runFx(window[0]::close);
      }
    }
  }

  private static String focus(FxRobot robot) {
    return FxRobot.onFx(() -> String.valueOf(robot.scene().getFocusOwner().getId()));
  }

  private static boolean isInSight(FxRobot robot, String id) {
    Bounds strip =
        robot.node("page-strip").localToScene(robot.node("page-strip").getLayoutBounds());
    return robot.nodes(node -> id.equals(node.getId())).stream()
        .map(cell -> cell.localToScene(cell.getLayoutBounds()))
        .anyMatch(cell -> strip.contains(cell.getCenterX(), strip.getCenterY()));
  }

  private static ScanProfile profile(CounterWorld world) {
    return new ScanProfile(
        "Chính",
        world.scanner.device(),
        PaperSource.FEEDER,
        ColourMode.GREY,
        200,
        PageSize.parse("a4"),
        75,
        BlankPages.KEEP,
        "");
  }

  private static void look(FxRobot robot, String name) {
    robot.pulses(4);
    robot.picture(name);
    robot.assertNothingCutOff();
  }
}
