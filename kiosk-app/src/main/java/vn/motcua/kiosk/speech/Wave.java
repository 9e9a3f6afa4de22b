package vn.motcua.kiosk.speech;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * WAVE files (RIFF) of speech: 16 bit PCM of one or two channels, and IMA ADPCM of one. Whatever is
 * larger than a sentence can be is refused before memory is taken for it.
 */
public final class Wave {
  /** A file is never larger. */
  public static final int MOST_BYTES = 2_000_000;

  private static final int PCM = 1;
  private static final int ADPCM = 0x11;

  private Wave() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it is none, too large, or of a kind that is not played here
   */
  public static Sound read(InputStream in) throws IOException {
    byte[] all = in.readNBytes(MOST_BYTES + 1);
    if (all.length > MOST_BYTES) {
      throw new IOException("too large");
    }
    try {
      return read(ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN));
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("no whole WAVE file", e);
    }
  }

  private static Sound read(ByteBuffer file) throws IOException {
    if (!tag(file).equals("RIFF")) {
      throw new IOException("no RIFF file");
    }
    file.getInt();
    if (!tag(file).equals("WAVE")) {
      throw new IOException("no WAVE file");
    }
    int format = 0;
    int channels = 0;
    int rate = 0;
    int block = 0;
    int count = -1;
    while (file.remaining() >= 8) {
      String chunk = tag(file);
      // A program that writes to a pipe does not know the size beforehand and writes all ones.
      long size = Integer.toUnsignedLong(file.getInt());
      int here = (int) Math.min(size, file.remaining());
      int next = file.position() + here + (int) (size & 1);
      switch (chunk) {
        case "fmt " -> {
          format = file.getShort() & 0xFFFF;
          channels = file.getShort();
          rate = file.getInt();
          file.getInt();
          block = file.getShort() & 0xFFFF;
          int bits = file.getShort();
          boolean known =
              (format == PCM && bits == 16 && (channels == 1 || channels == 2))
                  || (format == ADPCM && bits == 4 && channels == 1 && block > ImaAdpcm.HEAD);
          if (!known || rate < 4_000 || rate > 192_000) {
            throw new IOException("format " + format + ", " + bits + " bit, " + rate);
          }
        }
        case "fact" -> count = file.getInt();
        case "data" -> {
          if (rate == 0) {
            throw new IOException("data before format");
          }
          byte[] data = new byte[here];
          file.get(data);
          return new Sound(format == PCM ? pcm(data, channels) : adpcm(data, block, count), rate);
        }
        default -> {}
      }
      file.position(Math.min(next, file.limit()));
    }
    throw new IOException("no data");
  }

  private static short[] pcm(byte[] data, int channels) {
    ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    short[] samples = new short[data.length / (2 * channels)];
    for (int i = 0; i < samples.length; i++) {
      int sum = 0;
      for (int c = 0; c < channels; c++) {
        sum += in.getShort();
      }
      samples[i] = (short) (sum / channels);
    }
    return samples;
  }

  private static short[] adpcm(byte[] data, int block, int count) {
    int most = (data.length + block - 1) / block * ImaAdpcm.samples(block);
    return ImaAdpcm.decode(data, block, count < 0 || count > most ? most : count);
  }

  private static String tag(ByteBuffer file) {
    byte[] four = new byte[4];
    file.get(four);
    return new String(four, StandardCharsets.ISO_8859_1);
  }

  /** A file with every sample as it is. */
  public static byte[] pcm(Sound sound) {
    ByteBuffer data =
        ByteBuffer.allocate(sound.samples().length * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (short sample : sound.samples()) {
      data.putShort(sample);
    }
    ByteBuffer format = format(PCM, sound.rate(), sound.rate() * 2, 2, 16);
    return file(format.array(), new byte[0], data.array());
  }

  /** A file of a quarter of the size; speech stays as it was to the ear. */
  public static byte[] packed(Sound sound) {
    int each = ImaAdpcm.samples(ImaAdpcm.BLOCK);
    int bytesPerSecond = (int) ((long) sound.rate() * ImaAdpcm.BLOCK / each);
    ByteBuffer plain = format(ADPCM, sound.rate(), bytesPerSecond, ImaAdpcm.BLOCK, 4);
    ByteBuffer format = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    format.put(plain.array()).putShort((short) 2).putShort((short) each);
    ByteBuffer fact = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    fact.put("fact".getBytes(StandardCharsets.ISO_8859_1)).putInt(4);
    fact.putInt(sound.samples().length);
    return file(format.array(), fact.array(), ImaAdpcm.encode(sound.samples()));
  }

  private static ByteBuffer format(int tag, int rate, int bytes, int block, int bits) {
    ByteBuffer format = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    format.putShort((short) tag).putShort((short) 1).putInt(rate).putInt(bytes);
    return format.putShort((short) block).putShort((short) bits);
  }

  private static byte[] file(byte[] format, byte[] fact, byte[] data) {
    ByteBuffer head = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    head.put("RIFF".getBytes(StandardCharsets.ISO_8859_1));
    head.putInt(4 + 8 + format.length + fact.length + 8 + data.length);
    head.put("WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1)).putInt(format.length);
    ByteBuffer end = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    end.put("data".getBytes(StandardCharsets.ISO_8859_1)).putInt(data.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : new byte[][] {head.array(), format, fact, end.array(), data}) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
