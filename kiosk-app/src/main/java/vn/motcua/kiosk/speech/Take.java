package vn.motcua.kiosk.speech;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import vn.motcua.scanner.FaultException;

/** Records one clip and makes it fit for use: silence cut off, as loud as the others. */
public final class Take {
  /** Nobody needs longer for one clip, in seconds. */
  public static final int LONGEST = 20;

  private static final int PARTS_A_SECOND = 20;

  /** Root mean square that every clip is brought to: 20 dB below the loudest possible. */
  private static final double LOUDNESS = 0.1 * Short.MAX_VALUE;

  private static final double LOUDEST_PEAK = 0.9 * Short.MAX_VALUE;

  /** A clip below it is a mistake: the microphone is off, or nobody spoke. */
  private static final double LEAST = 0.003 * Short.MAX_VALUE;

  /** What is louder than this part of the loudest moment belongs to the voice. */
  private static final double VOICE = 0.08;

  private static final int KEPT_MILLISECONDS = 60;

  private Take() {}

  /**
   * Records until {@code on} says no, at most {@link #LONGEST} seconds. Blocks.
   *
   * @param level told how loud it is now, 0 to 1, twenty times a second
   * @throws FaultException with {@link VoiceFault.NoMicrophone} or {@link VoiceFault.TooQuiet}
   */
  public static Sound record(Microphone microphone, DoubleConsumer level, BooleanSupplier on)
      throws FaultException {
    List<short[]> parts = new ArrayList<>();
    int rate;
    try (Microphone.Open open = microphone.open()) {
      rate = open.rate();
      short[] buffer = new short[rate / PARTS_A_SECOND];
      for (int i = 0; i < LONGEST * PARTS_A_SECOND && on.getAsBoolean(); i++) {
        int count = open.read(buffer);
        if (count < 0) {
          break;
        }
        short[] part = java.util.Arrays.copyOf(buffer, count);
        parts.add(part);
        level.accept(Math.min(1, loudness(part, 0, count) / LOUDNESS / 2));
      }
    } catch (IOException e) {
      throw new FaultException(new VoiceFault.NoMicrophone(), e);
    }
    short[] all = new short[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return clean(new Sound(all, rate));
  }

  /**
   * Cuts off the silence before and after the voice and brings it to the loudness of all clips.
   *
   * @throws FaultException with {@link VoiceFault.TooQuiet} if there is no voice in it
   */
  public static Sound clean(Sound raw) throws FaultException {
    Sound sound = raw.at(Sound.RATE);
    short[] samples = sound.samples();
    int part = Sound.RATE / 100;
    double loudest = 0;
    for (int i = 0; i + part <= samples.length; i += part) {
      loudest = Math.max(loudest, loudness(samples, i, i + part));
    }
    if (loudest < LEAST) {
      throw new FaultException(new VoiceFault.TooQuiet());
    }
    int first = samples.length;
    int last = 0;
    for (int i = 0; i + part <= samples.length; i += part) {
      if (loudness(samples, i, i + part) >= loudest * VOICE) {
        first = Math.min(first, i);
        last = i + part;
      }
    }
    int kept = Sound.RATE * KEPT_MILLISECONDS / 1000;
    int from = Math.max(0, first - kept);
    int to = Math.min(samples.length, last + kept);
    return new Sound(louder(samples, from, to), Sound.RATE);
  }

  private static short[] louder(short[] samples, int from, int to) {
    double peak = 1;
    for (int i = from; i < to; i++) {
      peak = Math.max(peak, Math.abs((double) samples[i]));
    }
    double factor = Math.min(LOUDNESS / loudness(samples, from, to), LOUDEST_PEAK / peak);
    short[] made = new short[to - from];
    for (int i = 0; i < made.length; i++) {
      made[i] = (short) Math.round(samples[from + i] * factor);
    }
    return made;
  }

  private static double loudness(short[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return Math.sqrt(sum / Math.max(1, to - from));
  }
}
