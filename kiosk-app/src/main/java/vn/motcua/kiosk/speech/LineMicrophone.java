package vn.motcua.kiosk.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;

/** The system's default microphone, through Java Sound. */
public final class LineMicrophone implements Microphone {
  private static final List<AudioFormat> FORMATS =
      List.of(
          new AudioFormat(Sound.RATE, 16, 1, true, false),
          new AudioFormat(48_000, 16, 1, true, false),
          new AudioFormat(44_100, 16, 1, true, false));

  @Override
  public Open open() throws IOException {
    IOException last = new IOException("no microphone");
    for (AudioFormat format : FORMATS) {
      try {
        TargetDataLine line = AudioSystem.getTargetDataLine(format);
        line.open(format);
        line.start();
        return new OpenLine(line);
      } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
        last = new IOException(e);
      }
    }
    throw last;
  }

  private record OpenLine(TargetDataLine line) implements Open {
    @Override
    public int rate() {
      return (int) line.getFormat().getSampleRate();
    }

    @Override
    public int read(short[] buffer) {
      byte[] bytes = new byte[buffer.length * 2];
      int count = line.read(bytes, 0, bytes.length);
      if (count <= 0) {
        return -1;
      }
      ByteBuffer.wrap(bytes)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asShortBuffer()
          .get(buffer, 0, count / 2);
      return count / 2;
    }

    @Override
    public void close() {
      line.stop();
      line.close();
    }
  }
}
