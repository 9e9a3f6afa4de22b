package vn.motcua.kiosk.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped voices have every recording that any answer can need. */
class ShippedVoiceTest {
  private static final Languages LANGUAGES = Languages.shipped();
  private static final SpokenAnswer ANSWERS = new SpokenAnswer(LANGUAGES);

  private static List<Spoken> everything() {
    List<Spoken> all = new ArrayList<>();
    List<String> salutations = List.of("ông", "bà", "ông/bà");
    for (LocalDate day = LocalDate.of(2026, 1, 1);
        day.isBefore(LocalDate.of(2031, 1, 1));
        day = day.plusDays(1)) {
      String you = salutations.get(day.getDayOfMonth() % 3);
      all.add(Spoken.of("a.open.back", "").on(day).named("you", you));
      for (String key : List.of("a.late.new", "a.late.old", "a.returned")) {
        all.add(Spoken.of(key, "").on(day));
      }
    }
    for (int n = 0; n < 100; n++) {
      LocalDate first = LocalDate.of(2026, 11, 23);
      all.add(
          Spoken.of("a.days.many", "")
              .with("count", n)
              .on("from.", first)
              .on("to.", first.plusDays(n)));
      all.add(Spoken.of("a.days", "").with("count", n).weekdays(List.of(first, first.plusDays(6))));
      all.add(Spoken.of("a.days.holidays", "").with("count", n));
      all.add(Spoken.of("list.count", "").with("count", n).named("you", "bà"));
      all.add(Spoken.of("a.papers.why", "").with("count", n).named("you", "ông"));
      all.add(Spoken.of("a.ready.counter", "").with("counter", n));
      all.add(Spoken.of("queue.mine", "").with("ticket", "C" + n).named("you", "bà"));
      all.add(
          Spoken.of("queue.call", "")
              .with("ticket", (char) ('A' + n % 26) + String.valueOf(n))
              .with("counter", n));
      all.add(Spoken.of("a.payment.why", "").with("money", n * 1_000L + 1_000).named("you", "bà"));
      all.add(Spoken.of("a.payment.why", "").with("money", n * 37_000L + 1_000).named("you", "bà"));
    }
    for (int minute = 7 * 60; minute < 18 * 60; minute += 5) {
      all.add(Spoken.of("a.today.until", "").at(java.time.LocalTime.of(minute / 60, minute % 60)));
    }
    for (String commune : List.of("Xã", "Phường", "Đặc khu", "Trung tâm")) {
      all.add(Spoken.of("a.late", "").named("commune", commune).named("you", "ông/bà"));
    }
    Grammar grammar = LANGUAGES.of(Locale.of("vi")).getFirst().grammar().orElseThrow();
    for (String key : grammar.sentences()) {
      Spoken whole =
          Spoken.of(key, "")
              .on(LocalDate.of(2026, 11, 26))
              .on("from.", LocalDate.of(2026, 11, 26))
              .on("to.", LocalDate.of(2026, 12, 6))
              .at(java.time.LocalTime.of(17, 0))
              .with("count", 3)
              .with("counter", 3)
              .with("weekdays", "2 3 4")
              .with("money", 8_000)
              .with("ticket", "A7")
              .named("paper", "Tờ khai")
              .named("commune", "Xã")
              .named("you", "bà");
      all.add(whole);
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyDateCountAndAnswerIsComposedWithoutAMissingRecording(String language) {
    List<Spoken> missing =
        everything().stream()
            .filter(spoken -> ANSWERS.in(Locale.of(language), spoken).isEmpty())
            .toList();
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyRecordingCanBePlayedAndIsAPlaceholder(String language) throws IOException {
    LanguagePack pack = LANGUAGES.of(Locale.of(language)).getFirst();
    assertThat(pack.info().placeholder()).isTrue();
    assertThat(pack.recorded()).isEqualTo(pack.wanted()).isBetween(140, 200);
    for (String name : pack.clips().names()) {
      Sound sound = pack.clips().read(name);
      assertThat(sound.milliseconds()).as(name).isBetween(100, 6_000);
      long loud = 0;
      for (short sample : sound.samples()) {
        loud += Math.abs(sample) > 1_000 ? 1 : 0;
      }
      assertThat(loud).as(name).isGreaterThan(sound.samples().length / 20);
    }
  }
}
