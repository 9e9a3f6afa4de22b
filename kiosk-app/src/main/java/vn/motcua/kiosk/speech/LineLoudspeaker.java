package vn.motcua.kiosk.speech;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** The system's default loudspeaker, through Java Sound. */
public final class LineLoudspeaker implements Loudspeaker {
  private static final int PARTS_A_SECOND = 10;

  /** Cheap cards refuse slow rates and one channel: then what every card can. */
  private static final List<AudioFormat> FORMATS =
      List.of(
          new AudioFormat(Sound.RATE, 16, 1, true, false),
          new AudioFormat(48_000, 16, 2, true, false),
          new AudioFormat(44_100, 16, 2, true, false));

  @Override
  public void play(Sound sound, DoubleSupplier volume, BooleanSupplier on) throws IOException {
    try (SourceDataLine line = open()) {
      AudioFormat format = line.getFormat();
      short[] samples = sound.at((int) format.getSampleRate()).samples();
      int part = (int) format.getSampleRate() / PARTS_A_SECOND;
      line.start();
      for (int from = 0; from < samples.length && on.getAsBoolean(); from += part) {
        int to = Math.min(from + part, samples.length);
        byte[] bytes = bytes(samples, from, to, format.getChannels(), volume.getAsDouble());
        line.write(bytes, 0, bytes.length);
      }
      if (on.getAsBoolean()) {
        line.drain();
      } else {
        line.flush();
      }
    }
  }

  static byte[] bytes(short[] samples, int from, int to, int channels, double volume) {
    byte[] bytes = new byte[(to - from) * 2 * channels];
    int at = 0;
    for (int i = from; i < to; i++) {
      int sample = (int) Math.round(samples[i] * Math.clamp(volume, 0, 1));
      for (int c = 0; c < channels; c++) {
        bytes[at++] = (byte) sample;
        bytes[at++] = (byte) (sample >> 8);
      }
    }
    return bytes;
  }

  private static SourceDataLine open() throws IOException {
    IOException last = new IOException("no loudspeaker");
    for (AudioFormat format : FORMATS) {
      try {
        SourceDataLine line = AudioSystem.getSourceDataLine(format);
        line.open(format, (int) format.getFrameRate() / 5 * format.getFrameSize());
        return line;
      } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
        last = new IOException(e);
      }
    }
    throw last;
  }
}
