package vn.motcua.kiosk.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TonesTest {
  @Test
  void tonesSwellAndFadeWithoutClicks() {
    byte[] tone = Tones.tone(392, 262);
    assertThat(tone).hasSize(2 * (int) (22_050 * 0.12)); // a quarter of a second
    assertThat(tone[0]).isZero();
    assertThat(Math.abs(tone[tone.length - 1])).isLessThan((byte) 3);
    int loudest = 0;
    for (byte sample : tone) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    assertThat(loudest).isBetween(85, 90);
  }

  /** Test machines have no sound card, and a flood of scans must hold nobody up on any machine. */
  @Test
  @Timeout(30)
  void withoutSoundNothingFailsAndNobodyWaits() {
    Tones tones = new Tones();
    long begun = System.nanoTime();
    for (int i = 0; i < 10_000; i++) {
      tones.accepted();
      tones.refused();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
  }
}
