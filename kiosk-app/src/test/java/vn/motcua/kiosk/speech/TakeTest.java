package vn.motcua.kiosk.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.FaultException;

/**
 * A recording loses its silence and gets the loudness of the others. The microphone here is a
 * source of samples: no sound card can be had where tests run.
 */
class TakeTest {
  @TempDir Path root;

  /** Gives a sound once, part by part, as a line does. */
  static Microphone microphone(Sound sound) {
    return () ->
        new Microphone.Open() {
          private int at;

          @Override
          public int rate() {
            return sound.rate();
          }

          @Override
          public int read(short[] buffer) {
            int count = Math.min(buffer.length, sound.samples().length - at);
            if (count == 0) {
              return -1;
            }
            System.arraycopy(sound.samples(), at, buffer, 0, count);
            at += count;
            return count;
          }

          @Override
          public void close() {}
        };
  }

  static Sound quietVoice() {
    Sound voice = WaveTest.tone(220, 800, 48_000, 900);
    Sound silence = new Sound(new short[48_000], 48_000);
    short[] all = new short[silence.samples().length * 2 + voice.samples().length];
    System.arraycopy(voice.samples(), 0, all, silence.samples().length, voice.samples().length);
    return new Sound(all, 48_000);
  }

  @Test
  void silenceIsCutOffAndTheVoiceMadeAsLoudAsTheOthers() throws FaultException {
    AtomicInteger levels = new AtomicInteger();
    Sound kept =
        Take.record(microphone(quietVoice()), level -> levels.incrementAndGet(), () -> true);
    assertThat(kept.rate()).isEqualTo(Sound.RATE);
    assertThat(kept.milliseconds()).isBetween(880, 960);
    double sum = 0;
    for (short sample : kept.samples()) {
      sum += (double) sample * sample;
    }
    assertThat(Math.sqrt(sum / kept.samples().length)).isBetween(3_000.0, 3_500.0);
    assertThat(levels.get()).isGreaterThan(50);
  }

  @Test
  void noMicrophoneAndNobodySpeakingAreNamed() {
    assertThatThrownBy(() ->
            Take.record(
                () -> {
                  throw new IOException("none");
                },
                _ -> {},
                () -> true))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault()).isEqualTo(new VoiceFault.NoMicrophone()));
    assertThatThrownBy(() ->
            Take.record(microphone(new Sound(new short[16_000], 16_000)), _ -> {}, () -> true))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isEqualTo(new VoiceFault.TooQuiet()));
  }

  @Test
  void aPersonsVoiceTakesThePlaceOfTheMachines() throws FaultException {
    Languages languages = Languages.in(root, new PackKeys(List.of(), List.of(), List.of()));
    Studio studio = new Studio(languages);
    assertThat(studio.clips("vi")).hasSizeGreaterThan(140).noneMatch(Studio.Clip::recorded);
    studio.keep("vi", "chua-xong", Take.clean(quietVoice()));
    assertThat(studio.clips("vi")).filteredOn(Studio.Clip::recorded).hasSize(1);
    assertThat(studio.listen("vi", "chua-xong").milliseconds()).isGreaterThan(800);
    SpokenAnswer answers = new SpokenAnswer(languages);
    Locale vi = Locale.of("vi");
    assertThat(answers.in(vi, Spoken.of("a.open", "")).orElseThrow().pack().info().placeholder())
        .isFalse();
    assertThat(answers.in(vi, Spoken.of("a.stopped", "")).orElseThrow().pack().info().placeholder())
        .isTrue();
    assertThat(Files.exists(root.resolve("vi/sounds/chua-xong.wav"))).isTrue();
    assertThatThrownBy(() -> studio.keep("vi", "../../x", Take.clean(quietVoice())))
        .isInstanceOf(FaultException.class);
    assertThatThrownBy(() -> studio.keep("xyz", "chua-xong", Take.clean(quietVoice())))
        .isInstanceOf(FaultException.class);
  }
}
