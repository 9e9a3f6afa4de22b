package vn.motcua.kiosk.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is heard, in which language, and what those read who do not hear it. */
class SpeakerTest {
  private static final Locale VI = Locale.of("vi");
  private static final Locale HRE = Locale.of("hre");
  private static final Languages LANGUAGES = Languages.shipped();

  private final BlockingQueue<Caption> captions = new LinkedBlockingQueue<>();
  private final BlockingQueue<Sound> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> read = new LinkedBlockingQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  private final SpeechEngine engine =
      new SpeechEngine() {
        @Override
        public boolean speaks(Locale language) {
          return language.equals(VI);
        }

        @Override
        public Sound render(String words, Locale language) {
          read.add(words);
          return Sound.silence(10);
        }
      };

  private Speaker speaker(SpeechEngine with, Loudspeaker loudspeaker, boolean headphonesOnly) {
    return new Speaker(LANGUAGES, with, loudspeaker, HeadphoneJack.unknown(), headphonesOnly);
  }

  private static Speaker.Line back(String words) {
    Spoken spoken =
        Spoken.of("a.open.back", words).on(LocalDate.of(2026, 11, 26)).named("you", "bà");
    return new Speaker.Line(
        spoken,
        Spoken.of("a.open.back", "Mời bà quay lại.")
            .on(LocalDate.of(2026, 11, 26))
            .named("you", "bà"));
  }

  private void say(Speaker speaker, Locale language, Speaker.Line... lines)
      throws InterruptedException {
    speaker.say(List.of(lines), language, captions::add, ended::countDown);
    assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void recordingsComeFirstAndTheCaptionIsTheSentence() throws InterruptedException {
    try (Speaker speaker = speaker(engine, (sound, _, _) -> heard.add(sound), false)) {
      say(speaker, VI, back("Mời bà quay lại thứ Năm, 26/11."));
    }
    assertThat(captions)
        .containsExactly(
            new Caption("Mời bà quay lại thứ Năm, 26/11.", VI, true, Optional.empty()));
    assertThat(heard).hasSize(1);
    assertThat(heard.peek().milliseconds()).isGreaterThan(2_000);
    assertThat(read).isEmpty();
  }

  @Test
  void freeTextIsReadByTheEngineAndAnUnspokenLanguageInVietnamese() throws InterruptedException {
    Speaker.Line free = new Speaker.Line(Spoken.free("Hrê words"), Spoken.free("Lý do: mưa."));
    try (Speaker speaker = speaker(engine, (sound, _, _) -> heard.add(sound), false)) {
      say(speaker, HRE, free, back("Hrê: come back"));
    }
    assertThat(read).containsExactly("Lý do: mưa.");
    assertThat(captions).map(Caption::said).containsExactly(VI, VI);
    assertThat(captions).map(Caption::words).containsExactly("Hrê words", "Hrê: come back");
    assertThat(heard).hasSize(2);
  }

  @Test
  void aMachineWithoutSoundStillShowsTheCaptionsAndNamesTheFault() throws InterruptedException {
    try (Speaker speaker =
        speaker(
            engine,
            (_, _, _) -> {
              throw new IOException("none");
            },
            false)) {
      say(speaker, VI, new Speaker.Line(Spoken.of("a.open", "Chưa xong."), Spoken.free("")));
    }
    assertThat(captions)
        .last()
        .satisfies(caption -> {
          assertThat(caption.silent()).contains(new VoiceFault.NoLoudspeaker());
          assertThat(caption.words()).isEqualTo("Chưa xong.");
        });
  }

  @Test
  void withHeadphonesOnlyNothingIsHeardUntilTheyAreUsed() throws InterruptedException {
    try (Speaker speaker = speaker(engine, (sound, _, _) -> heard.add(sound), true)) {
      CountDownLatch first = new CountDownLatch(1);
      speaker.say(List.of(back("a")), VI, captions::add, first::countDown);
      Caption silent = captions.poll(30, TimeUnit.SECONDS);
      assertThat(silent.silent()).contains(new VoiceFault.NoHeadphones());
      assertThat(heard).isEmpty();
      speaker.headphones(true);
      say(speaker, VI, back("b"));
      assertThat(heard).hasSize(1);
      assertThat(first.getCount()).isZero();
    }
  }

  @Test
  void hushStopsAtOnceAndEndsAreToldOnce() throws InterruptedException {
    CountDownLatch playing = new CountDownLatch(1);
    AtomicInteger ends = new AtomicInteger();
    CountDownLatch over = new CountDownLatch(1);
    try (Speaker speaker =
        speaker(
            engine,
            (_, volume, on) -> {
              playing.countDown();
              while (on.getAsBoolean()) {
                Thread.onSpinWait();
                assertThat(volume.getAsDouble()).isPositive();
              }
            },
            false)) {
      speaker.say(
          List.of(back("a"), back("b")),
          VI,
          captions::add,
          () -> {
            ends.incrementAndGet();
            over.countDown();
          });
      assertThat(playing.await(30, TimeUnit.SECONDS)).isTrue();
      speaker.hush();
      assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(captions).hasSize(1);
    assertThat(ends).hasValue(1);
  }

  @Test
  void volumeHasFiveStepsAndEndsThere() {
    Volume loudest = Volume.USUAL.louder().louder();
    assertThat(loudest.step()).isEqualTo(Volume.STEPS);
    assertThat(loudest.factor()).isEqualTo(1);
    Volume softest = loudest.softer().softer().softer().softer().softer();
    assertThat(softest.step()).isEqualTo(1);
    assertThat(softest.factor()).isBetween(0.05, 0.2);
  }
}
