package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.ScreenTimers;
import vn.motcua.kiosk.ui.kit.Sounds;
import vn.motcua.kiosk.ui.kit.Voice;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.barcode.serial.PseudoTerminal;
import vn.motcua.scanner.barcode.serial.SerialBarcodeReader;
import vn.motcua.scanner.barcode.serial.SerialSettings;

/** From the last byte on the line to the sound and to the screen of the terminal. */
@Timeout(300)
class FeedbackTimeTest {
  private static final int SCANS = 20;

  /** What a person notices; the median must keep it on a machine of its own. */
  private static final long GOAL_MILLIS = 100;

  private static final long BUSY_MILLIS = 400;

  @TempDir Path root;
  private final BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> seen = new LinkedBlockingQueue<>();

  private final Sounds ear =
      new Sounds() {
        @Override
        public void accepted() {
          heard.add(System.nanoTime());
        }

        @Override
        public void refused() {
          heard.add(System.nanoTime());
        }
      };

  /** The quickest of some: in the others the machine may have been busy elsewhere. */
  @Test
  void aScanIsAnsweredWithinATenthOfASecond() throws Exception {
    measure(15, 1);
  }

  @Test
  @Tag("long")
  void nearlyEveryScanIsAnsweredWithinATenthOfASecond() throws Exception {
    measure(SCANS, SCANS / 2);
  }

  /**
   * @param count of scans
   * @param quick how many of them must be answered in time
   */
  private void measure(int count, int quick) throws Exception {
    try (CitizenWorld world = new CitizenWorld(root);
        PseudoTerminal terminal = new PseudoTerminal();
        SerialBarcodeReader reader =
            new SerialBarcodeReader(SerialSettings.of(terminal.path().toString()))) {
      Devices devices = new Devices(List.of(), List.of(reader));
      CitizenWindow[] window = new CitizenWindow[1];
      FxRobot robot =
          FxRobot.open(
              1080,
              1920,
              stage ->
                  window[0] =
                      new CitizenWindow(
                          stage,
                          CitizenWorld.TERMINAL,
                          world.lookups,
                          devices,
                          world.calls,
                          CitizenWorld.CENTRE,
                          world.clock,
                          world.texts(),
                          Voice.none(),
                          Optional.empty(),
                          Optional.empty(),
                          List.of()));
      Background background = new Background(Platform::runLater);
      CitizenModel listening =
          FxRobot.onFx(() -> {
            CitizenModel model =
                new CitizenModel(
                    world.lookups,
                    devices,
                    world.calls,
                    "x",
                    background,
                    new ScreenTimers(background),
                    ear,
                    Optional.empty());
            model.start();
            return model;
          });
      robot.await("the reader", () -> reader.state() == DeviceState.READY);
      FxRobot.runFx(() ->
          robot
              .scene()
              .addPostLayoutPulseListener(() -> {
                if (robot.scene().lookup("#note") != null) {
                  seen.add(System.nanoTime());
                }
              }));
      for (String end : new String[] {"\r", ""}) {
        measure(terminal, window[0].model(), robot, end, count, quick);
      }
      FxRobot.runFx(() -> {
        listening.close();
        window[0].close();
      });
    }
  }

  private void measure(
      PseudoTerminal terminal, CitizenModel model, FxRobot robot, String end, int count, int quick)
      throws InterruptedException {
    List<Long> sound = new ArrayList<>();
    List<Long> screen = new ArrayList<>();
    for (int i = 0; i < count + 5; i++) {
      FxRobot.runFx(model::closeNote);
      robot.pulses(2);
      seen.clear();
      heard.clear();
      byte[] code = ("LA-" + i + end.length() + end).getBytes(StandardCharsets.US_ASCII);
      terminal.write(code);
      long sent = System.nanoTime();
      Long ear = heard.poll(60, TimeUnit.SECONDS);
      Long eye = seen.poll(60, TimeUnit.SECONDS);
      assertThat(ear).as("a sound").isNotNull();
      assertThat(eye).as("a sentence").isNotNull();
      if (i >= 5) { // the first ones load classes
        sound.add((ear - sent) / 1_000_000);
        screen.add((eye - sent) / 1_000_000);
      }
    }
    report("sound", end, sound, quick);
    report("screen", end, screen, quick);
  }

  private static void report(String what, String end, List<Long> millis, int quick) {
    Collections.sort(millis);
    int count = millis.size();
    long median = millis.get(count / 2);
    long nearlyAll = millis.get(count - 1 - count / 20);
    System.out.printf(
        "serial %s, %s: median %d ms, 95 %% %d ms%n",
        end.isEmpty() ? "without an end" : "with CR", what, median, nearlyAll);
    assertThat(millis.get(quick - 1))
        .as("%d of %s", quick, millis)
        .isLessThanOrEqualTo(GOAL_MILLIS);
    if (quick > 1) {
      assertThat(nearlyAll).as("95 %% of %s", millis).isLessThanOrEqualTo(BUSY_MILLIS);
    }
  }
}
