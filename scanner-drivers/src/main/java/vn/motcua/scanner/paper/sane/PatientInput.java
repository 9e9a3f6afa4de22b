package vn.motcua.scanner.paper.sane;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import vn.motcua.scanner.Cancellation;

/**
 * Reads from a socket with two bounds, one for the whole and one for silence, and leaves off soon
 * after a cancellation without losing a byte: the socket stays good for the protocol's own goodbye.
 */
final class PatientInput extends InputStream {
  /** How soon a cancellation is seen. */
  private static final int SLICE_MILLIS = 50;

  private final Socket socket;
  private final InputStream in;
  private final Cancellation cancellation;
  private boolean heedsCancellation = true;
  private long deadline;
  private long silence;

  PatientInput(Socket socket, Cancellation cancellation) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.cancellation = cancellation;
  }

  /** From now on: at most {@code whole} for everything, at most {@code quiet} without a byte. */
  void allow(Duration whole, Duration quiet) {
    deadline = System.nanoTime() + whole.toNanos();
    silence = quiet.toNanos();
  }

  /** From now on a cancellation is no reason to leave off: the goodbye must still be said. */
  void ignoreCancellation() {
    heedsCancellation = false;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    long quietEnd = System.nanoTime() + silence;
    while (true) {
      if (heedsCancellation && cancellation.isCancelled()) {
        throw new CancelledException();
      }
      long now = System.nanoTime();
      long left = Math.min(quietEnd - now, deadline - now);
      if (left <= 0) {
        throw new SocketTimeoutException("no answer in time");
      }
      socket.setSoTimeout(Math.clamp(left / 1_000_000, 1, SLICE_MILLIS));
      try {
        return in.read(target, offset, length);
      } catch (SocketTimeoutException slice) {
        // Only this slice of the patience is over.
      }
    }
  }
}
