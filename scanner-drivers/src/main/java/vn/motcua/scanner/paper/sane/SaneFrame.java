package vn.motcua.scanner.paper.sane;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import vn.motcua.scanner.Cancellation;

/**
 * The data connection of one frame (SANE standard 1.06 §5.2.8): records of a length and so many
 * bytes, until the length {@code 0xFFFFFFFF} and one status byte end it. Reads as a plain stream
 * that ends where the frame ends; {@link #end} then says how.
 */
final class SaneFrame extends InputStream {
  private static final int LAST = 0xFFFF_FFFF;

  private final Socket socket;
  private final SaneTimeouts timeouts;
  private final PatientInput patience;
  private final InputStream in;
  private final boolean littleEndian;
  private long left;
  private SaneStatus end = SaneStatus.GOOD;

  SaneFrame(SaneHost place, SaneTimeouts timeouts, Cancellation cancellation, boolean littleEndian)
      throws IOException {
    this.timeouts = timeouts;
    this.littleEndian = littleEndian;
    this.socket = SaneConnection.connect(place, timeouts, cancellation);
    this.patience = new PatientInput(socket, cancellation);
    this.in = new BufferedInputStream(patience, 64 * 1024);
    patience.allow(timeouts.page(), timeouts.silence());
  }

  /** True if samples of 16 bits come with the low byte first. */
  boolean littleEndian() {
    return littleEndian;
  }

  /** How the frame ended: {@link SaneStatus#GOOD} as long as it has not. */
  SaneStatus end() {
    return end;
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
    while (left == 0) {
      if (end != SaneStatus.GOOD) {
        return -1;
      }
      int record = word();
      if (record == LAST) {
        int status = in.read();
        // A frame that ends with GOOD has ended all the same.
        SaneStatus given = SaneStatus.of(status);
        end = given == SaneStatus.GOOD ? SaneStatus.EOF : given;
        return -1;
      }
      left = Integer.toUnsignedLong(record);
    }
    int got = in.read(target, offset, (int) Math.min(length, left));
    if (got < 0) {
      throw new EOFException("the data connection broke");
    }
    left -= got;
    return got;
  }

  private int word() throws IOException {
    byte[] four = in.readNBytes(4);
    if (four.length < 4) {
      throw new EOFException("the data connection broke");
    }
    return (four[0] & 0xff) << 24
        | (four[1] & 0xff) << 16
        | (four[2] & 0xff) << 8
        | (four[3] & 0xff);
  }

  /** After a cancel: reads away what was under way, so that the daemon can finish in peace. */
  void drain() throws IOException {
    patience.ignoreCancellation();
    patience.allow(timeouts.goodbye(), timeouts.goodbye());
    byte[] away = new byte[64 * 1024];
    int got = 0;
    while (got >= 0 && !socket.isClosed()) {
      got = read(away, 0, away.length);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It was to be given up anyway.
    }
  }
}
