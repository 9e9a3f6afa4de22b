package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.ScanEvent;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;

/**
 * One scan: waits for files to come to rest and hands over their pages, until nothing more comes.
 * What cannot be read is put aside and told at the end, so that it holds up no other file and is
 * never taken for a complete job.
 */
final class FolderJob {
  private static final Logger LOG = LoggerFactory.getLogger(FolderJob.class);

  /** A file that keeps growing holds those behind it up for so many times the time of rest. */
  private static final int ORDER = 5;

  private final Places places;
  private final FolderTimes times;
  private final FolderWatch watch;
  private final Taking taking;
  private final Delivery delivery;
  private final Cancellation cancellation;
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final PageReceiver pages;
  private Optional<Fault> fault = Optional.empty();
  private Optional<Fault> duplicate = Optional.empty();
  private long quietSince = System.nanoTime();
  private long busySince = System.nanoTime();
  private boolean told;

  FolderJob(
      Places places,
      FolderTimes times,
      FolderWatch watch,
      Taking taking,
      Delivery delivery,
      PageReceiver pages,
      Cancellation cancellation) {
    this.places = places;
    this.times = times;
    this.watch = watch;
    this.taking = taking;
    this.delivery = delivery;
    this.pages = pages;
    this.cancellation = cancellation;
    cancellation.onCancel(cancelled::countDown);
  }

  /** Runs to its end; whoever receives the pages may end it with a fault of his own. */
  ScanOutcome run() throws FaultException, IOException {
    try {
      boolean any = false;
      while (!cancellation.isCancelled()) {
        List<Seen> there = watch.look();
        any |= !there.isEmpty();
        if (there.isEmpty()) {
          if (!any || passed(quietSince, times.stable().toNanos())) {
            return end();
          }
          pause();
          continue;
        }
        quietSince = System.nanoTime();
        putAside(there);
        Optional<Seen> next = next(there);
        if (next.isPresent() && deliver(next.get())) {
          quietSince = System.nanoTime();
          busySince = quietSince;
        } else if (passed(busySince, times.growing().toNanos())) {
          return stopped(fault.orElse(new FolderFault.Growing(there.getFirst().name())));
        } else {
          tellOfWaiting();
          pause();
        }
      }
    } catch (CancellationException e) {
      LOG.debug("cancelled in a file");
    }
    return new ScanOutcome.Cancelled(delivery.accepted());
  }

  private ScanOutcome end() {
    int accepted = delivery.accepted();
    if (fault.isPresent()) {
      return stopped(fault.get());
    }
    if (accepted > 0) {
      return new ScanOutcome.Completed(accepted);
    }
    return stopped(duplicate.orElse(new ScanFault.FeederEmpty()));
  }

  private ScanOutcome stopped(Fault why) {
    return new ScanOutcome.Stopped(why, delivery.accepted());
  }

  private void putAside(List<Seen> there) throws FaultException, IOException {
    long now = System.nanoTime();
    for (Seen each : there) {
      boolean hopeless =
          each.state() == Seen.State.REFUSED
              || (each.state() == Seen.State.BROKEN && each.age(now) >= times.broken().toNanos());
      if (hopeless && !OpenFiles.writtenIn(places.inbox()).contains(each.file())) {
        Fault why = each.fault().orElseThrow();
        Optional<Path> taken = taking.take(each);
        watch.forget(each);
        if (taken.isPresent()) {
          putAside(taken.get(), why);
          busySince = System.nanoTime();
        } else {
          fault = Optional.of(fault.orElse(why));
        }
      }
    }
  }

  private void putAside(Path file, Fault why) throws FaultException, IOException {
    Path now = taking.aside(file, places.unreadable());
    Asides.explain(now, why);
    LOG.warn("put aside: {} ({})", now, why.code());
    fault = Optional.of(fault.orElse(why));
  }

  /** The first that is ready, unless one before it is still being written. */
  private Optional<Seen> next(List<Seen> there) {
    long now = System.nanoTime();
    boolean waitingForAnother = false;
    for (Seen each : there) {
      if (each.state() == Seen.State.READY
          && (!waitingForAnother || each.age(now) >= ORDER * times.stable().toNanos())) {
        Set<Path> open = OpenFiles.writtenIn(places.inbox());
        if (!open.contains(each.file())) {
          return Optional.of(each);
        }
      }
      waitingForAnother |= each.pages() && each.state() == Seen.State.CHANGING;
    }
    return Optional.empty();
  }

  /** Whether it could be had; if not, its writer still has it, or another terminal. */
  private boolean deliver(Seen next) throws FaultException, IOException {
    Optional<Path> taken = taking.take(next);
    watch.forget(next);
    if (taken.isEmpty()) {
      return false;
    }
    told = false;
    switch (delivery.deliver(taken.get(), next)) {
      case Delivery.Result.Received _ -> LOG.debug("received: {}", next.name());
      case Delivery.Result.Twice twice -> {
        Path now = taking.aside(twice.file(), places.duplicates());
        Fault why = new FolderFault.Duplicate(next.name());
        Asides.explain(now, why);
        LOG.warn("received before: {}", now);
        duplicate = Optional.of(duplicate.orElse(why));
      }
      case Delivery.Result.Bad bad -> putAside(bad.file(), bad.fault());
    }
    return true;
  }

  private void tellOfWaiting() {
    if (!told) {
      pages.event(new ScanEvent.Waiting());
      told = true;
    }
  }

  private static boolean passed(long since, long nanos) {
    return System.nanoTime() - since >= nanos;
  }

  private void pause() {
    try {
      if (cancelled.await(times.poll().toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException().initCause(e);
    }
  }
}
