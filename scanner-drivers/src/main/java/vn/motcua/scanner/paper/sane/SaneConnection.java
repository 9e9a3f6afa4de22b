package vn.motcua.scanner.paper.sane;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanFault;

/**
 * The control connection to a SANE daemon: greeting, list of devices, opening one (SANE standard
 * 1.06 §5.2.1 to §5.2.3). One request at a time, one thread.
 */
final class SaneConnection implements AutoCloseable {
  /** SANE_VERSION_CODE(1, 0, 3): protocol version 3, the one that every daemon speaks. */
  private static final int VERSION = 0x01_00_0003;

  private static final int INIT = 0;
  private static final int GET_DEVICES = 1;
  private static final int OPEN = 2;
  private static final int EXIT = 10;

  private final SaneHost host;
  private final SaneTimeouts timeouts;
  private final Cancellation cancellation;
  private final Socket socket;
  private final PatientInput patience;
  private final SaneWire wire;
  private boolean midAnswer;

  private SaneConnection(
      SaneHost host, SaneTimeouts timeouts, Cancellation cancellation, Socket socket)
      throws IOException {
    this.host = host;
    this.timeouts = timeouts;
    this.cancellation = cancellation;
    this.socket = socket;
    this.patience = new PatientInput(socket, cancellation);
    this.wire = new SaneWire(new BufferedInputStream(patience), socket.getOutputStream());
  }

  /** A device as the daemon lists it. */
  record Listed(String name, String vendor, String model) {}

  /**
   * Connects and greets.
   *
   * @throws FaultException with {@link ScanFault.Refused} if the daemon does not serve this host
   */
  static SaneConnection open(SaneHost host, SaneTimeouts timeouts, Cancellation cancellation)
      throws IOException, FaultException {
    Socket socket = connect(host, timeouts, cancellation);
    try {
      SaneConnection connection = new SaneConnection(host, timeouts, cancellation, socket);
      connection.greet();
      return connection;
    } catch (IOException | FaultException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /** Connects; a cancellation breaks the attempt off. */
  static Socket connect(SaneHost host, SaneTimeouts timeouts, Cancellation cancellation)
      throws IOException {
    Socket socket = new Socket();
    AtomicReference<@Nullable Socket> pending = new AtomicReference<>(socket);
    cancellation.onCancel(() -> abandon(pending.getAndSet(null)));
    try {
      socket.connect(
          new InetSocketAddress(host.host(), host.port()), (int) timeouts.connect().toMillis());
    } catch (IOException e) {
      socket.close();
      throw cancellation.isCancelled() ? new CancelledException() : e;
    }
    if (pending.getAndSet(null) == null) {
      throw new CancelledException();
    }
    socket.setTcpNoDelay(true);
    return socket;
  }

  private static void abandon(@Nullable Socket socket) {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        // It was to be given up anyway.
      }
    }
  }

  private void greet() throws IOException, FaultException {
    wire.putWord(INIT).putWord(VERSION).putString("motcua");
    SaneStatus status =
        exchange(
            timeouts.reply(),
            answer -> {
              SaneStatus given = answer.status();
              int version = answer.word();
              if (given == SaneStatus.GOOD && version >>> 24 != VERSION >>> 24) {
                throw new SaneProtocolException("version " + Integer.toHexString(version));
              }
              return given;
            });
    if (status != SaneStatus.GOOD) {
      throw new FaultException(status.fault(), "greeting answered " + status);
    }
  }

  /** The devices that the daemon sees now. Asking may take seconds: drivers look at their buses. */
  List<Listed> devices() throws IOException, FaultException {
    wire.putWord(GET_DEVICES);
    List<Listed> devices = new ArrayList<>();
    SaneStatus status =
        exchange(
            timeouts.reply(),
            answer -> {
              SaneStatus given = answer.status();
              int count = answer.length(SaneWire.MAX_ITEMS);
              for (int i = 0; i < count; i++) {
                if (answer.present()) {
                  devices.add(new Listed(answer.string(), answer.string(), answer.string()));
                  answer.string(); // type
                }
              }
              return given;
            });
    if (status != SaneStatus.GOOD) {
      throw new FaultException(status.fault(), "list of devices answered " + status);
    }
    return devices;
  }

  /**
   * Opens a device.
   *
   * @throws FaultException with {@link ScanFault.Offline} if the daemon does not know or reach it
   */
  SaneDevice device(String name) throws IOException, FaultException {
    wire.putWord(OPEN).putString(name);
    Opened opened =
        exchange(
            timeouts.start(),
            answer -> new Opened(answer.status(), answer.word(), answer.string()));
    refusePassword(opened.resource);
    return switch (opened.status) {
      case GOOD -> new SaneDevice(this, opened.handle);
      case INVAL, IO_ERROR, UNSUPPORTED ->
          throw new FaultException(new ScanFault.Offline(), "opening answered " + opened.status);
      default ->
          throw new FaultException(opened.status.fault(), "opening answered " + opened.status);
    };
  }

  private record Opened(SaneStatus status, int handle, String resource) {}

  /** A daemon that names a resource wants a name and a password for it. */
  static void refusePassword(String resource) throws FaultException {
    if (!resource.isEmpty()) {
      throw new FaultException(new ScanFault.Refused(), "the daemon wants a password");
    }
  }

  SaneWire wire() {
    return wire;
  }

  SaneHost host() {
    return host;
  }

  SaneTimeouts timeouts() {
    return timeouts;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** Reads one whole answer. */
  interface Answer<T> {
    T read(SaneWire wire) throws IOException;
  }

  /** Sends what was put on the wire and reads the answer to it within {@code bound}. */
  <T> T exchange(Duration bound, Answer<T> answer) throws IOException {
    patience.allow(bound, bound);
    midAnswer = true;
    wire.send();
    T read = answer.read(wire);
    midAnswer = false;
    return read;
  }

  /**
   * From now on only courtesies are exchanged: they are not cut short by a cancellation.
   *
   * @return false if an answer was left unread, so that no courtesy would be understood
   */
  boolean part() {
    patience.ignoreCancellation();
    return !midAnswer;
  }

  @Override
  public void close() {
    try {
      if (part()) {
        wire.putWord(EXIT).send();
      }
    } catch (IOException e) {
      // The daemon is gone already.
    }
    abandon(socket);
  }
}
