package vn.motcua.scanner.paper.escl;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Status line and headers of an answer (RFC 9112 §3 and §5), read leniently but with a bound.
 *
 * @param status 200 to 999
 * @param headers by name in lower case; of several with one name the first
 */
record HttpHead(int status, Map<String, String> headers) {
  private static final int MOST_BYTES = 32 * 1024;
  private static final int MOST_INTERIM = 8;

  HttpHead {
    headers = Map.copyOf(headers);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  boolean ok() {
    return status >= 200 && status < 300;
  }

  /** The length that is announced, in bytes; negative if none is. */
  long length() throws NonsenseException {
    String text = headers.get("content-length");
    if (text == null || chunked()) {
      return -1;
    }
    if (!text.matches("\\d{1,18}")) {
      throw new NonsenseException("Content-Length that is no number");
    }
    return Long.parseLong(text);
  }

  boolean chunked() {
    return headers
        .getOrDefault("transfer-encoding", "")
        .toLowerCase(Locale.ROOT)
        .contains("chunked");
  }

  /** Reads the head of the final answer; interim ones (1xx) are passed over. */
  static HttpHead read(InputStream in) throws IOException {
    Lines lines = new Lines(in, MOST_BYTES);
    for (int i = 0; i < MOST_INTERIM; i++) {
      int status = status(lines.next());
      Map<String, String> headers = headers(lines);
      if (status >= 200) {
        return new HttpHead(status, headers);
      }
    }
    throw new NonsenseException("interim answers only");
  }

  private static int status(String line) throws NonsenseException {
    if (!line.matches("(?s)HTTP/1\\.\\d +[1-9]\\d\\d(?: .*)?")) {
      throw new NonsenseException("not an answer in HTTP");
    }
    String code = line.substring(line.indexOf(' ')).strip();
    return Integer.parseInt(code.substring(0, 3));
  }

  private static Map<String, String> headers(Lines lines) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        headers.putIfAbsent(name, line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  /** Lines that end in LF or CRLF, all together not longer than a cap. */
  static final class Lines {
    private final InputStream in;
    private int left;

    Lines(InputStream in, int most) {
      this.in = in;
      this.left = most;
    }

    String next() throws IOException {
      StringBuilder line = new StringBuilder();
      while (true) {
        int b = in.read();
        if (b < 0) {
          throw new EOFException("closed in the middle of a head");
        }
        if (--left < 0) {
          throw new NonsenseException("a head without end");
        }
        if (b == '\n') {
          int end = line.length();
          return end > 0 && line.charAt(end - 1) == '\r'
              ? line.substring(0, end - 1)
              : line.toString();
        }
        line.append((char) b);
      }
    }
  }

  /** What to send. */
  static byte[] request(String method, String path, String host, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(256);
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(host).append("\r\n");
    head.append("User-Agent: MotCua/1.0\r\nAccept: */*\r\nAccept-Encoding: identity\r\n");
    // Some Kyoceras stay busy for ten seconds after a job whose connection was kept.
    head.append("Connection: close\r\n");
    if (method.equals("POST")) {
      head.append("Content-Type: text/xml\r\nContent-Length: ").append(body.length).append("\r\n");
    }
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }
}
