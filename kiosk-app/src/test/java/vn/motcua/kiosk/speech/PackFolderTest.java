package vn.motcua.kiosk.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.FaultException;

/** A commune makes a language without us; what is wrong with it is named and stops nothing. */
class PackFolderTest {
  private static final PackKeys KEYS =
      new PackKeys(
          List.of("vn.motcua.kiosk.ui.citizen.texts", "vn.motcua.kiosk.ui.kit.texts"),
          List.of("vn.motcua.scanner.faults"),
          List.of("CHIP-"));

  @TempDir Path root;
  private Path pack;

  @BeforeEach
  void aSkeleton() throws FaultException {
    pack = root.resolve("hre");
    PackSkeleton.make(pack, "hre", "Hrê", KEYS);
  }

  private PackReport report() {
    return PackFolder.check(pack, KEYS);
  }

  private void text(String name, String text) throws IOException {
    Files.writeString(pack.resolve(name), text);
  }

  @Test
  void theSkeletonIsSoundEmptyAndTellsWhatToSay() throws IOException {
    PackReport report = report();
    assertThat(report.faults()).isEmpty();
    LanguagePack made = report.pack().orElseThrow();
    assertThat(made.texts()).isEmpty();
    assertThat(made.info().name()).isEqualTo("Hrê");
    assertThat(made.recorded()).isZero();
    assertThat(made.wanted()).isGreaterThan(140);
    assertThat(Files.readString(pack.resolve("texts.properties")))
        .contains("# Xong, thoát ra\ngo.leave=\n")
        .contains("CHIP-REMOVED.what=");
    assertThat(Files.readString(pack.resolve("clips.txt")))
        .contains("sounds/quay-lai.wav\tquay lại");
    assertThatThrownBy(() -> PackSkeleton.make(pack, "hre", "Hrê", KEYS))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault()).isEqualTo(new LanguageFault.Exists("hre")));
    assertThatThrownBy(() -> PackSkeleton.make(root.resolve("x"), "../x", "X", KEYS))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault().code()).isEqualTo("LANGUAGE-CODE"));
  }

  @Test
  void everyMistakeIsNamedAndTheRestCanBeUsed() throws IOException {
    text(
        "texts.properties",
        "go.leave=Loh\na.open.back=Quay lai.\nno.such.key=x\nsix.title=Mot {0}\n"
            + "list.count.one=Mot ho so\n");
    text("grammar", "say.x = nothing\n");
    Files.writeString(pack.resolve("sounds/muoi.wav"), "no sound");
    Files.writeString(pack.resolve("sounds/Nói gì.txt"), "x");
    Files.writeString(pack.resolve("setup.exe"), "x");
    PackReport report = report();
    assertThat(report.faults())
        .containsExactlyInAnyOrder(
            new LanguageFault.StrangeFile("setup.exe"),
            new LanguageFault.StrangeFile("sounds/Nói gì.txt"),
            new LanguageFault.BadPlaces("a.open.back"),
            new LanguageFault.BadPlaces("six.title"),
            new LanguageFault.UnknownKey("no.such.key"),
            new LanguageFault.BadGrammar("grammar:1: no such recording: nothing"),
            new LanguageFault.BadSound("muoi"));
    assertThat(report.pack().orElseThrow().texts())
        .containsEntry("go.leave", "Loh")
        .containsEntry("list.count.one", "Mot ho so")
        .doesNotContainKeys("a.open.back", "six.title", "no.such.key");
    assertThat(report.sound()).isFalse();
  }

  @Test
  void bytesThatAreNotUtf8AndFilesOverTheLimitAreRefused() throws IOException {
    Files.write(
        pack.resolve("texts.properties"),
        "go.leave=Hr\u00ea".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(pack.resolve("grammar"), new byte[1_000_001]);
    assertThat(report().faults())
        .containsExactlyInAnyOrder(
            new LanguageFault.BadEncoding("texts.properties"),
            new LanguageFault.TooLarge("grammar"));
    text(
        "language.json",
        "{\"code\":\"../../etc\",\"name\":\"x\",\"by\":\"\",\"licence\":\"\",\"placeholder\":false}");
    assertThat(report().faults()).contains(new LanguageFault.BadCode("language.json"));
    text("language.json", "{\"code\":\"hre\"}");
    assertThat(report().faults()).contains(new LanguageFault.BadInfo("language.json"));
    Files.delete(pack.resolve("language.json"));
    assertThat(report().faults()).contains(new LanguageFault.MissingFile("language.json"));
    assertThat(report().pack()).isEmpty();
  }

  @Test
  void noLinkIsFollowedOutOfTheFolder() throws IOException {
    Path secret =
        Files.write(root.resolve("secret.wav"), Wave.pcm(WaveTest.tone(300, 300, 16_000, 9_000)));
    Files.createSymbolicLink(pack.resolve("sounds/muoi.wav"), secret);
    Files.createSymbolicLink(pack.resolve("README"), secret);
    PackReport report = report();
    assertThat(report.faults())
        .containsExactlyInAnyOrder(
            new LanguageFault.StrangeFile("README"),
            new LanguageFault.StrangeFile("sounds/muoi.wav"));
    assertThat(report.pack().orElseThrow().clips().names()).isEmpty();
  }

  @Test
  void itIsInstalledWholeOrNotAtAll() throws IOException, FaultException {
    Path languages = root.resolve("data/languages");
    text("texts.properties", "go.leave=Loh\nsix.title=Mot {0}\n");
    assertThatThrownBy(() -> PackInstaller.install(pack, languages, KEYS, false))
        .isInstanceOf(FaultException.class);
    assertThat(languages).doesNotExist();
    text("texts.properties", "go.leave=Loh\n");
    Files.write(pack.resolve("sounds/muoi.wav"), Wave.pcm(WaveTest.tone(300, 300, 16_000, 9_000)));
    PackInstaller.install(pack, languages, KEYS, false);
    Languages installed = Languages.in(languages, KEYS);
    assertThat(installed.troubles()).isEmpty();
    assertThat(installed.all()).map(LanguageInfo::code).containsExactly("vi", "hre", "en");
    assertThat(installed.text(Locale.of("hre"), "go.leave")).contains("Loh");
    assertThat(installed.text(Locale.of("hre"), "go.back")).isEmpty();
    assertThatThrownBy(() -> PackInstaller.install(pack, languages, KEYS, false))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault()).isEqualTo(new LanguageFault.Exists("hre")));
    text("texts.properties", "go.leave=Loh loh\n");
    PackInstaller.install(pack, languages, KEYS, true);
    installed.reload();
    assertThat(installed.text(Locale.of("hre"), "go.leave")).contains("Loh loh");
    try (Stream<Path> left = Files.list(languages)) {
      assertThat(left).map(Path::getFileName).map(Path::toString).containsExactly("hre");
    }
  }

  @Test
  void aBadPackNeverStopsTheOthers() throws IOException {
    Files.createDirectories(root.resolve("data/xyz"));
    Files.createDirectories(root.resolve("data/en/sounds"));
    Files.writeString(root.resolve("data/en/language.json"), "{");
    Files.writeString(root.resolve("data/notes.txt"), "x");
    Languages languages = Languages.in(root.resolve("data"), KEYS);
    assertThat(languages.all()).map(LanguageInfo::code).containsExactly("vi", "en");
    assertThat(languages.troubles())
        .containsExactlyInAnyOrder(
            new Languages.Trouble("xyz", new LanguageFault.MissingFile("language.json")),
            new Languages.Trouble("en", new LanguageFault.BadInfo("language.json")));
    assertThat(languages.of(Locale.of("en"))).hasSize(1);
  }

  @Test
  void aMissingClipSendsTheWholeSentenceToVietnamese() throws IOException, FaultException {
    Path languages = root.resolve("data");
    Files.write(
        pack.resolve("sounds/chua-xong.wav"), Wave.pcm(WaveTest.tone(300, 300, 16_000, 9_000)));
    PackInstaller.install(pack, languages, KEYS, false);
    SpokenAnswer answers = new SpokenAnswer(Languages.in(languages, KEYS));
    Locale hre = Locale.of("hre");
    assertThat(answers.in(hre, Spoken.of("a.open", ""))).isPresent();
    Spoken back =
        Spoken.of("a.open.back", "").on(java.time.LocalDate.of(2026, 11, 26)).named("you", "bà");
    assertThat(answers.in(hre, back)).isEmpty();
    assertThat(answers.inVietnamese(back).orElseThrow().pack().info().code()).isEqualTo("vi");
  }
}
