package vn.motcua.scanner.paper.simulated.escl;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** One client's connection from its first byte to its last. */
final class HttpVisit implements AutoCloseable {
  /** A request that is not whole by then is given up: a client may drip as slowly as it likes. */
  private static final Duration TO_ASK = Duration.ofSeconds(20);

  /** For making the page at the device's pace, and for the client to take it. */
  private static final Duration TO_ANSWER = Duration.ofMinutes(10);

  private final Socket raw;
  private final ScheduledExecutorService deadlines;
  private final Clock clock;
  private volatile boolean asking = true;

  HttpVisit(Socket raw, ScheduledExecutorService deadlines, Clock clock) {
    this.raw = raw;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /** Whether it holds a place without having asked for anything. */
  boolean asking() {
    return asking;
  }

  /** The socket that is spoken on: the same, or TLS over it. */
  @FunctionalInterface
  interface Over {
    Socket wrap(Socket raw) throws IOException;
  }

  /** Serves requests until one side has had enough. */
  void serve(Over over, Function<HttpRequest, HttpAnswer> desk, Runnable offline)
      throws IOException, InterruptedException {
    raw.setTcpNoDelay(true);
    InetAddress from = raw.getInetAddress();
    boolean near = from.isLoopbackAddress() || from.equals(raw.getLocalAddress());
    ScheduledFuture<?> end = closeAfter(TO_ASK);
    try (Socket socket = over.wrap(raw);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024)) {
      RequestReader reader = new RequestReader(in, out, near);
      boolean goesOn = true;
      while (goesOn) {
        Optional<HttpRequest> request;
        AnswerWriter writer;
        try {
          request = reader.next();
          writer = new AnswerWriter(out, ZonedDateTime.now(clock.withZone(ZoneOffset.UTC)));
        } catch (RequestReader.Malformed e) {
          new AnswerWriter(out, ZonedDateTime.now(clock.withZone(ZoneOffset.UTC)))
              .write(HttpAnswer.empty(e.status()), false, false);
          hearOut(in);
          return;
        }
        if (request.isEmpty()) {
          return;
        }
        asking = false;
        end.cancel(false);
        end = closeAfter(TO_ANSWER);
        goesOn = answer(desk.apply(request.get()), request.get(), writer, offline);
        asking = true;
        end.cancel(false);
        end = closeAfter(TO_ASK);
      }
    } finally {
      end.cancel(false);
    }
  }

  /** What is unread at the close resets the line, and the answer may be lost with it. */
  private void hearOut(InputStream in) throws IOException {
    raw.shutdownOutput();
    raw.setSoTimeout(1000);
    byte[] ignored = new byte[8192];
    for (int i = 0; i < 32 && in.read(ignored) >= 0; i++) {
      // Nothing of it counts any more.
    }
  }

  private static boolean answer(
      HttpAnswer answer, HttpRequest request, AnswerWriter writer, Runnable offline)
      throws IOException, InterruptedException {
    AtomicBoolean told = new AtomicBoolean();
    HttpAnswer.Told once =
        whole -> {
          if (!told.getAndSet(true)) {
            answer.told().ended(whole);
          }
        };
    try {
      return writer.write(answer.telling(once), request.stays(), request.method().equals("HEAD"));
    } finally {
      once.ended(false); // unless the writer came to the end
      if (answer.manner() == HttpAnswer.Manner.OFFLINE) {
        offline.run();
      }
    }
  }

  private ScheduledFuture<?> closeAfter(Duration time) {
    return deadlines.schedule(this::close, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    try {
      raw.close();
    } catch (IOException e) {
      // It is gone one way or the other.
    }
  }
}
