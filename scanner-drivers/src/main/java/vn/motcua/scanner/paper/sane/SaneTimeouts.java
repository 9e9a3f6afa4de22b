package vn.motcua.scanner.paper.sane;

import java.time.Duration;

/**
 * How long the driver waits for a SANE daemon. Whatever the daemon does, no call outlasts these.
 *
 * @param connect until a connection stands
 * @param reply until a question is answered in full
 * @param start until a page starts: lamps warm up and feeders draw paper in this time
 * @param silence without a single byte in the middle of a page
 * @param page for one whole page
 * @param goodbye for the courtesies after the end (cancel, close)
 */
public record SaneTimeouts(
    Duration connect,
    Duration reply,
    Duration start,
    Duration silence,
    Duration page,
    Duration goodbye) {
  /** Enough for a slow USB scanner that has to warm up. */
  public static final SaneTimeouts DEFAULT =
      new SaneTimeouts(
          Duration.ofSeconds(3),
          Duration.ofSeconds(20),
          Duration.ofSeconds(90),
          Duration.ofSeconds(30),
          Duration.ofMinutes(10),
          Duration.ofSeconds(2));

  /** The same with another patience in the middle of a page. */
  public SaneTimeouts withSilence(Duration other) {
    return new SaneTimeouts(connect, reply, start, other, page, goodbye);
  }

  /** The same with another patience for an answer. */
  public SaneTimeouts withReply(Duration other) {
    return new SaneTimeouts(connect, other, start, silence, page, goodbye);
  }
}
