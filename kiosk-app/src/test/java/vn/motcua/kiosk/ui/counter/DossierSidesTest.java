package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.desk.Crew;
import vn.motcua.kiosk.desk.WorkDesk;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Payment;
import vn.motcua.kiosk.dossier.Relief;
import vn.motcua.kiosk.dossier.Role;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.TextSize;

/** Fees with reliefs, payments, hand-overs, roles and shared parts as an officer meets them. */
class DossierSidesTest {
  private static final String COUNTER = CounterWorld.OFFICERS.get(0);
  private static final String LEADER = CounterWorld.OFFICERS.get(1);

  @TempDir Path root;

  /** The same in the other languages and sizes. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({"en,1920,1080,LARGE"})
  void theSameInEnglishAndLarge(String language, double width, double height, TextSize size)
      throws Exception {
    aFeeIsAskedForPaidByCodeAndHandedOver(language, width, height, size);
  }

  @ParameterizedTest
  @CsvSource({"vi,1366,768,NORMAL"})
  void aFeeIsAskedForPaidByCodeAndHandedOver(
      String language, double width, double height, TextSize size) throws Exception {
    String tag = "-" + language + "-" + (int) width + "-" + size;
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      CounterWindow[] window = new CounterWindow[1];
      try (FxRobot robot =
          FxRobot.open(width, height, stage -> window[0] = world.window(stage, language))) {
        FxRobot.runFx(() -> window[0].look().textSize().set(size));
        FxRobot.runFx(window[0]::open);
        CounterModel model = window[0].model();
        ShortIntake.prepare(robot, world, model.receive(), "1.004873");
        robot.awaitId("ground-ELDERLY");
        FxRobot.runFx(() -> model.receive().fees().tick(Relief.Ground.ELDERLY, true));
        robot.await(
            "to check",
            () ->
                model
                    .receive()
                    .fees()
                    .quote()
                    .get()
                    .filter(quote -> !quote.lines().getFirst().toCheck().isEmpty())
                    .isPresent());
        look(robot, "sides-1-fee-to-check" + tag);
        FxRobot.runFx(model.receive()::receive);
        robot.await("received", () -> model.receive().received().get().isPresent());
        Dossier received = model.receive().received().get().orElseThrow().dossier();
        assertThat(received.fee()).isEqualTo(15_000);
        robot.fire("payment-ask");
        robot.awaitId("payment-qr");
        look(robot, "sides-2-received-pay" + tag);
        DossierCode code = received.code();
        Payment asked = world.desks.staff().payments().payments(code).getFirst();
        assertThat(asked.awaited()).isTrue();

        // At the work list: the code again; the officer sees the money, asked twice.
        FxRobot.runFx(() -> {
          model.show(CounterModel.Screen.DOSSIERS);
          model.work().open(code);
        });
        robot.awaitId("payment-waits");
        assertThat(((ImageView) robot.node("payment-qr")).getImage().getWidth()).isGreaterThan(100);
        look(robot, "sides-3-waits" + tag);
        robot.fire("payment-confirm");
        robot.fire("payment-yes");
        robot.await(
            "paid", () -> robot.nodes(node -> "payment-waits".equals(node.getId())).isEmpty());
        assertThat(world.desks.staff().payments().payments(code).getFirst().confirmed())
            .hasValueSatisfying(by -> assertThat(by.who()).isEqualTo(COUNTER));

        // Handed on: somebody counts, one page too few.
        world.work.move(
            world.store.find(code).orElseThrow(), Move.FORWARD, WorkDesk.Details.by(COUNTER));
        robot.awaitId("custody-open");
        robot.awaitId("waiting-bar");
        FxRobot.runFx(() -> ((TextField) robot.node("custody-counted")).setText("0"));
        robot.reveal(robot.node("custody-confirm"));
        look(robot, "sides-4-custody" + tag);
        robot.fire("custody-confirm");
        robot.awaitText("CUSTODY-PAGES");
        robot.await(
            "nothing waits",
            () -> robot.nodes(node -> "waiting-bar".equals(node.getId())).isEmpty());
        robot.reveal(robot.node("custody-fault"));
        look(robot, "sides-5-differs" + tag);
        assertThat(world.desks.staff().custody().ledger(code).getLast().differs()).isTrue();
        robot.reveal(robot.node("dossier-due"));
        look(robot, "sides-6-due" + tag);
        FxRobot.runFx(window[0]::close);
      }
    }
  }

  @Test
  void aFullReliefLeavesNothingToPayAndNoScreenForIt() throws Exception {
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      CounterWindow[] window = new CounterWindow[1];
      try (FxRobot robot =
          FxRobot.open(1366, 768, stage -> window[0] = world.window(stage, "vi"))) {
        FxRobot.runFx(window[0]::open);
        CounterModel model = window[0].model();
        ShortIntake.prepare(robot, world, model.receive(), "1.004873");
        robot.awaitId("ground-DISABLED");
        FxRobot.runFx(() -> {
          model.receive().fees().tick(Relief.Ground.DISABLED, true);
          model.receive().fees().tick(Relief.Ground.POOR, true);
        });
        robot.await(
            "free",
            () -> model.receive().fees().quote().get().filter(q -> q.due() == 0).isPresent());
        look(robot, "sides-7-free");
        FxRobot.runFx(model.receive()::receive);
        robot.await("received", () -> model.receive().received().get().isPresent());
        Dossier received = model.receive().received().get().orElseThrow().dossier();
        assertThat(received.fee()).isZero();
        assertThat(world.store.events(received.code()).getFirst().note())
            .contains("Giảm lệ phí: 100 %", "Luật Hộ tịch 2014 Điều 11");
        FxRobot.runFx(() -> {
          model.show(CounterModel.Screen.DOSSIERS);
          model.work().open(received.code());
        });
        robot.awaitId("move-FORWARD");
        assertThat(model.work().mine().get()).doesNotContain(Move.ASK_FOR_PAYMENT);
        assertThat(visible(robot, "payments")).isFalse();
        FxRobot.runFx(window[0]::close);
      }
    }
  }

  /** The same in the other languages and sizes. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({"vi,1366,768"})
  void rolesInVietnamese(String language, double width, double height) throws Exception {
    rolesAndSharedParts(language, width, height);
  }

  @ParameterizedTest
  @CsvSource({"en,1366,768"})
  void rolesAndSharedParts(String language, double width, double height) throws Exception {
    Crew crew =
        new Crew(
            List.of(
                new Crew.Officer(COUNTER, Set.of(Role.COUNTER)),
                new Crew.Officer(LEADER, Set.of(Role.LEADER, Role.EXAMINER, Role.CLERK))));
    try (CounterWorld world =
        new CounterWorld(root.resolve("data"), true, false, Optional.empty(), crew)) {
      CounterWindow[] window = new CounterWindow[1];
      try (FxRobot robot =
          FxRobot.open(width, height, stage -> window[0] = world.window(stage, language))) {
        FxRobot.runFx(window[0]::open);
        CounterModel model = window[0].model();
        DossierCode code = ShortIntake.receive(robot, world, model.receive(), "2.002622");
        world.work.move(
            world.store.find(code).orElseThrow(), Move.FORWARD, WorkDesk.Details.by(COUNTER));
        FxRobot.runFx(() -> {
          model.show(CounterModel.Screen.DOSSIERS);
          model.work().open(code);
        });
        robot.awaitId("moves-of-others");
        robot.awaitId("linked");
        assertThat(model.work().mine().get())
            .doesNotContain(Move.EXTEND, Move.STOP)
            .contains(Move.FORWARD);
        look(robot, "sides-8-role-counter-" + language);
        robot.press(KeyCode.F8);
        assertThat(model.work().draft().get()).as("a key is no way around").isEmpty();

        FxRobot.runFx(() -> window[0].officer().set(LEADER));
        robot.awaitId("move-EXTEND");
        assertThat(model.work().mine().get()).doesNotContain(Move.WITHDRAW);
        robot.awaitId("linked-done-0");
        look(robot, "sides-9-linked-" + language);
        robot.fire("linked-done-0");
        robot.awaitId("linked-done-1");
        look(robot, "sides-10-linked-next-" + language);
        assertThat(world.store.find(code).orElseThrow().stage()).isEqualTo(Stage.APPRAISAL);
        FxRobot.runFx(window[0]::close);
      }
    }
  }

  private static boolean visible(FxRobot robot, String id) {
    return robot.nodes(node -> id.equals(node.getId())).stream()
        .anyMatch(DossierSidesTest::isFilled);
  }

  private static boolean isFilled(Node node) {
    return node.isVisible() && (!(node instanceof Region region) || region.getHeight() > 0);
  }

  private static void look(FxRobot robot, String name) {
    robot.pulses(4);
    robot.picture(name);
    robot.assertNothingCutOff();
  }
}
