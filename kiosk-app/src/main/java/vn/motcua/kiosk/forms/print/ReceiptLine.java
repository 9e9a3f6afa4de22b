package vn.motcua.kiosk.forms.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.FaultException;

/**
 * One connection to an ESC/POS printer (commands as in Epson's ESC/POS reference). A print that
 * cannot be finished is thrown out of the printer's memory, as far as it listens: with new paper it
 * must not go on under somebody else's hands.
 */
final class ReceiptLine implements AutoCloseable {
  private static final int CONNECT_MILLISECONDS = 5000;
  private static final int STATUS_MILLISECONDS = 1000;

  /** While it prints it is asked often; most that answer at all do so within a few ms. */
  private static final int UNDER_WAY_MILLISECONDS = 500;

  /** Who takes no byte for so long stands still: a piece is 16 mm of paper. */
  private static final int STUCK_SECONDS = 8;

  /** After the last byte a slip is out within this, or the printer does not tell (GS r). */
  private static final int OUT_MILLISECONDS = 3000;

  /** DLE EOT 1, bit 3: off line. */
  private static final int OFFLINE = 0x08;

  /** DLE EOT 4, bits 5 and 6: no paper. */
  private static final int NO_PAPER = 0x60;

  /** In every answer to DLE EOT bits 1 and 4 are set, bits 0 and 7 are not. */
  private static final int FIXED = 0x93;

  private static final int FIXED_VALUE = 0x12;

  /** In an answer to GS r 1 bits 4 and 7 are not set. */
  private static final int IN_ORDER_FIXED = 0x90;

  /** DLE DC4 8: empty the memory; DLE ENQ 2: and do not wait for whoever mends it. */
  private static final byte[] DISCARD = {
    0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8, 0x10, 0x05, 2, 0x1B, '@'
  };

  private static final Logger LOG = LoggerFactory.getLogger(ReceiptLine.class);

  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;

  private ReceiptLine(Socket socket) throws IOException {
    this.socket = socket;
    out = socket.getOutputStream();
    in = socket.getInputStream();
  }

  static ReceiptLine to(InetSocketAddress where) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(
          new InetSocketAddress(where.getHostString(), where.getPort()), CONNECT_MILLISECONDS);
      socket.setSoTimeout(STATUS_MILLISECONDS);
      return new ReceiptLine(socket);
    } catch (IOException absent) {
      socket.close();
      throw absent;
    }
  }

  /**
   * Asks whether it could print.
   *
   * @return whether it answers such questions at all; many cheap ones do not
   * @throws FaultException with a {@link PrintFault}; then nothing was sent
   */
  boolean ready() throws IOException, FaultException {
    int printer = status(1);
    int paper = status(4);
    // Without paper it is off line too; say what a person can mend.
    if ((paper & NO_PAPER) != 0) {
      throw new FaultException(new PrintFault.NoPaper());
    }
    if ((printer & OFFLINE) != 0) {
      throw new FaultException(new PrintFault.Offline());
    }
    return printer != 0 && paper != 0;
  }

  /** Throws away whatever the printer still has of an earlier print. */
  void discard() throws IOException {
    write(DISCARD); // not for ever: whoever stands still may not take this either
  }

  /**
   * The same, as the last thing that is said. A line that is closed while an answer is on its way
   * is reset, and the printer might lose what it has not read yet: so it is closed when that is
   * over.
   */
  void discardAndLeave() throws IOException {
    discard();
    leave();
  }

  /**
   * Sends the pieces one after the other, and looks after each whether it goes on.
   *
   * @param answers whether the printer answers, from {@link #ready}
   * @throws IOException if it did not come to its end; what is left was thrown away if possible
   */
  void print(List<byte[]> pieces, boolean answers) throws IOException {
    boolean asks = answers;
    socket.setSoTimeout(UNDER_WAY_MILLISECONDS);
    for (byte[] piece : pieces) {
      write(piece);
      asks = asks && goesOn();
    }
    if (asks) {
      awaitOut();
    }
    leave();
  }

  /** A write has no time limit of its own: the line is cut, and that ends it. */
  private void write(byte[] piece) throws IOException {
    CompletableFuture<Void> cut =
        CompletableFuture.runAsync(
            this::close, CompletableFuture.delayedExecutor(STUCK_SECONDS, TimeUnit.SECONDS));
    try {
      out.write(piece);
      out.flush();
    } finally {
      cut.cancel(false);
    }
  }

  /** Whether it says that it still prints; false if it fell silent. */
  private boolean goesOn() throws IOException {
    int paper = status(4);
    int printer = paper == 0 ? 0 : status(1);
    if ((paper & NO_PAPER) != 0 || (printer & OFFLINE) != 0) {
      discardAndLeave();
      throw new IOException("stopped in mid-print: " + paper + ", " + printer);
    }
    return printer != 0;
  }

  /** GS r 1 is answered in its turn, when all before it is printed. */
  private void awaitOut() throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(OUT_MILLISECONDS);
    write(new byte[] {0x1D, 'r', 1});
    while (System.nanoTime() < end) {
      try {
        int answer = in.read();
        if (answer < 0 || (answer & IN_ORDER_FIXED) == 0) {
          return;
        }
      } catch (SocketTimeoutException printing) {
        if (!goesOn()) {
          return;
        }
      }
    }
  }

  /** The status byte; 0 from a printer that does not answer. */
  private int status(int which) throws IOException {
    write(new byte[] {0x10, 0x04, (byte) which});
    try {
      int status = in.read();
      return status >= 0 && (status & FIXED) == FIXED_VALUE ? status : 0;
    } catch (SocketTimeoutException silent) {
      return 0;
    }
  }

  /** The printer closes when it has taken everything; some never do. */
  private void leave() throws IOException {
    socket.shutdownOutput();
    try {
      int left = 1000;
      while (left-- > 0 && in.read() >= 0) {
        // whatever it still says
      }
    } catch (SocketTimeoutException open) {
      // It keeps the line open; all was handed to the network.
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      LOG.debug("the line was gone before it was closed", gone);
    }
  }
}
