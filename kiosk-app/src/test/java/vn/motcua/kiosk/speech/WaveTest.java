package vn.motcua.kiosk.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

/** Sounds survive being written, packed, and damaged. */
class WaveTest {
  static Sound tone(int hertz, int milliseconds, int rate, double loudness) {
    short[] samples = new short[rate * milliseconds / 1000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (loudness * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return new Sound(samples, rate);
  }

  private static Sound read(byte[] file) throws IOException {
    return Wave.read(new ByteArrayInputStream(file));
  }

  @Test
  void whatIsWrittenIsReadAgainAndByOthersToo() throws Exception {
    Sound tone = tone(440, 300, 16_000, 8_000);
    byte[] file = Wave.pcm(tone);
    assertThat(read(file).samples()).isEqualTo(tone.samples());
    try (var other = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
      assertThat(other.getFormat().getSampleRate()).isEqualTo(16_000f);
      assertThat(other.getFrameLength()).isEqualTo(tone.samples().length);
    }
  }

  @Test
  void aPackedSoundIsAQuarterAsLargeAndSoundsTheSame() throws IOException {
    Sound tone = tone(300, 1_000, 11_025, 9_000);
    byte[] file = Wave.packed(tone);
    assertThat(file.length).isLessThan(Wave.pcm(tone).length * 3 / 10);
    Sound again = read(file);
    assertThat(again.samples()).hasSameSizeAs(tone.samples());
    double noise = 0;
    double signal = 0;
    for (int i = 0; i < tone.samples().length; i++) {
      noise += Math.pow(tone.samples()[i] - again.samples()[i], 2);
      signal += Math.pow(tone.samples()[i], 2);
    }
    assertThat(10 * Math.log10(signal / noise)).isGreaterThan(20);
  }

  @Test
  void damagedFilesAreRefusedAndNothingElse() {
    byte[] whole = Wave.packed(tone(300, 200, 11_025, 9_000));
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
      for (int k = 0; k < 4 && damaged.length > 0; k++) {
        damaged[random.nextInt(Math.min(60, damaged.length))] = (byte) random.nextInt();
      }
      try {
        assertThat(read(damaged).samples().length).isLessThan(3_000_000);
      } catch (IOException refused) {
        assertThat(refused).isNotNull();
      }
    }
    assertThatThrownBy(() -> read(new byte[Wave.MOST_BYTES + 10])).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read("no sound".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void anotherRateKeepsTheLengthAndThePitch() {
    Sound tone = tone(200, 500, 48_000, 5_000);
    Sound slower = tone.at(16_000);
    assertThat(slower.milliseconds()).isBetween(498, 500);
    assertThat(crossings(slower)).isBetween(crossings(tone) - 2, crossings(tone) + 2);
    assertThat(Sound.join(java.util.List.of(tone, Sound.silence(100))).milliseconds())
        .isBetween(598, 600);
  }

  private static int crossings(Sound sound) {
    int count = 0;
    for (int i = 1; i < sound.samples().length; i++) {
      count += sound.samples()[i - 1] < 0 && sound.samples()[i] >= 0 ? 1 : 0;
    }
    return count;
  }
}
