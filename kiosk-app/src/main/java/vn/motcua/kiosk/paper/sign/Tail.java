package vn.motcua.kiosk.paper.sign;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Keeps what is written behind the first bytes: an increment without the file before it. */
final class Tail extends OutputStream {
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long skip;

  /**
   * @param skip how many bytes are dropped
   */
  Tail(long skip) {
    this.skip = skip;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    int dropped = (int) Math.min(skip, length);
    skip -= dropped;
    kept.write(bytes, from + dropped, length - dropped);
  }

  byte[] bytes() {
    return kept.toByteArray();
  }
}
