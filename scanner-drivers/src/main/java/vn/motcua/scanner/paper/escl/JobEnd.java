package vn.motcua.scanner.paper.escl;

import java.util.Optional;
import vn.motcua.scanner.paper.ScanFault;

/**
 * What it means that a device has no (further) page to give. 404 alone never is an end: it is one
 * only if neither the feeder nor the job tells of something else.
 */
sealed interface JobEnd {
  /** The source is empty. */
  record Done() implements JobEnd {}

  /** Somebody stopped the job at the device. */
  record Cancelled() implements JobEnd {}

  /** The job goes on, the page is not ready yet. */
  record NotYet() implements JobEnd {}

  /** Something stopped it. */
  record Broken(ScanFault fault) implements JobEnd {}

  /**
   * Judges.
   *
   * @param status read after the answer without a page
   * @param path of the job
   * @param feeder whether it draws paper
   * @param pages accepted so far
   * @param patience whether waiting is still worth while
   */
  static JobEnd of(EsclStatus status, String path, boolean feeder, int pages, boolean patience) {
    Optional<ScanFault> hand = feeder ? status.feederFault() : Optional.empty();
    if (hand.isPresent()) {
      return new Broken(hand.get());
    }
    Optional<EsclStatus.Job> job = status.job(path);
    boolean emptyFromTheStart = feeder && pages == 0 && status.feederEmpty();
    if (job.isPresent() && job.get().aborted()) {
      return new Broken(
          emptyFromTheStart ? new ScanFault.FeederEmpty() : status.reason(job.get(), feeder));
    }
    if (job.isPresent() && job.get().cancelled()) {
      return new Cancelled();
    }
    boolean alive = job.map(EsclStatus.Job::alive).orElse(status.working());
    if (alive && patience) {
      return new NotYet();
    }
    if (status.isUnknown()) {
      // No page and no word about it: that may be a jam as well as an end.
      return new Broken(new ScanFault.DeviceError());
    }
    if (status.state().equals("Stopped") || status.state().equals("Down")) {
      return new Broken(new ScanFault.DeviceError());
    }
    if (!feeder) {
      // A glass always has a page.
      return new Broken(new ScanFault.DeviceError());
    }
    if (alive && (!status.idle() || status.feederLoaded())) {
      // It still works, or still has paper, and gives none: pages may be on their way.
      return new Broken(new ScanFault.DeviceError());
    }
    if (job.isPresent() && job.get().failed()) {
      return new Broken(status.reason(job.get(), true));
    }
    return pages == 0 ? new Broken(new ScanFault.FeederEmpty()) : new Done();
  }
}
