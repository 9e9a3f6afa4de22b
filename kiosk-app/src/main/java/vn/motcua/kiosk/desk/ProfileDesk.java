package vn.motcua.kiosk.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanDrivers;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerCapabilities;
import vn.motcua.scanner.paper.ScannerId;

/** Where profiles are held against the devices, tried and offered. All methods block. */
public final class ProfileDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ProfileDesk.class);
  private static final int ARCHIVE_DPI = ScanSettings.ARCHIVE.dpi();

  /** How long the choices wait for a device that does not say what it can. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ScanDrivers drivers;
  private final ScanProfiles profiles;
  private final Path temporary;

  /**
   * @param drivers the scan drivers
   * @param profiles those of this machine
   * @param temporary where test pages go
   */
  public ProfileDesk(List<ScanDriver> drivers, ScanProfiles profiles, Path temporary) {
    this.drivers = new ScanDrivers(drivers);
    this.profiles = profiles;
    this.temporary = temporary;
  }

  /** The profiles of this machine. */
  public ScanProfiles profiles() {
    return profiles;
  }

  /** The scanners that can be found now. */
  public List<Scanner> scanners() {
    return drivers.discover().scanners();
  }

  /**
   * What a scanner can do.
   *
   * @throws FaultException SCAN-OFFLINE if it cannot be reached
   */
  public ScannerCapabilities capabilities(ScannerId device) throws FaultException {
    return driver(device).capabilities(device);
  }

  /**
   * Holds a profile against its device.
   *
   * @return why that was not possible (the device is off, say); empty if the device can do all
   * @throws FaultException SCAN-SETTING if the device can be asked and lacks something
   */
  public Optional<Fault> check(ScanProfile profile) throws FaultException {
    ScannerCapabilities can;
    try {
      can = capabilities(profile.device());
    } catch (FaultException cannotAsk) {
      return Optional.of(cannotAsk.fault());
    }
    Optional<ScanFault> lacks = ProfileCheck.unsupported(profile, can);
    if (lacks.isPresent()) {
      throw new FaultException(lacks.get());
    }
    return Optional.empty();
  }

  /**
   * Scans one page as the profile says, into a picture file in a temporary folder.
   *
   * @throws FaultException what the scanner reported
   * @throws CancellationException if it was cancelled before there was a page
   */
  public Path test(ScanProfile profile, Cancellation cancellation) throws FaultException {
    Cancellation enough = new Cancellation();
    cancellation.onCancel(enough::cancel);
    AtomicReference<Optional<Path>> page = new AtomicReference<>(Optional.empty());
    Durable.folder(temporary);
    ScanOutcome outcome =
        driver(profile.device())
            .scan(
                profile.device(),
                profile.settings(),
                scanned -> {
                  if (page.get().isEmpty()) {
                    Path file =
                        temporary.resolve(
                            "test-" + UUID.randomUUID() + "." + scanned.format().extension());
                    Durable.write(file, scanned.image());
                    page.set(Optional.of(file));
                  }
                  // One page is what was asked for, however full the feeder is.
                  enough.cancel();
                },
                enough);
    if (page.get().isPresent()) {
      return page.get().get();
    }
    switch (outcome) {
      case ScanOutcome.Stopped stopped -> throw new FaultException(stopped.fault());
      case ScanOutcome.Cancelled _ -> throw new CancellationException();
      case ScanOutcome.Completed _ -> throw new FaultException(new ScanFault.FeederEmpty());
    }
  }

  /** The profiles that were made, at once and without a look at any device. */
  public List<ScanChoice> made() throws FaultException {
    return profiles.list().profiles().stream()
        .map(kept -> new ScanChoice(kept.profile(), false, Optional.empty(), false))
        .toList();
  }

  /**
   * What can be chosen for scanning: the profiles that were made, each with the state of its
   * device; or, with none made, proposals for the scanners that were found, ready ones first.
   */
  public List<ScanChoice> choices() throws FaultException {
    List<ScanChoice> made = made();
    List<Scanner> found = scanners();
    return made.isEmpty() ? proposals(found) : withStates(made, found);
  }

  private List<ScanChoice> withStates(List<ScanChoice> made, List<Scanner> found) {
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
                capabilities(device);
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

  private List<ScanChoice> proposals(List<Scanner> found) {
    List<Scanner> ordered = new ArrayList<>(found);
    ordered.sort(Comparator.comparing(scanner -> scanner.state() != DeviceState.READY));
    List<CompletableFuture<ScannerCapabilities>> asked =
        ordered.stream().map(scanner -> ask(() -> capabilities(scanner.id()))).toList();
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
                shortName(scanner), scanner.id(), new ScanSettings(source, mode(can), dpi(can)));
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

  private ScanDriver driver(ScannerId device) throws FaultException {
    return drivers
        .find(device)
        .orElseThrow(() -> new FaultException(new ScanFault.Offline(), "no such driver"));
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
