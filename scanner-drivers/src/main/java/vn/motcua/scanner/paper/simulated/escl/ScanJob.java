package vn.motcua.scanner.paper.simulated.escl;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A job from its POST to its end. Not thread-safe. */
final class ScanJob {
  private final UUID id = UUID.randomUUID();
  private final ScanTicket ticket;
  private final Instant created;
  private Instant touched;
  private Instant ready;
  private JobState state = JobState.PENDING;
  private String reason = "None";
  private int delivered;
  private int retries;
  private boolean transferring;
  private Optional<PageMaker.Page> last = Optional.empty();

  ScanJob(ScanTicket ticket, Instant now) {
    this.ticket = ticket;
    this.created = now;
    this.touched = now;
    this.ready = now;
  }

  String id() {
    return id.toString();
  }

  ScanTicket ticket() {
    return ticket;
  }

  JobState state() {
    return state;
  }

  String reason() {
    return reason;
  }

  long age(Instant now) {
    return Math.max(0, now.getEpochSecond() - created.getEpochSecond());
  }

  /** Somebody still cares for it. */
  void touch(Instant now) {
    touched = now;
  }

  Instant touched() {
    return touched;
  }

  /** When the page that is next has been read by the device. */
  Instant ready() {
    return ready;
  }

  void ready(Instant at) {
    ready = at;
  }

  /** Pages that were delivered whole. */
  int delivered() {
    return delivered;
  }

  int retries() {
    return retries;
  }

  boolean transferring() {
    return transferring;
  }

  void begin() {
    transferring = true;
    state = JobState.PROCESSING;
    reason = "JobScanning";
  }

  /** Whether a page was asked for. */
  boolean begun() {
    return state == JobState.PROCESSING;
  }

  void end(JobState how, String why) {
    if (!state.over()) {
      state = how;
      reason = why;
    }
  }

  /** A transfer ended. */
  void transferred(boolean whole, Optional<PageMaker.Page> page) {
    transferring = false;
    if (whole) {
      delivered++;
      retries = 0;
      last = page;
    } else {
      retries++;
    }
  }

  /** Nothing was sent after all. */
  void postpone() {
    transferring = false;
  }

  Optional<PageMaker.Page> last() {
    return last;
  }
}
