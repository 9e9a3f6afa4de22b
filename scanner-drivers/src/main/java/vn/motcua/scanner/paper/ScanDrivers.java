package vn.motcua.scanner.paper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All drivers that this installation has, each by its name. */
public final class ScanDrivers {
  private static final Logger LOG = LoggerFactory.getLogger(ScanDrivers.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Map<String, ScanDriver> byName = new LinkedHashMap<>();

  /**
   * @param drivers the drivers; of two with one name the first counts
   */
  public ScanDrivers(List<ScanDriver> drivers) {
    drivers.forEach(driver -> byName.putIfAbsent(driver.name(), driver));
  }

  /**
   * The given drivers and, behind them, those that jars on the class path declare. A declared
   * driver that cannot be built is logged and left out.
   */
  public static ScanDrivers load(List<ScanDriver> given) {
    List<ScanDriver> drivers = new ArrayList<>(given);
    for (ServiceLoader.Provider<ScanDriver> provider :
        ServiceLoader.load(ScanDriver.class).stream().toList()) {
      try {
        drivers.add(provider.get());
      } catch (ServiceConfigurationError e) {
        LOG.error("driver {} cannot be built", provider.type().getName(), e);
      }
    }
    return new ScanDrivers(drivers);
  }

  /** Every driver. */
  public List<ScanDriver> all() {
    return List.copyOf(byName.values());
  }

  /** The driver that a device id names. */
  public Optional<ScanDriver> find(ScannerId device) {
    return Optional.ofNullable(byName.get(device.driver()));
  }

  /** As {@link #discover(Duration)}, within five seconds. */
  public Discovery discover() {
    return discover(PATIENCE);
  }

  /**
   * Asks all drivers at once. One that fails or has not answered within {@code bound} is named as
   * silent: a driver whose network is dead must not hide the scanner on the table. An interrupt
   * ends the wait, and whoever has not answered by then is silent too.
   */
  public Discovery discover(Duration bound) {
    Map<ScanDriver, CompletableFuture<List<Scanner>>> asked = new LinkedHashMap<>();
    byName.values().forEach(driver -> asked.put(driver, ask(driver)));
    long end = System.nanoTime() + bound.toNanos();
    List<Scanner> found = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    asked.forEach((driver, answer) ->
        answer(driver, answer, end)
            .ifPresentOrElse(found::addAll, () -> silent.add(driver.name())));
    return new Discovery(found, silent);
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
          } catch (RuntimeException | LinkageError e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  private static Optional<List<Scanner>> answer(
      ScanDriver driver, CompletableFuture<List<Scanner>> answer, long end) {
    try {
      return Optional.of(answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
    } catch (ExecutionException e) {
      LOG.error("driver {} failed in discovery", driver.name(), e.getCause());
    } catch (TimeoutException e) {
      LOG.warn("driver {} did not answer in time", driver.name());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }
}
