package vn.motcua.kiosk.source;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.FaultException;

/**
 * Looks into folders again and again, on one thread of its own. Looking is what counts: shares
 * report no changes. What the file system reports of itself only makes the next look come sooner.
 */
public final class SourceWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SourceWatch.class);

  /** How often hints are asked for. */
  private static final Duration HINTS = Duration.ofSeconds(1);

  private static final Duration BEFORE_SWEEP = Duration.ofMinutes(10);

  private final List<FolderSource> sources;
  private final List<WatchService> watches = new ArrayList<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("sources").daemon(true).factory());

  /**
   * @param every how often to look
   * @param sweep what is done now and then beside that: forgetting what is too old
   */
  public SourceWatch(List<FolderSource> sources, Duration every, Runnable sweep) {
    this.sources = List.copyOf(sources);
    long pause = every.toMillis();
    thread.scheduleWithFixedDelay(this::look, 0, pause, TimeUnit.MILLISECONDS);
    // Not at once: after a long time off, what still lies in a folder is read first.
    thread.scheduleWithFixedDelay(
        () -> quietly(sweep), BEFORE_SWEEP.toMinutes(), 60, TimeUnit.MINUTES);
    for (FolderSource source : sources) {
      Optional<WatchService> hints = hints(source);
      hints.ifPresent(watches::add);
      hints.ifPresent(watch ->
          thread.scheduleWithFixedDelay(
              () -> hint(watch, source),
              HINTS.toMillis(),
              HINTS.toMillis(),
              TimeUnit.MILLISECONDS));
    }
  }

  private static Optional<WatchService> hints(FolderSource source) {
    Path folder = source.folder();
    try {
      WatchService watch = folder.getFileSystem().newWatchService();
      folder.register(
          watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      return Optional.of(watch);
    } catch (IOException | UnsupportedOperationException none) {
      return Optional.empty();
    }
  }

  private void hint(WatchService watch, FolderSource source) {
    WatchKey key = watch.poll();
    if (key != null) {
      key.pollEvents();
      key.reset();
      look(source);
    }
  }

  private void look() {
    sources.forEach(this::look);
  }

  private void look(FolderSource source) {
    quietly(() -> {
      try {
        source.poll();
      } catch (FaultException trouble) {
        LOG.warn("a source could not be taken: {}", trouble.fault().code());
      }
    });
  }

  /** What is thrown here would end the looking for ever. */
  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException bug) {
      LOG.error("looking into a source failed", bug);
    }
  }

  /** Stops after the look that is going on, waiting for it for a while. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
        LOG.warn("a look into a source does not end");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    for (WatchService watch : watches) {
      try {
        watch.close();
      } catch (IOException gone) {
        LOG.debug("a watch does not close", gone);
      }
    }
  }
}
