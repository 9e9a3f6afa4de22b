package vn.motcua.kiosk.speech;

import java.util.List;

/**
 * Something to hear: one channel.
 *
 * @param samples signed, 16 bit
 * @param rate samples a second
 */
public record Sound(short[] samples, int rate) {
  /** What recordings are played and kept at: speech has little above 8 kHz. */
  public static final int RATE = 16_000;

  /** Nothing, for so many milliseconds. */
  public static Sound silence(int milliseconds) {
    return new Sound(new short[RATE * milliseconds / 1000], RATE);
  }

  /** One after the other, at {@link #RATE}. */
  public static Sound join(List<Sound> sounds) {
    List<Sound> same = sounds.stream().map(sound -> sound.at(RATE)).toList();
    short[] all = new short[same.stream().mapToInt(sound -> sound.samples.length).sum()];
    int at = 0;
    for (Sound sound : same) {
      System.arraycopy(sound.samples, 0, all, at, sound.samples.length);
      at += sound.samples.length;
    }
    return new Sound(all, RATE);
  }

  /** How long it is, in milliseconds. */
  public int milliseconds() {
    return (int) (samples.length * 1000L / rate);
  }

  /** The same at another rate. Going down, what the new rate cannot carry is smoothed away. */
  public Sound at(int wanted) {
    if (wanted == rate || samples.length == 0) {
      return new Sound(samples, wanted);
    }
    double step = (double) rate / wanted;
    short[] made = new short[(int) (samples.length / step)];
    for (int i = 0; i < made.length; i++) {
      made[i] = step > 1 ? mean(i * step, (i + 1) * step) : between(i * step);
    }
    return new Sound(made, wanted);
  }

  private short between(double at) {
    int left = (int) at;
    int right = Math.min(left + 1, samples.length - 1);
    return (short) Math.round(samples[left] + (samples[right] - samples[left]) * (at - left));
  }

  private short mean(double from, double to) {
    double sum = 0;
    for (int i = (int) from; i < Math.min(samples.length, (int) Math.ceil(to)); i++) {
      sum += samples[i] * (Math.min(i + 1, to) - Math.max(i, from));
    }
    return (short) Math.round(sum / (to - from));
  }

  /** Never the samples. */
  @Override
  public String toString() {
    return "Sound[" + milliseconds() + " ms]";
  }
}
