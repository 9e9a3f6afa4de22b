package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.desk.Crew;
import vn.motcua.kiosk.desk.FormPrints;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.forms.FormKind;
import vn.motcua.kiosk.forms.print.ReceiptPrinter;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.TextSize;
import vn.motcua.scanner.FaultException;

/** The receipt on the received screen: printed once, through outage and empty hands. */
class PrintPaneTest {
  @TempDir Path root;

  /** The same in the other languages and sizes. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({"vi,NORMAL"})
  void printsInVietnamese(String language, TextSize size) throws Exception {
    printsTheReceiptOnceAndSaysHowFarItIs(language, size);
  }

  @ParameterizedTest
  @CsvSource({"en,LARGE"})
  void printsTheReceiptOnceAndSaysHowFarItIs(String language, TextSize size) throws Exception {
    Path device = root.resolve("lp0");
    try (CounterWorld world =
        new CounterWorld(
            root.resolve("data"),
            true,
            false,
            Optional.of(ReceiptPrinter.behind(device, 384)),
            Crew.OPEN)) {
      CounterWindow[] window = new CounterWindow[1];
      try (FxRobot robot =
          FxRobot.open(1366, 768, stage -> window[0] = world.window(stage, language))) {
        FxRobot.runFx(() -> window[0].look().textSize().set(size));
        FxRobot.runFx(window[0]::open);
        DossierCode code =
            ShortIntake.receive(robot, world, window[0].model().receive(), "1.004873");
        robot.awaitId("receipt-picture");
        String tag = "-" + language + "-" + size;

        // Ordered by receiving. The printer is off: it waits, says so; nothing more is ordered.
        robot.awaitText("PRINT-OFFLINE");
        look(robot, "print-2-offline" + tag);
        assertThat(((Button) robot.node("receipt-print")).isDisabled()).isTrue();
        assertThat(world.desks.staff().prints().order(FormKind.RECEIPT, code, "Cán bộ Hai").id())
            .as("one order, one paper")
            .isEqualTo(last(world, code).id());

        Files.createFile(device);
        world.desks.staff().prints().bringOn();
        robot.await("printed", () -> !((Button) robot.node("receipt-print")).isDisabled());
        assertThat(last(world, code).state()).isEqualTo(FormPrints.State.PRINTED);
        look(robot, "print-3-done" + tag);
        assertThat(Files.size(device)).isGreaterThan(1000);

        robot.click("receipt-print");
        robot.awaitText(language.equals("vi") ? "bản in lại" : "Reprint 1");
        assertThat(last(world, code).reprint()).isEqualTo(1);
        look(robot, "print-4-again" + tag);
        FxRobot.runFx(window[0]::close);
      }
    }
  }

  /** The same in the other languages and sizes. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({"en"})
  void withoutAPrinterInEnglish(String language) throws Exception {
    withoutAPrinterItSaysSoAndOffersTheFile(language);
  }

  @ParameterizedTest
  @CsvSource({"vi"})
  void withoutAPrinterItSaysSoAndOffersTheFile(String language) throws Exception {
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      CounterWindow[] window = new CounterWindow[1];
      try (FxRobot robot =
          FxRobot.open(1366, 768, stage -> window[0] = world.window(stage, language))) {
        FxRobot.runFx(window[0]::open);
        ShortIntake.receive(robot, world, window[0].model().receive(), "1.004873");
        robot.awaitId("receipt-picture");
        look(robot, "print-5-no-printer-" + language);
        assertThat(((Button) robot.node("receipt-print")).isDisabled()).isTrue();
        assertThat(((Button) robot.node("receipt-open")).isDisabled()).isFalse();
        FxRobot.runFx(window[0]::close);
      }
    }
  }

  @Test
  void theFormThatAMoveNeedsIsPrintedFromWhereTheMoveWasMade() throws Exception {
    Path device = Files.createFile(root.resolve("lp0"));
    try (CounterWorld world =
        new CounterWorld(
            root.resolve("data"),
            true,
            false,
            Optional.of(ReceiptPrinter.behind(device, 384)),
            Crew.OPEN)) {
      CounterWindow[] window = new CounterWindow[1];
      try (FxRobot robot =
          FxRobot.open(1366, 768, stage -> window[0] = world.window(stage, "vi"))) {
        FxRobot.runFx(window[0]::open);
        CounterModel model = window[0].model();
        DossierCode code = ShortIntake.receive(robot, world, model.receive(), "1.004873");
        FxRobot.runFx(() -> {
          model.show(CounterModel.Screen.DOSSIERS);
          model.work().open(code);
        });
        robot.awaitId("move-ASK_FOR_PAPERS");
        FxRobot.runFx(() -> {
          model.work().begin(Move.ASK_FOR_PAPERS);
          model.work().draft().get().orElseThrow().papers().set("Giấy chứng sinh");
          model.work().draft().get().orElseThrow().note().set("Còn thiếu");
        });
        robot.awaitId("move-draft");
        look(robot, "print-6-draft");
        robot.fire("draft-confirm");
        robot.awaitId("form-print");
        robot.fire("form-print");
        robot.await(
            "form 02 printed",
            () ->
                robot.nodes(node -> "form-print".equals(node.getId())).stream()
                    .anyMatch(node -> ((Button) node).getText().equals("In lại")));
        look(robot, "print-7-form");
        assertThat(
                world.desks.staff().prints().last(FormKind.SUPPLEMENT, code).orElseThrow().state())
            .isEqualTo(FormPrints.State.PRINTED);
        FxRobot.runFx(window[0]::close);
      }
    }
  }

  private static FormPrints.Job last(CounterWorld world, DossierCode code) throws FaultException {
    return world.desks.staff().prints().last(FormKind.RECEIPT, code).orElseThrow();
  }

  private static void look(FxRobot robot, String name) {
    robot.pulses(4);
    robot.picture(name);
    robot.assertNothingCutOff();
  }
}
