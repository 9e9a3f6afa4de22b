package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import javafx.scene.control.Labeled;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.speech.HeadphoneJack;
import vn.motcua.kiosk.speech.Languages;
import vn.motcua.kiosk.speech.PackKeys;
import vn.motcua.kiosk.speech.Sound;
import vn.motcua.kiosk.speech.Speaker;
import vn.motcua.kiosk.speech.SpeechEngine;
import vn.motcua.kiosk.ui.PackTextsOf;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.SpokenVoice;
import vn.motcua.kiosk.ui.kit.TextSize;
import vn.motcua.kiosk.ui.kit.Texts;

/** Languages are switched in mid-flow, and what is said is also written. */
class VoiceScreensTest {
  private static final PackKeys KEYS =
      new PackKeys(CitizenTexts.bundles(), List.of("vn.motcua.scanner.faults"), List.of("CHIP-"));

  @TempDir Path root;

  private final BlockingQueue<Sound> heard = new LinkedBlockingQueue<>();
  private final Semaphore goOn = new Semaphore(0);

  /** Plays a sentence when the test lets it, so that each caption can be looked at. */
  private void play(Sound sound, java.util.function.BooleanSupplier on) {
    heard.add(sound);
    while (on.getAsBoolean() && !goOn.tryAcquire()) {
      Thread.onSpinWait();
    }
  }

  /** Invented languages: the words are nobody's. */
  private void pack(String code, String name, String texts) throws IOException {
    Path folder = Files.createDirectories(root.resolve("languages").resolve(code));
    Files.writeString(
        folder.resolve("language.json"),
        "{\"code\":\"%s\",\"name\":\"%s\",\"by\":\"\",\"licence\":\"\",\"placeholder\":false}"
            .formatted(code, name));
    Files.writeString(folder.resolve("texts.properties"), texts);
  }

  @Tag("long")
  @ParameterizedTest(name = "{0}×{1} {2} {3} clear={4}")
  @CsvSource({
    "1080, 1920, en, LARGE, false",
    "1920, 1080, vi, LARGE, true",
    "1920, 1080, en, LARGEST, false"
  })
  void inOtherSizesAsWell(int width, int height, String language, TextSize size, boolean clear)
      throws Exception {
    languagesAndCaptions(width, height, language, size, clear);
  }

  @ParameterizedTest(name = "{0}×{1} {2} {3} clear={4}")
  @CsvSource({
    "1080, 1920, vi, NORMAL, false",
    "1920, 1080, en, NORMAL, true",
    "1080, 1920, vi, LARGEST, false"
  })
  void languagesAndCaptions(int width, int height, String language, TextSize size, boolean clear)
      throws Exception {
    pack("qaa", "Tiếng Thử", "code.title=Ma ho so ti\na.open=Mang sau.\nbar.read=Nge\n");
    pack("qab", "Ka Đong", "");
    pack("qac", "Hơ Rê", "");
    pack("qad", "Bơ Nar", "");
    pack("qae", "Hmoob", "");
    Languages languages = Languages.in(root.resolve("languages"), KEYS);
    SpeechEngine engine =
        new SpeechEngine() {
          @Override
          public boolean speaks(Locale of) {
            return of.getLanguage().equals("vi") || of.getLanguage().equals("en");
          }

          @Override
          public Sound render(String words, Locale of) {
            return Sound.silence(100);
          }
        };
    Speaker speaker =
        new Speaker(
            languages, engine, (sound, _, on) -> play(sound, on), HeadphoneJack.unknown(), false);
    String name = "voice-" + width + "-" + language + "-" + size.name().toLowerCase(Locale.ROOT);
    SoftAssertions found = new SoftAssertions();
    try (CitizenWorld world = new CitizenWorld(root.resolve("data"))) {
      DossierCode code = world.threeOfMai().getFirst();
      CitizenWindow[] made = new CitizenWindow[1];
      Texts texts = world.texts().with(PackTextsOf.languages(languages));
      try (FxRobot robot =
          FxRobot.open(
              width,
              height,
              stage ->
                  made[0] =
                      new CitizenWindow(
                          stage,
                          CitizenWorld.TERMINAL,
                          world.lookups,
                          world.devices,
                          world.calls,
                          CitizenWorld.CENTRE,
                          world.clock,
                          texts,
                          new SpokenVoice(speaker),
                          Optional.empty(),
                          Optional.of(world.wedge),
                          List.of()))) {
        CitizenModel model = made[0].model();
        FxRobot.runFx(() -> {
          texts.language().set(Locale.of(language));
          made[0].look().textSize().set(size);
          made[0].look().clear().set(clear);
        });
        look(robot, found, name + "-1-home", "language-vi");

        robot.click("home-without");
        robot.awaitId("keys");
        for (char key : "H48025".toCharArray()) {
          FxRobot.runFx(() -> model.key(key));
        }
        robot.click("language-switch");
        look(robot, found, name + "-2-languages", "languages");
        robot.click("language-qaa");
        robot.awaitText("Ma ho so ti");
        robot.click("bar-read");
        robot.awaitId("caption");
        assertThat(model.state().page())
            .as("what was typed outlives the language")
            .isInstanceOfSatisfying(
                Page.TypeCode.class, page -> assertThat(page.typed()).isEqualTo("H48025"));
        assertThat(robot.nodes(node -> "languages".equals(node.getId()))).isEmpty();
        // The invented language has no voice: Vietnamese is read, and the caption says so.
        robot.awaitText(texts.get("voice.vietnamese"));
        assertThat(text(robot, "caption-words")).isEqualTo("Ma ho so ti");
        look(robot, found, name + "-3-fallback", "caption-about");
        robot.click("caption-close");
        robot.await("silent", () -> robot.nodes(n -> "caption".equals(n.getId())).isEmpty());

        FxRobot.runFx(() -> texts.language().set(Locale.of(language)));
        FxRobot.runFx(() -> model.scanned(CitizenWorld.receipt(code)));
        robot.awaitId("sound-caption");
        robot.awaitId("rail");
        heard.clear();
        goOn.drainPermits();
        robot.click("bar-read");
        robot.await("first", () -> heard.size() == 1);
        goOn.release();
        robot.await("second", () -> heard.size() == 2);
        goOn.release();
        robot.await("third", () -> heard.size() == 3);
        String day = language.equals("vi") ? "thứ Năm, 26/11" : "Thursday, 26 November";
        robot.await("its words", () -> text(robot, "caption-words").contains(day));
        assertThat(heard.stream().skip(2).findFirst().orElseThrow().milliseconds())
            .as("composed of recordings")
            .isGreaterThan(1_500);
        robot.click("voice-softer");
        assertThat(speaker.volume().step()).isEqualTo(3);
        look(robot, found, name + "-4-caption", "caption");
        robot.click("caption-close");
        robot.await("hushed", () -> robot.nodes(n -> "caption".equals(n.getId())).isEmpty());
        FxRobot.runFx(model::leave);
        robot.awaitId("home-card");
        assertThat(speaker.volume().step()).as("the next citizen's volume").isEqualTo(4);
        FxRobot.runFx(made[0]::close);
        found.assertAll();
      }
    }
  }

  private static String text(FxRobot robot, String id) {
    return ((Labeled) robot.node(id)).getText();
  }

  private static void look(FxRobot robot, SoftAssertions found, String name, String id) {
    robot.awaitId(id);
    robot.picture(name);
    found.check(robot::assertNothingCutOff);
    found.check(() -> robot.assertTouchTargets(76));
  }
}
