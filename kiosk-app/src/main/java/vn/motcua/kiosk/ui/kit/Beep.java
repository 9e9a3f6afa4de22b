package vn.motcua.kiosk.ui.kit;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineEvent;
import javax.sound.sampled.LineUnavailableException;

/** The short tone that says "I have it". Silent, never failing, on a machine without sound. */
public final class Beep {
  private static final float RATE = 22_050;
  private static final double HERTZ = 1_760;
  private static final double SECONDS = 0.12;

  private Beep() {}

  /** Sounds once. Returns at once. */
  public static void sound() {
    Thread.ofVirtual().name("beep").start(Beep::play);
  }

  private static void play() {
    try {
      byte[] tone = tone();
      Clip clip = AudioSystem.getClip();
      clip.addLineListener(event -> {
        if (event.getType().equals(LineEvent.Type.STOP)) {
          clip.close();
        }
      });
      clip.open(new AudioFormat(RATE, 8, 1, true, false), tone, 0, tone.length);
      clip.start();
    } catch (LineUnavailableException | IllegalArgumentException | IllegalStateException silent) {
      // No sound card, or somebody else has it: the screen says the same.
    }
  }

  private static byte[] tone() {
    byte[] tone = new byte[(int) (RATE * SECONDS)];
    for (int i = 0; i < tone.length; i++) {
      double fade = Math.min(1, Math.min(i, tone.length - i) / (RATE * 0.01));
      tone[i] = (byte) (90 * fade * Math.sin(2 * Math.PI * HERTZ * i / RATE));
    }
    return tone;
  }
}
