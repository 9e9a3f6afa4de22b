package vn.motcua.kiosk.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.RepeatFilter;
import vn.motcua.scanner.barcode.simulated.SimulatedBarcodeReader;
import vn.motcua.scanner.barcode.wedge.WedgeBarcodeReader;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

/** The devices of the demonstration and what can be done to them. */
public final class DemoDevices {
  /** Slow enough that pages are seen to arrive, as from a feeder of 120 images a minute. */
  private static final Duration PER_PAGE = Duration.ofMillis(500);

  private final SimulatedReaders cards;
  private final SimulatedBarcodeReader codes;
  private final WedgeBarcodeReader wedge = new WedgeBarcodeReader();
  private volatile Optional<Long> scanned = Optional.empty();
  private final SimulatedScanDriver scanner;
  private final Optional<Path> pages;

  /**
   * @param cards the card reader
   * @param pages a folder of page pictures to scan; empty = the built-in papers
   */
  public DemoDevices(SimulatedReaders cards, Optional<Path> pages) {
    this.cards = cards;
    this.codes = new SimulatedBarcodeReader();
    this.scanner = new SimulatedScanDriver("feeder", "Máy quét mô phỏng", PER_PAGE);
    this.pages = pages;
  }

  /** The card reader. */
  public SimulatedReaders cards() {
    return cards;
  }

  /** The barcode reader. */
  public SimulatedBarcodeReader codes() {
    return codes;
  }

  /** A real reader that types like a keyboard works in the demonstration too. */
  WedgeBarcodeReader wedge() {
    return wedge;
  }

  /** All barcode readers. */
  List<BarcodeReader> readers() {
    return List.of(codes, wedge);
  }

  /** The scanner. */
  public SimulatedScanDriver scanner() {
    return scanner;
  }

  /** Holds a code under the light. */
  void scan(String text) {
    codes.scan(text.getBytes(StandardCharsets.UTF_8));
    // After the scan, never before: the readers count their pause from when they saw the code.
    scanned = Optional.of(System.nanoTime());
  }

  /** Whether the last code counts as taken away: shown again, it is a scan of its own. */
  boolean isCodeAway() {
    return scanned.isEmpty() || System.nanoTime() - scanned.get() >= RepeatFilter.PAUSE.toNanos();
  }

  /**
   * Puts the papers of {@code owner} into the feeder.
   *
   * @return how many pages
   * @throws FaultException DEMO-PAGES if a folder was named and has no pictures
   */
  int loadPapersOf(SimulatedCardProfile owner) throws FaultException {
    try {
      if (pages.isEmpty()) {
        scanner.load(new DemoPages().of(DemoCards.facts(owner)));
      } else {
        scanner.loadFiles(pictures(pages.get()));
      }
    } catch (IOException e) {
      throw new FaultException(new NoPages(), e);
    }
    return scanner.loaded();
  }

  private static List<Path> pictures(Path folder) throws IOException, FaultException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files
              .filter(file -> file.toString().matches("(?i).*\\.(jpe?g|png|tiff?)"))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new FaultException(new NoPages());
      }
      return found;
    }
  }

  /** No page pictures where they were looked for. */
  record NoPages() implements Fault {
    @Override
    public String code() {
      return "DEMO-PAGES";
    }
  }
}
