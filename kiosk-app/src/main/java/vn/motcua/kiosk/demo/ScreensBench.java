package vn.motcua.kiosk.demo;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javafx.stage.Stage;
import vn.motcua.kiosk.bench.BenchFault;
import vn.motcua.kiosk.bench.Figures;
import vn.motcua.kiosk.cli.TimedBench;
import vn.motcua.kiosk.demo.DemoDossiers.DemoReceipt;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.kiosk.ui.Faces;
import vn.motcua.kiosk.ui.Screen;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.chip.ChipReader;
import vn.motcua.scanner.chip.Sex;
import vn.motcua.scanner.chip.TrustStore;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;

/**
 * What a person at the terminal waits for and sees, taken from the display and not from what the
 * toolkit believes to have drawn: start, receipt, card, motion, and what hours of use leave in the
 * memory. The terminal fills a virtual screen of 1080×1920, drawn in software.
 */
public final class ScreensBench implements TimedBench {
  private static final int WIDTH = 1080;
  private static final int HEIGHT = 1920;
  private static final long SEED = 2026;
  private static final int STARTS = 5;
  private static final int ROUNDS = 20;
  private static final int WARM_UP = 5;
  private static final Duration SLOW = Duration.ofMillis(90);
  private static final Duration SHORT = Duration.ofSeconds(40);
  private static final Duration AT_REST = Duration.ofSeconds(15);
  private static final Duration FORGOTTEN = Duration.ofSeconds(2);
  private static final Duration BETWEEN = Duration.ofMillis(120);

  /** Code, fonts and pools fill in the first part of the journeys: measured from here on. */
  private static final double SETTLED = 0.3;

  private static final double GOAL_SHOWN = 150;
  private static final double GOAL_FRAMES = 30;
  private static final double GOAL_GROWTH = 5;
  private static final double GOAL_START = 1.5;

  private final Clock clock;
  private final FaultSentences sentences;
  private final DemoHouse.Opener opener;

  /**
   * @param opener builds the house over the bench's devices
   */
  public ScreensBench(Clock clock, FaultSentences sentences, DemoHouse.Opener opener) {
    this.clock = clock;
    this.sentences = sentences;
    this.opener = opener;
  }

  @Override
  public String name() {
    return "screens";
  }

  @Override
  public Result run(OptionalInt minutes) throws FaultException, InterruptedException {
    Map<String, Object> figures = new LinkedHashMap<>();
    List<Goal> goals = new ArrayList<>();
    Path folder = null;
    try {
      folder = Files.createTempDirectory("motcua-screens");
      starts(folder.resolve("start"), figures, goals);
      terminal(folder.resolve("data"), minutes, figures, goals);
    } catch (IOException e) {
      throw new FaultException(new BenchFault.CannotMeasure(), e);
    } finally {
      if (folder != null) {
        Demo.delete(folder);
      }
    }
    return new Result(figures, goals);
  }

  private static void starts(Path data, Map<String, Object> figures, List<Goal> goals)
      throws FaultException, InterruptedException {
    List<Double> ours = new ArrayList<>();
    List<Double> empty = new ArrayList<>();
    FirstFrames.terminal(data); // makes the folder, and warms the disk
    for (int i = 0; i < STARTS; i++) {
      empty.add(FirstFrames.emptyWindow());
      ours.add(FirstFrames.terminal(data));
    }
    double first = Figures.median(ours);
    double least = Figures.median(empty);
    figures.put("startMilliseconds", Figures.rounded(first));
    figures.put("emptyWindowMilliseconds", Figures.rounded(least));
    goals.add(new Goal("startBesideEmptyWindow", Figures.rounded(first / least), GOAL_START));
  }

  private void terminal(
      Path data, OptionalInt minutes, Map<String, Object> figures, List<Goal> goals)
      throws FaultException, InterruptedException, IOException {
    SimulatedCardProfile card = SimulatedCitizens.a();
    TrustStore anchors = TrustStore.of(List.of(SimulatedIssuer.shared().anchor()));
    try (SimulatedReaders reader = new SimulatedReaders(new ChipReader(anchors, clock))) {
      WatchedReaders timed = new WatchedReaders(reader);
      DemoDevices devices = new DemoDevices(reader, Optional.empty());
      try (DemoHouse house =
          opener.open(data, List.of(timed), devices.readers(), List.of(devices.scanner()))) {
        List<DemoReceipt> receipts = fill(house, card);
        String display = Screen.startUnseen(WIDTH, HEIGHT);
        Stage stage =
            Screen.show(() ->
                new Faces(house.desks(), sentences, clock, Locale.of("vi"), devices.wedge())
                    .citizen(house.terminal(), Optional.empty()));
        try (BenchedTerminal terminal = new BenchedTerminal(stage, devices, display)) {
          terminal.await("home-card");
          times(terminal, timed, receipts, card, figures, goals);
          motion(terminal, devices, card, figures, goals);
          rest(terminal, figures);
          journeys(terminal, devices, receipts, minutes, figures, goals);
        }
      }
    }
  }

  private List<DemoReceipt> fill(DemoHouse house, SimulatedCardProfile card) throws FaultException {
    Party owner =
        new Party(
            Optional.of(card.number()),
            card.name(),
            Optional.of(card.birth()),
            Optional.of(card.sex() == Sex.FEMALE),
            card.residence(),
            "");
    return DemoDossiers.fill(
        house.store(),
        Resources.procedures(),
        Resources.calendar(),
        house.desks().centre(),
        clock,
        SEED,
        List.of(owner));
  }

  private static void times(
      BenchedTerminal terminal,
      WatchedReaders timed,
      List<DemoReceipt> receipts,
      SimulatedCardProfile card,
      Map<String, Object> figures,
      List<Goal> goals)
      throws FaultException, InterruptedException {
    List<Double> shown = new ArrayList<>();
    List<Double> chip = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      terminal.rest();
      double receipt = terminal.receipt(receipts.get(i % receipts.size()));
      terminal.rest();
      double dossiers = terminal.card(card);
      if (i >= WARM_UP) {
        shown.add(receipt);
        chip.add(timed.lastNanos() / 1e6);
        after.add(dossiers - timed.lastNanos() / 1e6);
      }
    }
    terminal.rest();
    figures.put("rounds", ROUNDS);
    figures.put("chipMilliseconds", Figures.rounded(Figures.median(chip)));
    both("receiptToDossierMilliseconds", shown, figures, goals);
    both("cardToDossiersBeyondChipMilliseconds", after, figures, goals);
  }

  private static void both(
      String name, List<Double> all, Map<String, Object> figures, List<Goal> goals) {
    double median = Figures.rounded(Figures.median(all));
    double late = Figures.rounded(Figures.percentile(all, 95));
    figures.put(name, median);
    figures.put(name + "P95", late);
    goals.add(new Goal(name, median, GOAL_SHOWN));
    goals.add(new Goal(name + "P95", late, GOAL_SHOWN));
  }

  private static void motion(
      BenchedTerminal terminal,
      DemoDevices devices,
      SimulatedCardProfile card,
      Map<String, Object> figures,
      List<Goal> goals)
      throws FaultException, InterruptedException {
    terminal.scan(DemoCards.qr(card));
    terminal.await("step-2");
    terminal.settle();
    devices.cards().insert(new SlowCard(card.card(), SLOW));
    BenchedTerminal.Motion motion = terminal.motion("dossier-1");
    terminal.rest();
    double frames = Figures.rounded(motion.framesPerSecond());
    figures.put("changedFramesASecond", frames);
    figures.put("longestFrameMilliseconds", Figures.rounded(motion.longestGapMillis()));
    figures.put("readingSeconds", Figures.rounded(motion.seconds()));
    figures.put("processors", Runtime.getRuntime().availableProcessors());
    goals.add(Goal.atLeast("changedFramesASecond", frames, GOAL_FRAMES));
  }

  private static void rest(BenchedTerminal terminal, Map<String, Object> figures)
      throws FaultException, InterruptedException {
    terminal.rest();
    pause(Duration.ofSeconds(2));
    ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    long before = threads.getTotalThreadAllocatedBytes();
    long begin = System.nanoTime();
    pause(AT_REST);
    double minutes = (System.nanoTime() - begin) / 60e9;
    figures.put(
        "allocatedBytesAMinuteAtRest",
        Math.round((threads.getTotalThreadAllocatedBytes() - before) / minutes));
  }

  private static void journeys(
      BenchedTerminal terminal,
      DemoDevices devices,
      List<DemoReceipt> receipts,
      OptionalInt minutes,
      Map<String, Object> figures,
      List<Goal> goals)
      throws FaultException, InterruptedException {
    Duration whole = minutes.isPresent() ? Duration.ofMinutes(minutes.getAsInt()) : SHORT;
    Random random = new Random(SEED);
    long begin = System.nanoTime();
    long journeys = 0;
    List<Double> heap = new ArrayList<>();
    List<Double> resident = new ArrayList<>();
    while (System.nanoTime() - begin < whole.toNanos()) {
      journey(terminal, devices, receipts, random);
      journeys++;
      if (System.nanoTime() - begin >= whole.toNanos() * SETTLED && journeys % 8 == 0) {
        heap.add(liveBytes() / 1e6);
        Memory.resident().ifPresent(bytes -> resident.add(bytes / 1e6));
      }
    }
    figures.put("journeys", journeys);
    figures.put("journeySeconds", whole.toSeconds());
    growth("liveHeap", heap, figures, goals);
    growth("residentMemory", resident, figures, goals);
  }

  private static void growth(
      String name, List<Double> megabytes, Map<String, Object> figures, List<Goal> goals) {
    int part = Math.max(1, megabytes.size() / 5);
    double first = megabytes.isEmpty() ? Double.NaN : Figures.median(megabytes.subList(0, part));
    double last =
        megabytes.isEmpty()
            ? Double.NaN
            : Figures.median(megabytes.subList(megabytes.size() - part, megabytes.size()));
    figures.put(name + "Megabytes", Figures.rounded(last));
    goals.add(
        new Goal(name + "GrowthPercent", Figures.rounded((last / first - 1) * 100), GOAL_GROWTH));
  }

  /**
   * Pictures that the toolkit may draw anew are held softly, and stay for as many milliseconds as
   * megabytes are free: what is held for good is what remains after a rest that is longer.
   */
  private static long liveBytes() {
    System.gc();
    pause(FORGOTTEN);
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** A visit of anybody: something is shown, a few things are pressed, the person leaves. */
  private static void journey(
      BenchedTerminal terminal, DemoDevices devices, List<DemoReceipt> receipts, Random random)
      throws FaultException, InterruptedException {
    switch (random.nextInt(4)) {
      case 0, 1 -> {
        DemoReceipt receipt = receipts.get(random.nextInt(receipts.size()));
        terminal.scan(ScannedCode.receiptText(receipt.code(), receipt.secret()));
      }
      case 2 -> {
        SimulatedCardProfile card = SimulatedCitizens.all().get(random.nextInt(3));
        terminal.scan(DemoCards.qr(card));
        devices.cards().insert(card);
      }
      default -> terminal.scan("rác " + random.nextInt());
    }
    int touches = 3 + random.nextInt(8);
    for (int i = 0; i < touches; i++) {
      pause(BETWEEN);
      List<String> pressable = terminal.pressable();
      // Reading aloud would start a program of its own each time.
      List<String> silent =
          pressable.stream()
              .filter(id -> !id.equals("bar-read") && !id.startsWith("language-"))
              .toList();
      if (!silent.isEmpty()) {
        terminal.press(silent.get(random.nextInt(silent.size())));
      }
    }
    devices.cards().remove();
    for (String way : List.of("wait-back", "idle-stay", "leave", "back", "back", "help-home")) {
      terminal.press(way);
    }
    if (!terminal.shows("home-card")) {
      DemoReceipt receipt = receipts.getFirst();
      terminal.scan(ScannedCode.receiptText(receipt.code(), receipt.secret()));
      terminal.await("rail");
      terminal.press("leave");
    }
    terminal.await("home-card");
  }

  private static void pause(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
