package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/**
 * The first bytes of a file and what goes behind them, as one sequence of bytes that PDFBox can
 * also take views of.
 */
final class IncrementedBytes implements RandomAccessRead {
  private final RandomAccessRead file;
  private final byte[] increment;
  private final long fileLength;
  private long position;
  private boolean closed;

  /**
   * @param file is closed with this
   * @param first how many of its bytes
   */
  IncrementedBytes(RandomAccessRead file, long first, byte[] increment) {
    this.file = file;
    this.increment = increment;
    this.fileLength = first;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 1 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position >= length()) {
      return -1;
    }
    int read;
    if (position < fileLength) {
      file.seek(position);
      read = file.read(bytes, from, (int) Math.min(length, fileLength - position));
    } else {
      int at = (int) (position - fileLength);
      read = Math.min(length, increment.length - at);
      System.arraycopy(increment, at, bytes, from, read);
    }
    position += Math.max(read, 0);
    return read;
  }

  @Override
  public long getPosition() {
    return position;
  }

  @Override
  public void seek(long place) throws IOException {
    if (place < 0) {
      throw new IOException("a place before the first byte");
    }
    position = Math.min(place, length());
  }

  @Override
  public long length() {
    return fileLength + increment.length;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean isEOF() {
    return position >= length();
  }

  @Override
  public RandomAccessReadView createView(long start, long length) {
    return new RandomAccessReadView(this, start, length);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    file.close();
  }
}
