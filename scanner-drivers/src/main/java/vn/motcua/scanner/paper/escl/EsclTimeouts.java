package vn.motcua.scanner.paper.escl;

import java.time.Duration;

/**
 * How long the driver waits for a scanner. Whatever the scanner does, no call outlasts these.
 *
 * @param look how long answers to a multicast question are collected; plus {@code state} for the
 *     devices' own answers it must stay under the five seconds of {@link
 *     vn.motcua.scanner.paper.ScanDrivers#discover()}
 * @param state until a device has told its state in a discovery
 * @param connect until a connection stands, its handshake included
 * @param reply until a short question is answered in full
 * @param busy for a device that says 503 to a new job
 * @param start until a page starts: lamps warm up and feeders draw paper in this time
 * @param silence without a single byte in the middle of a page
 * @param page for one whole page
 * @param settle for a device that has no page to give and yet says that the job goes on
 * @param retry between two questions of the same kind, where the device does not ask for more
 * @param goodbye for the courtesy after the end (DELETE)
 */
public record EsclTimeouts(
    Duration look,
    Duration state,
    Duration connect,
    Duration reply,
    Duration busy,
    Duration start,
    Duration silence,
    Duration page,
    Duration settle,
    Duration retry,
    Duration goodbye) {
  /** Enough for a slow device on a slow network. */
  public static final EsclTimeouts DEFAULT =
      new EsclTimeouts(
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofMinutes(10),
          Duration.ofSeconds(5),
          Duration.ofMillis(700),
          Duration.ofSeconds(4));

  /** For a look at the state, where nobody may wait for a dead device. */
  EsclTimeouts forState() {
    return new EsclTimeouts(
        look, state, state, state, state, state, state, state, settle, retry, state);
  }

  /** The same with another time between two questions. */
  public EsclTimeouts withRetry(Duration other) {
    return new EsclTimeouts(
        look, state, connect, reply, busy, start, silence, page, settle, other, goodbye);
  }
}
