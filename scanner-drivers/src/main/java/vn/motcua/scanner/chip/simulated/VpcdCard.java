package vn.motcua.scanner.chip.simulated;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a card on the virtual reader of vpcd (vsmartcard): the system's own smart card service then
 * sees it like any other. Protocol: two bytes of length, big-endian, and so many bytes; a single
 * byte 0 is power off, 1 power on, 2 reset, 4 asks for the ATR, anything longer is a command APDU.
 */
public final class VpcdCard implements AutoCloseable {
  /** Where vpcd waits for cards unless it is told otherwise. */
  public static final int DEFAULT_PORT = 35963;

  private static final Logger LOG = LoggerFactory.getLogger(VpcdCard.class);
  private static final int POWER_OFF = 0;
  private static final int POWER_ON = 1;
  private static final int RESET = 2;
  private static final int ASK_ATR = 4;

  private final VirtualCard card;
  private final Socket socket;
  private final Thread thread;

  private VpcdCard(VirtualCard card, Socket socket) {
    this.card = card;
    this.socket = socket;
    this.thread = Thread.ofPlatform().name("vpcd-card").daemon().unstarted(this::serve);
  }

  /**
   * Puts {@code card} on the reader, served by a thread of its own until {@link #close()}.
   *
   * @throws IOException if nothing listens there
   */
  public static VpcdCard insert(VirtualCard card, String host, int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), (int) Duration.ofSeconds(5).toMillis());
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    VpcdCard inserted = new VpcdCard(card, socket);
    inserted.thread.start();
    return inserted;
  }

  /** Waits until the card was taken off or the reader's service ended. */
  public void await() throws InterruptedException {
    thread.join();
  }

  private void serve() {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      while (true) {
        quickly();
        byte[] message = new byte[in.readUnsignedShort()];
        in.readFully(message);
        if (message.length == 1) {
          control(message[0], out);
        } else if (message.length > 0) {
          send(out, card.process(message));
        }
      }
    } catch (EOFException end) {
      LOG.debug("vpcd ended the connection");
    } catch (IOException end) {
      if (!socket.isClosed()) {
        LOG.debug("the connection to vpcd broke: {}", end.getMessage());
      }
    }
  }

  private void control(byte what, OutputStream out) throws IOException {
    switch (what) {
      case POWER_OFF, POWER_ON, RESET -> card.reset();
      case ASK_ATR -> send(out, card.atr());
      default -> LOG.debug("vpcd asked for something unknown: {}", what);
    }
  }

  /**
   * vpcd writes length and payload separately, and its system holds the second back until the first
   * is acknowledged, 40 ms later unless we acknowledge at once. Linux forgets the option.
   */
  private void quickly() throws IOException {
    if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
      socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
  }

  /** Length and payload in one write, for the same reason. */
  private static void send(OutputStream out, byte[] payload) throws IOException {
    byte[] message = new byte[payload.length + 2];
    message[0] = (byte) (payload.length >> 8);
    message[1] = (byte) payload.length;
    System.arraycopy(payload, 0, message, 2, payload.length);
    out.write(message);
    out.flush();
  }

  /** Takes the card off. */
  @Override
  public void close() {
    card.removed();
    try {
      socket.close();
    } catch (IOException ignored) {
      // It is off in any case.
    }
  }
}
