package vn.motcua.kiosk.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on loopback that sends exactly the bytes it is told, one answer a connection. */
public final class LyingServer implements AutoCloseable {
  /** How it sends. */
  public enum Pace {
    AT_ONCE,
    SILENT,
    DRIPS
  }

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: ([0-9]+)");

  private final ServerSocket socket;
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile String answer = "";
  private volatile Pace pace = Pace.AT_ONCE;
  private volatile String last = "";

  public LyingServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  /** A whole answer with the right length. */
  public static String http(String status, String body) {
    return "HTTP/1.1 "
        + status
        + "\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\nConnection: close\r\n\r\n"
        + body;
  }

  public int port() {
    return socket.getLocalPort();
  }

  public void answers(String bytes) {
    answers(bytes, Pace.AT_ONCE);
  }

  public void answers(String bytes, Pace how) {
    answer = bytes;
    pace = how;
  }

  public int requests() {
    return requests.get();
  }

  public String lastRequest() {
    return last;
  }

  private void serve() {
    try {
      while (true) {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> handle(client));
      }
    } catch (IOException over) {
      // The test has ended.
    }
  }

  private void handle(Socket client) {
    try (client) {
      read(client.getInputStream());
      OutputStream out = client.getOutputStream();
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      switch (pace) {
        case AT_ONCE -> out.write(bytes);
        case SILENT -> closed.await(30, TimeUnit.SECONDS);
        case DRIPS -> {
          for (byte one : bytes) {
            out.write(one);
            out.flush();
            if (closed.await(50, TimeUnit.MILLISECONDS)) {
              return;
            }
          }
        }
      }
      out.flush();
    } catch (IOException | InterruptedException gone) {
      // The client had enough.
    }
  }

  private void read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        return;
      }
      head.append((char) c);
    }
    Matcher length = LENGTH.matcher(head);
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    last = head + new String(body, StandardCharsets.UTF_8);
    requests.incrementAndGet();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
  }
}
