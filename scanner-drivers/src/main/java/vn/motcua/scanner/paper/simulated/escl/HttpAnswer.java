package vn.motcua.scanner.paper.simulated.escl;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered.
 *
 * @param manner how it is written to the line
 * @param told is told once, when it ended, whether all of it was written
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record HttpAnswer(int status, Map<String, String> headers, byte[] body, Manner manner, Told told) {
  /** How an answer is written. */
  enum Manner {
    /** As it should be, with a length. */
    WHOLE,
    CHUNKED,
    CLOSE_DELIMITED,
    /** Half of it, then the connection is cut. */
    CUT,
    /** Half of it, then the whole server goes away. */
    OFFLINE,
    /** Ten bytes a second. */
    DRIP,
    /** With a length of a terabyte, and zeros after the body. */
    HUGE,
    /** Not at all. */
    SILENT
  }

  /** Hears whether an answer was written to its end. */
  @FunctionalInterface
  interface Told {
    void ended(boolean whole);
  }

  static HttpAnswer empty(int status) {
    return new HttpAnswer(status, Map.of(), new byte[0], Manner.WHOLE, whole -> {});
  }

  static HttpAnswer text(int status, String mime, String text) {
    return new HttpAnswer(
        status,
        Map.of("Content-Type", mime),
        text.getBytes(StandardCharsets.UTF_8),
        Manner.WHOLE,
        whole -> {});
  }

  static HttpAnswer xml(String document) {
    return text(200, "text/xml; charset=UTF-8", document);
  }

  HttpAnswer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpAnswer(status, more, body, manner, told);
  }

  HttpAnswer in(Manner other) {
    return new HttpAnswer(status, headers, body, other, told);
  }

  HttpAnswer saying(byte[] other) {
    return new HttpAnswer(status, headers, other, manner, told);
  }

  HttpAnswer telling(Told other) {
    return new HttpAnswer(status, headers, body, manner, other);
  }
}
