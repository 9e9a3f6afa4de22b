package vn.motcua.kiosk.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerCapabilities;
import vn.motcua.scanner.paper.ScannerId;

/** What can be chosen for scanning, given the scanners that were found just now. */
final class ScanChoices {
  private static final Logger LOG = LoggerFactory.getLogger(ScanChoices.class);
  private static final int ARCHIVE_DPI = ScanSettings.ARCHIVE.dpi();

  /** How long is waited for devices that do not say what they can, all together. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Capabilities can;
  private final List<Scanner> found;

  ScanChoices(Capabilities can, List<Scanner> found) {
    this.can = can;
    this.found = found;
  }

  /** Asks a device what it can do. */
  @FunctionalInterface
  interface Capabilities {
    ScannerCapabilities of(ScannerId device) throws FaultException;
  }

  /** {@code made}, each with the state of its device. */
  List<ScanChoice> withStates(List<ScanChoice> made) {
    List<CompletableFuture<ScanChoice>> asked = new ArrayList<>();
    for (ScanChoice choice : made) {
      ScannerId device = choice.profile().device();
      Optional<Scanner> there = found.stream().filter(s -> s.id().equals(device)).findFirst();
      asked.add(
          there.isPresent()
              ? CompletableFuture.completedFuture(
                  state(choice, there.get().state(), there.get().simulated()))
              // A device may be reached by its address without ever showing up in a search.
              : ask(() -> {
                can.of(device);
                return state(choice, DeviceState.READY, false);
              }));
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<ScanChoice> choices = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      choices.add(answer(asked.get(i), end).orElse(state(made.get(i), DeviceState.OFFLINE, false)));
    }
    return choices;
  }

  private static ScanChoice state(ScanChoice choice, DeviceState state, boolean simulated) {
    return new ScanChoice(choice.profile(), choice.proposed(), Optional.of(state), simulated);
  }

  /** One for the feeder and one for the glass of each scanner, ready ones first. */
  List<ScanChoice> proposals() {
    List<Scanner> ordered = new ArrayList<>(found);
    ordered.sort(Comparator.comparing(scanner -> scanner.state() != DeviceState.READY));
    List<CompletableFuture<ScannerCapabilities>> asked =
        ordered.stream().map(scanner -> ask(() -> can.of(scanner.id()))).toList();
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<ScanChoice> choices = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      propose(ordered.get(i), answer(asked.get(i), end), choices);
    }
    return choices;
  }

  /** One for the feeder and one for the glass; for a device that says nothing, the feeder. */
  private static void propose(
      Scanner scanner, Optional<ScannerCapabilities> can, List<ScanChoice> into) {
    Set<PaperSource> sources =
        can.map(ScannerCapabilities::sources).orElse(EnumSet.of(PaperSource.FEEDER));
    for (PaperSource source : List.of(PaperSource.FEEDER, PaperSource.FLATBED)) {
      if (sources.contains(source)) {
        ScanProfile profile =
            ScanProfile.of(
                    shortName(scanner), scanner.id(), new ScanSettings(source, mode(can), dpi(can)))
                .with(BlankPages.PROPOSE); // nobody chose to keep them without a word
        into.add(new ScanChoice(profile, true, Optional.of(scanner.state()), scanner.simulated()));
      }
    }
  }

  private static ColourMode mode(Optional<ScannerCapabilities> can) {
    Set<ColourMode> modes = can.map(ScannerCapabilities::modes).orElse(Set.of());
    return modes.isEmpty() || modes.contains(ColourMode.COLOUR)
        ? ColourMode.COLOUR
        : modes.contains(ColourMode.GREY) ? ColourMode.GREY : ColourMode.BLACK_WHITE;
  }

  private static int dpi(Optional<ScannerCapabilities> can) {
    return can.map(ScannerCapabilities::resolutions).orElse(List.of()).stream()
        .filter(known -> known >= 50 && known <= 1200)
        .min(Comparator.comparingInt(known -> Math.abs(known - ARCHIVE_DPI)))
        .orElse(ARCHIVE_DPI);
  }

  /** A device may call itself anything; a profile's name is short and plain. */
  private static String shortName(Scanner scanner) {
    String plain = scanner.name().replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]", "").strip();
    String name = plain.isEmpty() ? scanner.id().driver() : plain;
    return name.length() <= 60 ? name : name.substring(0, name.offsetByCodePoints(0, 30));
  }

  /** A question to a device. */
  @FunctionalInterface
  private interface Question<T> {
    T answer() throws FaultException;
  }

  private static <T> CompletableFuture<T> ask(Question<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    // A platform thread: drivers may wait in native code.
    Thread.ofPlatform()
        .daemon()
        .name("ask-scanner")
        .start(() -> {
          try {
            answer.complete(question.answer());
          } catch (FaultException | RuntimeException | LinkageError e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  private static <T> Optional<T> answer(CompletableFuture<T> asked, long end) {
    try {
      return Optional.of(asked.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
    } catch (ExecutionException | TimeoutException e) {
      LOG.info("a scanner does not say what it can do: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }
}
