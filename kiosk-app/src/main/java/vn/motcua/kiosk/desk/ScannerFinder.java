package vn.motcua.kiosk.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerId;

/**
 * Asks all scan drivers at once, and waits for none longer than a bound: a driver whose network is
 * silent must not keep the scanner on the table from being found.
 */
final class ScannerFinder {
  private static final Logger LOG = LoggerFactory.getLogger(ScannerFinder.class);
  private static final Duration BOUND = Duration.ofSeconds(5);

  /** What one look around found. */
  record Found(List<Scanner> scanners, List<String> silentDrivers) {
    Found {
      scanners = List.copyOf(scanners);
      silentDrivers = List.copyOf(silentDrivers);
    }
  }

  private final List<ScanDriver> drivers;
  private final Duration bound;

  ScannerFinder(List<ScanDriver> drivers) {
    this(drivers, BOUND);
  }

  ScannerFinder(List<ScanDriver> drivers, Duration bound) {
    this.drivers = List.copyOf(drivers);
    this.bound = bound;
  }

  Optional<ScanDriver> driver(ScannerId id) {
    return drivers.stream().filter(driver -> driver.name().equals(id.driver())).findFirst();
  }

  Found look() {
    Map<ScanDriver, CompletableFuture<List<Scanner>>> asked = new LinkedHashMap<>();
    drivers.forEach(driver -> asked.put(driver, ask(driver)));
    long end = System.nanoTime() + bound.toNanos();
    List<Scanner> scanners = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    asked.forEach((driver, answer) -> {
      try {
        scanners.addAll(answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
      } catch (TimeoutException late) {
        silent.add(driver.name());
      } catch (ExecutionException bug) {
        LOG.error("the driver {} failed in discovery", driver.name(), bug.getCause());
        silent.add(driver.name());
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    });
    return new Found(scanners, silent);
  }

  private static CompletableFuture<List<Scanner>> ask(ScanDriver driver) {
    CompletableFuture<List<Scanner>> answer = new CompletableFuture<>();
    // A platform thread: drivers may wait in native code.
    Thread.ofPlatform()
        .daemon()
        .name("discover-" + driver.name())
        .start(() -> {
          try {
            answer.complete(driver.discover());
          } catch (RuntimeException | LinkageError bug) {
            answer.completeExceptionally(bug);
          }
        });
    return answer;
  }
}
