package vn.motcua.kiosk.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs that somebody edited by hand, or on purpose: each is named, none stops a terminal. */
class HostilePacksTest {
  private static final PackKeys KEYS =
      new PackKeys(
          List.of("vn.motcua.kiosk.ui.citizen.texts", "vn.motcua.kiosk.ui.kit.texts"),
          List.of("vn.motcua.scanner.faults"),
          List.of("CHIP-"));
  private static final Locale HRE = Locale.of("hre");
  private static final String GOOD =
      "{\"code\":\"hre\",\"name\":\"Hrê\",\"by\":\"\",\"licence\":\"\",\"placeholder\":false}";
  private static final Spoken BACK =
      Spoken.of("a.open.back", "Hrê: come back")
          .on(java.time.LocalDate.of(2026, 11, 26))
          .named("you", "bà");

  /** What somebody does to the folder of a pack. */
  private interface Harm {
    void to(Path pack) throws IOException;
  }

  private final Map<String, Harm> packs = new LinkedHashMap<>();

  @TempDir Path root;

  private void info(String name, String json) {
    packs.put("LANGUAGE-INFO " + name, pack -> text(pack, "language.json", json));
  }

  private void texts(String fault, String name, String text) {
    packs.put(fault + " " + name, pack -> text(pack, "texts.properties", text));
  }

  private void grammar(String name, String text) {
    packs.put("LANGUAGE-GRAMMAR " + name, pack -> text(pack, "grammar", text));
  }

  private void sound(String fault, String name, byte[] bytes) {
    packs.put(fault + " " + name, pack -> Files.write(pack.resolve("sounds/" + name), bytes));
  }

  private static void text(Path pack, String name, String text) throws IOException {
    Files.writeString(pack.resolve(name), text);
  }

  private void harms() {
    info("the word null", "null");
    info("empty", "");
    info("a list", "[]");
    info("a number", "7");
    info("cut", GOOD.substring(0, 30));
    info("name null", GOOD.replace("\"Hrê\"", "null"));
    info("name blank", GOOD.replace("Hrê", " "));
    info("name long", GOOD.replace("Hrê", "x".repeat(500)));
    info("deep", "[".repeat(4_000));
    info("one more field", GOOD.replace("{", "{\"run\":\"x\","));
    packs.put(
        "LANGUAGE-CODE a path", pack -> text(pack, "language.json", GOOD.replace("hre", "../vi")));
    packs.put(
        "LANGUAGE-CODE another's", pack -> text(pack, "language.json", GOOD.replace("hre", "vi")));
    packs.put("LANGUAGE-FILE none", pack -> Files.delete(pack.resolve("language.json")));
    packs.put(
        "LANGUAGE-LARGE info", pack -> text(pack, "language.json", GOOD + " ".repeat(20_000)));
    texts("LANGUAGE-PLACES", "a place too many", "go.leave=Loh {0}\n");
    texts("LANGUAGE-LARGE", "a sentence that fills a book", "go.leave=" + "a".repeat(900_000));
    texts("LANGUAGE-LARGE", "too large", "#" + "a".repeat(1_000_100));
    texts("LANGUAGE-KEY", "of another program", "password=1\n");
    texts("LANGUAGE-ENCODING", "half an escape", "go.leave=\\u12\n");
    texts("LANGUAGE-ENCODING", "a bell", "go.leave=Loh \\u0007\n");
    packs.put(
        "LANGUAGE-ENCODING utf-16",
        pack ->
            Files.write(
                pack.resolve("texts.properties"),
                "\uFEFFgo.leave=Loh é".getBytes(StandardCharsets.UTF_16LE)));
    grammar("not one", "\u0000\u0001");
    grammar("an unknown recording", "say.a.open = nowhere\n");
    grammar("too many lines", "#\n".repeat(4_100));
    grammar("nothing is said", "clip.a =\n");
    packs.put(
        "LANGUAGE-STRANGE a link",
        pack -> Files.createSymbolicLink(pack.resolve("LICENSE"), Path.of("/etc/hostname")));
    packs.put(
        "LANGUAGE-STRANGE a linked sound",
        pack ->
            Files.createSymbolicLink(pack.resolve("sounds/muoi.wav"), Path.of("/etc/hostname")));
    sound("LANGUAGE-STRANGE", "Không phải.wav", new byte[9]);
    sound("LANGUAGE-LARGE", "muoi.wav", new byte[Wave.MOST_BYTES + 1]);
    packs.put(
        "LANGUAGE-STRANGE a folder as a sound",
        pack -> Files.createDirectories(pack.resolve("sounds/muoi.wav")));
    packs.put(
        "LANGUAGE-STRANGE a folder as a file",
        pack -> Files.createDirectories(pack.resolve("setup")));
  }

  @Test
  void eachIsNamedAndVietnameseStaysWhole() throws Exception {
    harms();
    assertThat(packs).hasSizeGreaterThanOrEqualTo(30);
    List<LanguagePack> shipped = Languages.shipped().of(Locale.of("vi"));
    int number = 0;
    for (Map.Entry<String, Harm> harm : packs.entrySet()) {
      Path languages = root.resolve("data" + number++);
      Path pack = languages.resolve("hre");
      PackSkeleton.make(pack, "hre", "Hrê", KEYS);
      harm.getValue().to(pack);
      Languages found = Languages.in(languages, KEYS);
      assertThat(found.troubles())
          .as(harm.getKey())
          .extracting(trouble -> trouble.fault().code())
          .contains(harm.getKey().split(" ", -1)[0]);
      assertThat(found.all()).as(harm.getKey()).extracting(LanguageInfo::code).contains("vi", "en");
      assertThat(found.of(Locale.of("vi"))).as(harm.getKey()).hasSameSizeAs(shipped);
      assertThat(found.text(HRE, "go.leave")).as(harm.getKey()).isEmpty();
      assertThat(new SpokenAnswer(found).inVietnamese(BACK)).as(harm.getKey()).isPresent();
    }
  }

  @Test
  void aByteOrderMarkIsNoHarm() throws Exception {
    Path pack = root.resolve("data/hre");
    PackSkeleton.make(pack, "hre", "Hrê", KEYS);
    text(pack, "texts.properties", "\uFEFFgo.leave=Loh\n");
    text(pack, "language.json", "\uFEFF" + GOOD);
    Languages found = Languages.in(root.resolve("data"), KEYS);
    assertThat(found.troubles()).isEmpty();
    assertThat(found.text(HRE, "go.leave")).contains("Loh");
  }

  /** Every recording of a sentence is there, and one of them is none. */
  @Test
  void aRecordingThatIsNoneSendsTheWholeSentenceToVietnamese() throws Exception {
    Path pack = root.resolve("data/hre");
    PackSkeleton.make(pack, "hre", "Hrê", KEYS);
    byte[] good = Wave.pcm(WaveTest.tone(300, 300, 16_000, 9_000));
    List<String> clips = new ArrayList<>();
    for (Piece piece :
        new SpokenAnswer(Languages.shipped()).inVietnamese(BACK).orElseThrow().pieces()) {
      if (piece instanceof Piece.Recording(String clip)) {
        clips.add(clip);
        Files.write(pack.resolve("sounds/" + clip + ".wav"), good);
      }
    }
    Files.writeString(pack.resolve("sounds/" + clips.getLast() + ".wav"), "no sound at all");
    Languages found = Languages.in(root.resolve("data"), KEYS);
    assertThat(new SpokenAnswer(found).in(HRE, BACK)).isPresent();

    BlockingQueue<Caption> captions = new LinkedBlockingQueue<>();
    BlockingQueue<Sound> heard = new LinkedBlockingQueue<>();
    CountDownLatch ended = new CountDownLatch(1);
    SpeechEngine mute =
        new SpeechEngine() {
          @Override
          public boolean speaks(Locale language) {
            return false;
          }

          @Override
          public Sound render(String words, Locale language) throws IOException {
            throw new IOException("mute");
          }
        };
    try (Speaker speaker =
        new Speaker(
            found, mute, (sound, _, _) -> heard.add(sound), HeadphoneJack.unknown(), false)) {
      speaker.say(List.of(new Speaker.Line(BACK, BACK)), HRE, captions::add, ended::countDown);
      assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(captions)
        .containsExactly(new Caption("Hrê: come back", Locale.of("vi"), true, Optional.empty()));
    assertThat(heard).hasSize(1);
  }

  /** Seven kinds of fifty parts each would be 781 thousand million recordings. */
  @Test
  void rulesThatMultiplyEachOtherSayNothing() throws Exception {
    StringBuilder text = new StringBuilder("clip.a = a\n");
    String kinds = "bcdefgh";
    for (int i = 0; i < kinds.length(); i++) {
      String part = i + 1 < kinds.length() ? "{" + kinds.charAt(i + 1) + "=1} " : "a ";
      text.append(kinds.charAt(i)).append(".# = ").append(part.repeat(50)).append('\n');
    }
    Grammar grammar = Grammar.parse(text + "say.x = {count:b}\n");
    assertThat(grammar.compose(Spoken.of("x", "").with("count", 7))).isEmpty();
  }
}
