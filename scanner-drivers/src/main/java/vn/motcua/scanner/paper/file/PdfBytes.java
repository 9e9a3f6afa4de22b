package vn.motcua.scanner.paper.file;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/**
 * The bytes of a file as PDFBox wants them. Remembers if reading itself failed: to PDFBox a broken
 * document and a share that went away are the same exception.
 */
final class PdfBytes implements RandomAccessRead {
  private static final int BLOCK = 32 * 1024;

  private final FileBytes bytes;
  private final byte[] block = new byte[BLOCK];
  private long blockAt = -1;
  private int blockLength;
  private long position;
  private boolean closed;
  private Optional<IOException> failure = Optional.empty();

  PdfBytes(FileBytes bytes) {
    this.bytes = bytes;
  }

  /** Why the file could not be read, if that happened. */
  Optional<IOException> failure() {
    return failure;
  }

  private boolean fill() throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
    if (position >= bytes.size()) {
      return false;
    }
    long wanted = position - position % BLOCK;
    if (wanted != blockAt) {
      int length = (int) Math.min(BLOCK, bytes.size() - wanted);
      blockAt = -1;
      try {
        bytes.read(wanted, block, 0, length);
      } catch (IOException e) {
        failure = Optional.of(e);
        throw e;
      }
      blockAt = wanted;
      blockLength = length;
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    return fill() ? block[(int) (position++ - blockAt)] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int from = (int) (position - blockAt);
    int count = Math.min(length, blockLength - from);
    System.arraycopy(block, from, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public long getPosition() {
    return position;
  }

  @Override
  public void seek(long to) throws IOException {
    if (to < 0) {
      throw new IOException("before the beginning");
    }
    position = Math.min(to, bytes.size());
  }

  @Override
  public long length() {
    return bytes.size();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean isEOF() {
    return position >= bytes.size();
  }

  @Override
  public RandomAccessReadView createView(long start, long length) throws IOException {
    return new RandomAccessReadView(this, start, length);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    bytes.close();
  }
}
