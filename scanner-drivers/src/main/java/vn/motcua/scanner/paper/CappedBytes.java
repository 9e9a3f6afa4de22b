package vn.motcua.scanner.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;

/** Bytes in memory, up to a cap. */
final class CappedBytes extends ByteArrayOutputStream {
  private final int cap;

  CappedBytes(int cap) {
    super(1024 * 1024);
    this.cap = cap;
  }

  /** More was written than the cap allows. */
  static final class Full extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    Full() {
      super("larger than any page");
    }
  }

  @Override
  public synchronized void write(int b) {
    if (count + 1L > cap) {
      throw new Full();
    }
    super.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    if ((long) count + length > cap) {
      throw new Full();
    }
    super.write(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    // Nothing to close.
  }
}
