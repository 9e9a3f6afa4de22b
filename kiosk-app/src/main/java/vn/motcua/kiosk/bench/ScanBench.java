package vn.motcua.kiosk.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.motcua.kiosk.cli.Bench;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageReceiver;

/**
 * What a driver adds to a page of A4 at 300 dpi in colour over the peer's own client, on a device
 * that does not pace itself; and what it adds with every page made durable. In turn, medians.
 */
public final class ScanBench implements Bench {
  private static final int ROUNDS = 15;
  private static final int WARM_UP = 12;
  private static final double MILLISECONDS_PER_MINUTE = 60_000;

  @Override
  public String name() {
    return "scan";
  }

  @Override
  public Result run() throws FaultException, InterruptedException {
    Map<String, Object> figures = new LinkedHashMap<>();
    List<Goal> goals = new ArrayList<>();
    figures.put("rounds", ROUNDS);
    Path folder = null;
    try {
      folder = Files.createTempDirectory("motcua-bench");
      BenchPage page = new BenchPage();
      try (ScanRoute sane = new SaneRoute(folder, page)) {
        measure(sane, folder, figures, goals);
      }
      try (ScanRoute escl = new EsclRoute(page)) {
        measure(escl, folder, figures, goals);
      }
      return new Result(figures, goals);
    } catch (IOException e) {
      throw new FaultException(new BenchFault.CannotMeasure(), e);
    } finally {
      if (folder != null) {
        remove(folder);
      }
    }
  }

  private static void measure(
      ScanRoute route, Path folder, Map<String, Object> figures, List<Goal> goals)
      throws FaultException, IOException, InterruptedException {
    List<Double> ours = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    PageReceiver keep =
        page -> Durable.write(folder.resolve("kept-" + page.number() + ".jpg"), page.image());
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      if (i == 0) {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
      }
      double our = perPage(() -> route.ours(_ -> {}));
      double durable = perPage(() -> route.ours(keep));
      double their = perPage(route::theirs);
      if (i >= 0) {
        ours.add(our);
        kept.add(durable);
        theirs.add(their);
      }
    }
    String name = route.name() + " ";
    double our = Figures.median(ours);
    double durable = Figures.median(kept);
    double their = Figures.median(theirs);
    figures.put(name + "peer", route.peer());
    figures.put(name + "milliseconds a page", Figures.rounded(our));
    figures.put(name + "milliseconds a page, durable", Figures.rounded(durable));
    figures.put(name + "milliseconds a page of the peer", Figures.rounded(their));
    figures.put(name + "pages a minute", Math.round(MILLISECONDS_PER_MINUTE / our));
    figures.put(name + "pages a minute, durable", Math.round(MILLISECONDS_PER_MINUTE / durable));
    figures.put(
        name + "peak heap with garbage, MB",
        heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20);
    goals.add(new Goal(name + "milliseconds added", Figures.rounded(our - their), route.goal()));
    goals.add(
        new Goal(
            name + "milliseconds added, durable", Figures.rounded(durable - their), route.goal()));
  }

  /** Does something for a number of pages. */
  private interface Work {
    int pages() throws FaultException, IOException, InterruptedException;
  }

  private static double perPage(Work work)
      throws FaultException, IOException, InterruptedException {
    long begin = System.nanoTime();
    int pages = work.pages();
    return (System.nanoTime() - begin) / 1e6 / pages;
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException stays) {
      // A temporary folder that the system sweeps.
    }
  }
}
