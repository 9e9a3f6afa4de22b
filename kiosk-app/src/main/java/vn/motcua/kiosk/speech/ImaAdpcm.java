package vn.motcua.kiosk.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Four bits a sample: IMA/DVI ADPCM, one channel, in the blocks of WAVE files (IMA Digital Audio
 * Doc-Pac, 1992; Microsoft's "DVI ADPCM Wave Type", format tag 0x11). A block begins with the first
 * sample and the index of the step; then two samples a byte, the low half first.
 */
final class ImaAdpcm {
  static final int BLOCK = 512;
  static final int HEAD = 4;

  private static final int[] INDEX = {-1, -1, -1, -1, 2, 4, 6, 8};
  private static final int[] STEP = steps();

  private ImaAdpcm() {}

  /** The 89 steps of the standard, each about a tenth larger than the one before. */
  private static int[] steps() {
    String all =
        "7 8 9 10 11 12 13 14 16 17 19 21 23 25 28 31 34 37 41 45 50 55 60 66 73 80 88 97 107 118"
            + " 130 143 157 173 190 209 230 253 279 307 337 371 408 449 494 544 598 658 724 796 876"
            + " 963 1060 1166 1282 1411 1552 1707 1878 2066 2272 2499 2749 3024 3327 3660 4026 4428"
            + " 4871 5358 5894 6484 7132 7845 8630 9493 10442 11487 12635 13899 15289 16818 18500"
            + " 20350 22385 24623 27086 29794 32767";
    return java.util.Arrays.stream(all.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  /** How many samples a block of {@code bytes} holds. */
  static int samples(int bytes) {
    return (bytes - HEAD) * 2 + 1;
  }

  private static final class State {
    int value;
    int index;

    int decode(int code) {
      int step = STEP[index];
      int change = step >> 3;
      change += (code & 4) != 0 ? step : 0;
      change += (code & 2) != 0 ? step >> 1 : 0;
      change += (code & 1) != 0 ? step >> 2 : 0;
      value = Math.clamp(value + ((code & 8) != 0 ? -change : change), -32768, 32767);
      index = Math.clamp(index + INDEX[code & 7], 0, STEP.length - 1);
      return value;
    }

    int encode(int sample) {
      int step = STEP[index];
      int left = Math.abs(sample - value);
      int code = sample < value ? 8 : 0;
      for (int bit = 4; bit > 0; bit >>= 1) {
        if (left >= step) {
          code |= bit;
          left -= step;
        }
        step >>= 1;
      }
      decode(code);
      return code;
    }
  }

  /**
   * @param count samples of the whole; those that would fill up the last block are left out
   */
  static short[] decode(byte[] data, int block, int count) {
    short[] samples = new short[count];
    int at = 0;
    State state = new State();
    for (int from = 0; from + HEAD <= data.length && at < count; from += block) {
      ByteBuffer head = ByteBuffer.wrap(data, from, HEAD).order(ByteOrder.LITTLE_ENDIAN);
      state.value = head.getShort();
      state.index = Math.clamp(head.get(), 0, STEP.length - 1);
      samples[at++] = (short) state.value;
      int end = Math.min(from + block, data.length);
      for (int i = from + HEAD; i < end && at < count; i++) {
        samples[at++] = (short) state.decode(data[i] & 15);
        if (at < count) {
          samples[at++] = (short) state.decode(data[i] >> 4 & 15);
        }
      }
    }
    return samples;
  }

  /** The blocks of {@code samples}; the last one is filled up. */
  static byte[] encode(short[] samples) {
    int each = samples(BLOCK);
    int blocks = (samples.length + each - 1) / each;
    ByteBuffer out = ByteBuffer.allocate(blocks * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    State state = new State();
    for (int b = 0; b < blocks; b++) {
      state.value = samples[b * each];
      out.putShort((short) state.value).put((byte) state.index).put((byte) 0);
      for (int i = b * each + 1; i < (b + 1) * each; i += 2) {
        int low = state.encode(sample(samples, i));
        out.put((byte) (low | state.encode(sample(samples, i + 1)) << 4));
      }
    }
    return out.array();
  }

  private static int sample(short[] samples, int at) {
    return at < samples.length ? samples[at] : 0;
  }
}
