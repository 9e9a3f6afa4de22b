package vn.motcua.scanner.paper.simulated.escl;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads HTTP/1.0 and HTTP/1.1 requests (RFC 9112) off a line, within caps. */
final class RequestReader {
  private static final int LONGEST_HEAD = 16 * 1024;
  private static final int LONGEST_BODY = 64 * 1024;
  private static final byte[] GO_ON =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final OutputStream out;
  private final boolean near;
  private int head;

  RequestReader(InputStream in, OutputStream out, boolean near) {
    this.in = in;
    this.out = out;
    this.near = near;
  }

  /** What came cannot be answered in any other way. */
  static final class Malformed extends Exception {
    @java.io.Serial private static final long serialVersionUID = 1L;

    private final int status;

    Malformed(int status) {
      super(Integer.toString(status));
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /** The next request; empty if the client has no more. */
  Optional<HttpRequest> next() throws IOException, Malformed {
    head = 0;
    String start = line();
    if (start.isEmpty()) {
      start = line(); // RFC 9112 §2.2: one empty line is forgiven
    }
    if (start.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = start.split(" ", -1);
    if (parts.length != 3
        || !parts[0].matches("[A-Z]{1,16}")
        || !parts[2].matches("HTTP/1\\.[01]")) {
      throw new Malformed(400);
    }
    Map<String, String> headers = headers();
    byte[] body = body(headers);
    return Optional.of(
        new HttpRequest(
            parts[0], path(parts[1]), parts[2].endsWith("1"), Map.copyOf(headers), body, near));
  }

  private Map<String, String> headers() throws IOException, Malformed {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1 || Character.isWhitespace(line.charAt(0))) {
        throw new Malformed(400);
      }
      String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      if (headers.put(name, line.substring(colon + 1).strip()) != null
          && name.equals("content-length")) {
        throw new Malformed(400);
      }
    }
    return headers;
  }

  private byte[] body(Map<String, String> headers) throws IOException, Malformed {
    String coding = headers.getOrDefault("transfer-encoding", "");
    String length = headers.getOrDefault("content-length", "0");
    if (!length.matches("[0-9]{1,18}") || !(coding.isEmpty() || coding.equals("chunked"))) {
      throw new Malformed(400);
    }
    if (Long.parseLong(length) > LONGEST_BODY) {
      throw new Malformed(413);
    }
    if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
      out.write(GO_ON);
      out.flush();
    }
    return coding.isEmpty() ? exactly(Integer.parseInt(length)) : chunks();
  }

  private byte[] chunks() throws IOException, Malformed {
    java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
    while (true) {
      head = 0;
      String size = line().split(";", 2)[0].strip();
      if (!size.matches("[0-9a-fA-F]{1,7}")) {
        throw new Malformed(400);
      }
      int length = Integer.parseInt(size, 16);
      if (body.size() + length > LONGEST_BODY) {
        throw new Malformed(413);
      }
      if (length == 0) {
        headers(); // trailers
        return body.toByteArray();
      }
      body.writeBytes(exactly(length));
      line();
    }
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("cut off in the body");
    }
    return bytes;
  }

  /** A line without its end; empty at the end of the stream too. */
  private String line() throws IOException, Malformed {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (++head > LONGEST_HEAD) {
        throw new Malformed(431);
      }
      line.append((char) c);
    }
    if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
      line.setLength(line.length() - 1);
    }
    return line.toString();
  }

  /** The path of an origin or an absolute form. */
  private static String path(String target) throws Malformed {
    String path = target.replaceFirst("^https?://[^/]*", "").replaceFirst("[?#].*", "");
    if (!path.startsWith("/")) {
      throw new Malformed(400);
    }
    return path.replaceAll("/{2,}", "/");
  }
}
