package vn.motcua.scanner.paper.escl;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanFault;

/**
 * The little of HTTP/1.1 that eSCL needs (RFC 9110, RFC 9112): one question a connection. The JDK's
 * own client sets neither {@code Host} nor {@code Connection} without a switch for the whole
 * program, and knows no bound for a body that drips.
 */
final class EsclHttp {
  private static final int BUFFER = 16 * 1024;

  private final EsclAddress address;
  private final EsclTimeouts timeouts;
  private final EsclPins pins;
  private final Tls tls;

  EsclHttp(EsclAddress address, EsclTimeouts timeouts, EsclPins pins, Tls tls) {
    this.address = address;
    this.timeouts = timeouts;
    this.pins = pins;
    this.tls = tls;
  }

  /**
   * One question.
   *
   * @param path with the leading slash
   * @param host what the header {@code Host} says
   * @param head until the answer begins
   * @param total until the answer is read to its end
   */
  record Ask(String method, String path, String host, String body, Duration head, Duration total) {
    boolean creates() {
      return method.equals("POST");
    }
  }

  EsclAddress address() {
    return address;
  }

  /**
   * Asks and reads the head of the answer.
   *
   * @throws FaultException if the device is not paired or is not the one that was paired
   * @throws CancelledException if {@code abort} is wished
   */
  HttpReply ask(Ask ask, Abort abort) throws IOException, FaultException {
    Optional<EsclPin> pin = address.secure() ? pins.of(address.authority()) : Optional.empty();
    Socket raw = Lines.open(address, timeouts.connect(), abort, ask.creates());
    Future<?> watchdog = Watchdog.after(ask.total(), () -> Abort.close(raw));
    try {
      if (address.secure() && pin.isEmpty()) {
        throw new FaultException(new ScanFault.NotPaired(), address.authority());
      }
      Socket socket = pin.isEmpty() ? raw : secured(raw, pin.get());
      raw.setSoTimeout((int) ask.head().toMillis());
      socket
          .getOutputStream()
          .write(HttpHead.request(ask.method(), ask.path(), ask.host(), ask.body()));
      InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER);
      HttpHead head = HttpHead.read(in);
      raw.setSoTimeout((int) timeouts.silence().toMillis());
      return new HttpReply(head, new HttpBody(in, head), raw, watchdog, abort);
    } catch (IOException | FaultException | RuntimeException e) {
      watchdog.cancel(false);
      abort.quiet();
      Abort.close(raw);
      if (e instanceof IOException) {
        abort.check();
        if (Tls.OtherKey.isReasonOf(e)) {
          throw new FaultException(new ScanFault.OtherCertificate(), e);
        }
      }
      throw e;
    }
  }

  private Socket secured(Socket raw, EsclPin pin) throws IOException {
    raw.setSoTimeout((int) timeouts.connect().toMillis());
    Future<?> handshake = Watchdog.after(timeouts.connect(), () -> Abort.close(raw));
    try {
      return tls.wrap(raw, address, pin);
    } finally {
      handshake.cancel(false);
    }
  }
}
