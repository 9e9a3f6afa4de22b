package vn.motcua.scanner.paper.simulated.escl;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Writes an answer, in good or in bad manner. */
final class AnswerWriter {
  private static final int CHUNK = 8000;
  private static final long TERABYTE = 1L << 40;
  private static final int MOST_ZEROS = 256 * 1024 * 1024;
  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(201, "Created"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(409, "Conflict"),
          Map.entry(413, "Content Too Large"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(431, "Request Header Fields Too Large"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(503, "Service Unavailable"));

  private final OutputStream out;
  private final ZonedDateTime now;

  AnswerWriter(OutputStream out, ZonedDateTime now) {
    this.out = out;
    this.now = now;
  }

  /**
   * Writes it and says whether the connection may go on. An answer that is given whole is told so
   * before its last byte: whoever has received all of it finds the device in the state after it.
   */
  boolean write(HttpAnswer answer, boolean stays, boolean bodyless)
      throws IOException, InterruptedException {
    byte[] body = bodyless ? new byte[0] : answer.body();
    switch (answer.manner()) {
      case WHOLE -> {
        String connection = stays ? "" : "Connection: close\r\n";
        head(answer, "1.1", "Content-Length: " + answer.body().length + "\r\n" + connection);
        allButLast(answer, body);
      }
      case CHUNKED -> {
        head(answer, "1.1", "Transfer-Encoding: chunked\r\n");
        for (int at = 0; at < body.length; at += CHUNK) {
          int length = Math.min(CHUNK, body.length - at);
          ascii(Integer.toHexString(length) + "\r\n");
          out.write(body, at, length);
          ascii("\r\n");
        }
        out.flush();
        answer.told().ended(true);
        ascii("0\r\n\r\n");
      }
      case CLOSE_DELIMITED -> {
        head(answer, "1.0", "");
        allButLast(answer, body);
      }
      case CUT, OFFLINE -> {
        head(answer, "1.1", "Content-Length: " + body.length + "\r\n");
        out.write(body, 0, body.length / 2);
      }
      case DRIP -> drip(answer, body);
      case HUGE -> {
        head(answer, "1.1", "Content-Length: " + TERABYTE + "\r\n");
        out.write(body);
        byte[] zeros = new byte[64 * 1024];
        for (int sent = 0; sent < MOST_ZEROS; sent += zeros.length) {
          out.write(zeros);
        }
      }
      case SILENT -> TimeUnit.DAYS.sleep(1); // until the visit's deadline or the end
    }
    out.flush();
    return switch (answer.manner()) {
      case WHOLE -> stays;
      case CHUNKED -> stays;
      default -> false;
    };
  }

  private void allButLast(HttpAnswer answer, byte[] body) throws IOException {
    if (body.length > 0) {
      out.write(body, 0, body.length - 1);
      out.flush();
    }
    answer.told().ended(true);
    if (body.length > 0) {
      out.write(body[body.length - 1]);
    }
  }

  private void ascii(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void drip(HttpAnswer answer, byte[] body) throws IOException, InterruptedException {
    head(answer, "1.1", "Content-Length: " + body.length + "\r\n");
    for (int i = 0; i < body.length; i++) {
      if (i == body.length - 1) {
        answer.told().ended(true);
      }
      out.write(body[i]);
      out.flush();
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private void head(HttpAnswer answer, String version, String framing) throws IOException {
    StringBuilder head = new StringBuilder(200);
    head.append("HTTP/").append(version).append(' ').append(answer.status()).append(' ');
    head.append(REASONS.getOrDefault(answer.status(), "Status")).append("\r\n");
    head.append("Server: MotCua-Simulated-Scanner\r\nDate: ");
    head.append(
        DateTimeFormatter.RFC_1123_DATE_TIME
            .withLocale(Locale.ROOT)
            .format(now.withZoneSameInstant(ZoneOffset.UTC))
            .replace("Z", "GMT"));
    head.append("\r\nCache-Control: no-cache\r\n");
    answer
        .headers()
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append(framing).append("\r\n");
    ascii(head.toString());
  }
}
