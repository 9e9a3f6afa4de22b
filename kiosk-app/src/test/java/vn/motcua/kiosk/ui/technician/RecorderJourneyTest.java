package vn.motcua.kiosk.ui.technician;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.AppFaults;
import vn.motcua.kiosk.speech.Languages;
import vn.motcua.kiosk.speech.Microphone;
import vn.motcua.kiosk.speech.PackKeys;
import vn.motcua.kiosk.speech.Sound;
import vn.motcua.kiosk.speech.Studio;
import vn.motcua.kiosk.ui.counter.CounterWorld;
import vn.motcua.kiosk.ui.kit.FxRobot;

/**
 * A technician records clips. The microphone is a source of samples behind our own port: where
 * tests run there is no sound card, and none can be simulated without rights over the kernel.
 */
class RecorderJourneyTest {
  @TempDir Path root;

  private final BlockingQueue<Sound> heard = new LinkedBlockingQueue<>();
  private final AtomicBoolean plugged = new AtomicBoolean();

  /** Somebody who hums until the microphone is closed. */
  private final class Humming implements Microphone {
    @Override
    public Open open() throws IOException {
      if (!plugged.get()) {
        throw new IOException("no microphone");
      }
      return new Open() {
        private int at;

        @Override
        public int rate() {
          return 16_000;
        }

        @Override
        public int read(short[] buffer) {
          for (int i = 0; i < buffer.length; i++) {
            buffer[i] = (short) (6_000 * Math.sin(at++ / 12.0));
          }
          return buffer.length;
        }

        @Override
        public void close() {}
      };
    }
  }

  @ParameterizedTest
  @CsvSource({"vi,1366,768", "en,1920,1080"})
  void recordsListensAndKeeps(String language, double width, double height) throws Exception {
    String tag = "-" + language + "-" + (int) width;
    Languages languages =
        Languages.in(root.resolve("languages"), new PackKeys(List.of(), List.of(), List.of()));
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      TechnicianWindow[] window = new TechnicianWindow[1];
      try (FxRobot robot =
          FxRobot.open(
              width,
              height,
              stage -> {
                window[0] =
                    new TechnicianWindow(
                        stage,
                        world.deviceDesk,
                        world.profiles,
                        world.devices,
                        CounterWorld.CENTRE,
                        AppFaults.sentences(),
                        Clock.systemUTC(),
                        Locale.of(language));
                window[0].voice(
                    new Studio(languages), new Humming(), (sound, _, _) -> heard.add(sound));
              })) {
        FxRobot.runFx(window[0]::open);
        RecorderModel model = window[0].recorder().orElseThrow();
        robot.click("go-voice");
        robot.await("clips", () -> model.clip().get().isPresent());
        String first = model.clip().get().orElseThrow().name();
        robot.press(KeyCode.F9);
        robot.await(
            "no microphone", () -> model.work().get() instanceof RecorderModel.Work.Stopped);
        robot.awaitText("VOICE-NO-MICROPHONE");
        look(robot, "technician-40-none" + tag);
        assertThat(ground((Region) robot.node("voice-done").lookup(".track")))
            .as("what is still to be recorded is seen as well")
            .isNotEqualTo(ground((Region) robot.scene().getRoot()));
        plugged.set(true);
        robot.click("voice-record");
        robot.await("taken", () -> model.work().get() instanceof RecorderModel.Work.Taken);
        look(robot, "technician-41-taken" + tag);
        robot.click("voice-listen");
        robot.await("heard", () -> heard.size() == 1);
        robot.press(KeyCode.F10);
        robot.await("kept", () -> model.recorded() == 1);
        robot.await("next", () -> !model.clip().get().orElseThrow().name().equals(first));
        assertThat(Files.size(root.resolve("languages/vi/sounds/" + first + ".wav")))
            .isGreaterThan(1_000);
        look(robot, "technician-42-next" + tag);
        FxRobot.runFx(window[0]::close);
      }
    }
  }

  private static Paint ground(Region region) {
    return FxRobot.onFx(() -> region.getBackground().getFills().getLast().getFill());
  }

  private static void look(FxRobot robot, String name) {
    robot.pulses(2);
    robot.picture(name);
    robot.assertNothingCutOff();
  }
}
