package vn.motcua.kiosk.ui.kit;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineEvent;
import javax.sound.sampled.LineUnavailableException;

/**
 * Two short tones, computed: high for yes, low and falling for no. Silent, never failing, on a
 * machine without sound. A thread of its own plays them, for opening a sound device may take long;
 * of a flood of tones the last counts.
 */
public final class Tones implements Sounds {
  private static final float RATE = 22_050;
  private static final AudioFormat FORMAT = new AudioFormat(RATE, 8, 1, true, false);

  /** An A above the range of voices: heard over a full room. */
  private static final double[] YES = {1_760};

  private static final double[] NO = {392, 262};
  private static final double SECONDS = 0.12;
  private static final double FADE_SECONDS = 0.01;
  private static final int LOUDNESS = 90;

  private final byte[] yes = tone(YES);
  private final byte[] no = tone(NO);
  private final ExecutorService player =
      new ThreadPoolExecutor(
          0,
          1,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(1),
          Thread.ofPlatform().daemon().name("tones").factory(),
          new ThreadPoolExecutor.DiscardOldestPolicy());

  @Override
  public void accepted() {
    player.execute(() -> play(yes));
  }

  @Override
  public void refused() {
    player.execute(() -> play(no));
  }

  private static void play(byte[] tone) {
    try {
      Clip clip = AudioSystem.getClip();
      clip.addLineListener(event -> {
        if (event.getType().equals(LineEvent.Type.STOP)) {
          clip.close();
        }
      });
      clip.open(FORMAT, tone, 0, tone.length);
      clip.start();
    } catch (LineUnavailableException | RuntimeException silent) {
      // No sound card, or somebody else has it: the screen says the same.
    }
  }

  /**
   * Signed samples of one tone after the other, each swelling and fading so that nothing clicks.
   */
  static byte[] tone(double... hertz) {
    int each = (int) (RATE * SECONDS);
    byte[] samples = new byte[each * hertz.length];
    for (int i = 0; i < samples.length; i++) {
      int at = i % each;
      double fade = Math.min(1, Math.min(at, each - at) / (RATE * FADE_SECONDS));
      samples[i] = (byte) (LOUDNESS * fade * Math.sin(2 * Math.PI * hertz[i / each] * at / RATE));
    }
    return samples;
  }
}
