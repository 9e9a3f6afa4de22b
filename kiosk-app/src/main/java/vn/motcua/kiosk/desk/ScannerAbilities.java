package vn.motcua.kiosk.desk;

import java.time.Duration;
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
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanDrivers;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerCapabilities;

/** What each of several scanners can do, asked of all at once and within a bound. */
final class ScannerAbilities {
  private static final Logger LOG = LoggerFactory.getLogger(ScannerAbilities.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ScanDrivers drivers;

  ScannerAbilities(ScanDrivers drivers) {
    this.drivers = drivers;
  }

  /** In the order given; empty for one that is offline, does not say or does not answer in time. */
  Map<Scanner, Optional<ScannerCapabilities>> of(List<Scanner> scanners) {
    Map<Scanner, CompletableFuture<ScannerCapabilities>> asked = new LinkedHashMap<>();
    for (Scanner scanner : scanners) {
      asked.put(scanner, ask(scanner));
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    Map<Scanner, Optional<ScannerCapabilities>> all = new LinkedHashMap<>();
    asked.forEach((scanner, answer) -> all.put(scanner, answer(scanner, answer, end)));
    return all;
  }

  private CompletableFuture<ScannerCapabilities> ask(Scanner scanner) {
    CompletableFuture<ScannerCapabilities> answer = new CompletableFuture<>();
    Optional<ScanDriver> driver = drivers.find(scanner.id());
    if (scanner.state() == DeviceState.OFFLINE || driver.isEmpty()) {
      answer.cancel(false);
      return answer;
    }
    // A platform thread: drivers may wait in native code.
    Thread.ofPlatform()
        .daemon()
        .name("ask-" + scanner.id())
        .start(() -> {
          try {
            answer.complete(driver.get().capabilities(scanner.id()));
          } catch (FaultException | RuntimeException | LinkageError e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  private static Optional<ScannerCapabilities> answer(
      Scanner scanner, CompletableFuture<ScannerCapabilities> answer, long end) {
    if (answer.isCancelled()) {
      return Optional.empty();
    }
    try {
      return Optional.of(answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
    } catch (ExecutionException | TimeoutException e) {
      LOG.info("{} does not say what it can do: {}", scanner.id(), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /** As it is told to people and programs; lengths in millimetres, 0 if not known. */
  static Map<String, Object> facts(ScannerCapabilities can) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("sources", can.sources().stream().map(Enum::name).sorted().toList());
    facts.put("modes", can.modes().stream().map(Enum::name).sorted().toList());
    facts.put("resolutions", can.resolutions());
    facts.put("widthMillimetres", Math.round(can.widthMillimetres() * 10) / 10.0);
    facts.put("heightMillimetres", Math.round(can.heightMillimetres() * 10) / 10.0);
    return facts;
  }
}
