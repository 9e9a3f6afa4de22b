package vn.motcua.scanner.paper.escl;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Future;

/** An answer whose body is still to be read. Closing it ends the connection. */
final class HttpReply implements Closeable {
  private static final int LONGEST_RETRY_SECONDS = 10;

  private final HttpHead head;
  private final HttpBody body;
  private final Socket socket;
  private final Future<?> watchdog;
  private final Abort abort;

  HttpReply(HttpHead head, HttpBody body, Socket socket, Future<?> watchdog, Abort abort) {
    this.head = head;
    this.body = body;
    this.socket = socket;
    this.watchdog = watchdog;
    this.abort = abort;
  }

  int status() {
    return head.status();
  }

  boolean ok() {
    return head.ok();
  }

  Optional<String> header(String name) {
    return head.header(name);
  }

  /** The length that is announced, in bytes; negative if none is. */
  long length() throws NonsenseException {
    return head.length();
  }

  HttpBody.Framing framing() {
    return body.framing();
  }

  /** What {@code Retry-After} asks for (RFC 9110 §10.2.3), at least {@code least}, capped. */
  Duration retryAfter(Duration least) {
    String text = header("retry-after").orElse("");
    if (!text.matches("\\d{1,9}")) {
      return least;
    }
    Duration asked = Duration.ofSeconds(Math.min(Long.parseLong(text), LONGEST_RETRY_SECONDS));
    return asked.compareTo(least) < 0 ? least : asked;
  }

  /** Reads at least one byte, or gives -1 at the due end. */
  int read(byte[] into, int offset, int most) throws IOException {
    try {
      int got = body.read(into, offset, most);
      if (got < 0) {
        abort.check();
      }
      return got;
    } catch (IOException e) {
      abort.check();
      throw e;
    }
  }

  /** The whole body. */
  byte[] all(int cap) throws IOException {
    byte[] bytes = new byte[(int) Math.clamp(length(), 8192, cap) + 1];
    int filled = 0;
    while (true) {
      if (filled == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(bytes.length * 2L, cap + 1L));
      }
      int got = read(bytes, filled, bytes.length - filled);
      if (got < 0) {
        return Arrays.copyOf(bytes, filled);
      }
      filled += got;
      if (filled > cap) {
        throw new NonsenseException("an answer of more than " + cap + " bytes");
      }
    }
  }

  @Override
  public void close() {
    watchdog.cancel(false);
    abort.quiet();
    Abort.close(socket);
  }
}
