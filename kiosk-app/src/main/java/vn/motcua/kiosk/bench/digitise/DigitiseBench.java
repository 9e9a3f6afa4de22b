package vn.motcua.kiosk.bench.digitise;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.kiosk.bench.BenchFault;
import vn.motcua.kiosk.bench.Figures;
import vn.motcua.kiosk.bench.made.Faces;
import vn.motcua.kiosk.bench.made.MadePages;
import vn.motcua.kiosk.cli.PageBench;
import vn.motcua.scanner.FaultException;

/**
 * Page pictures to searchable PDF/A: ours in the small profile beside {@code ocrmypdf -l vie
 * --deskew --output-type pdfa} on the same pages, both with OCR, in turn, medians; on the pages of
 * a folder if one is given, and always on pages that are made from a fresh seed.
 */
public final class DigitiseBench implements PageBench {
  private static final int ROUNDS = 3;
  private static final int PAGES = 24;
  private static final int SEEDS = 1_000_000;

  @Override
  public String name() {
    return "digitise";
  }

  @Override
  public Result run(Order order) throws FaultException, InterruptedException {
    Map<String, Object> figures = new LinkedHashMap<>();
    List<Goal> goals = new ArrayList<>();
    long seed = order.seed().orElseGet(() -> new SecureRandom().nextInt(SEEDS));
    int rounds = order.rounds().orElse(ROUNDS);
    int count = order.pages().orElse(PAGES);
    Faces faces = Faces.installed();
    List<Samples> sets = new ArrayList<>();
    try (Workplace workplace = new Workplace();
        Ours ours = new Ours()) {
      Path folder = workplace.folder();
      if (order.folder().isPresent()) {
        sets.add(Samples.of(order.folder().get()));
      }
      Ocrmypdf theirs = new Ocrmypdf(folder, Comparison.limit(count));
      figures.put("seed", seed);
      figures.put("faces", String.join(", ", faces.names()));
      figures.put("rounds", rounds);
      figures.put("load average at the start, 0 is best", Figures.rounded(load()));
      figures.put("peer", "ocrmypdf " + theirs.version() + ", -j 2, OMP_THREAD_LIMIT=1");
      sets.add(Samples.made(new MadePages(seed, faces), count, folder.resolve("made")));
      for (Samples samples : sets) {
        Path own = folder.resolve("work-" + samples.name());
        Ocrmypdf peer = new Ocrmypdf(folder, Comparison.limit(samples.all().size()));
        new Report(new Comparison(ours, peer, own, rounds).of(samples), figures, goals).write();
      }
      return new Result(figures, goals);
    } catch (IOException e) {
      throw new FaultException(new BenchFault.CannotMeasure(), e);
    }
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
