package vn.motcua.scanner.chip;

import java.io.Serial;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Encoded bytes for a decoder. Nothing of a face is ever cached on disk, and every read is a chance
 * to stop a decoder whose time is over: decoders that loop over damaged bytes do so while reading.
 */
final class PictureStream extends ImageInputStreamImpl {
  /**
   * Stops a decoder. Unchecked on purpose: the JPEG 2000 decoder prints the stack traces of input
   * exceptions, and takes the end of the data for ones without end.
   */
  static final class StopDecoding extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    StopDecoding(String why) {
      super(why, null, false, false);
    }
  }

  private final byte[] data;
  private final boolean stopAtEnd;
  private final Deadline deadline;

  /**
   * @param stopAtEnd whether reading past the end stops the decoder, or just tells it
   */
  PictureStream(byte[] data, boolean stopAtEnd, Deadline deadline) {
    this.data = data;
    this.stopAtEnd = stopAtEnd;
    this.deadline = deadline;
  }

  /** Stops the decoder that calls this if its time is over. */
  void checkTime() {
    if (deadline.over()) {
      throw new StopDecoding("out of time");
    }
  }

  @Override
  public int read() {
    bitOffset = 0;
    return more() ? data[(int) streamPos++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (!more()) {
      return -1;
    }
    int count = (int) Math.min(length, data.length - streamPos);
    System.arraycopy(data, (int) streamPos, into, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return data.length;
  }

  private boolean more() {
    checkTime();
    if (streamPos < data.length) {
      return true;
    }
    if (stopAtEnd) {
      throw new StopDecoding("out of data");
    }
    return false;
  }
}
