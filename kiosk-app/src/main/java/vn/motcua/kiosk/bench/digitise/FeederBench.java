package vn.motcua.kiosk.bench.digitise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.motcua.kiosk.bench.BenchFault;
import vn.motcua.kiosk.bench.Figures;
import vn.motcua.kiosk.bench.made.MakePages;
import vn.motcua.kiosk.cli.PageBench;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.scanner.FaultException;

/**
 * A batch behind a feeder that delivers 120 images a minute and waits for nobody: how long after
 * its last page the pictures are safe and the whole batch is searchable, how many pages queue at
 * worst, and what memory it takes. The pages are a folder's or made ones, over and over.
 */
public final class FeederBench implements PageBench {
  private static final int PAGES = 500;
  private static final int DIFFERENT = 40;
  private static final int SEEDS = 1_000_000;
  private static final long NANOS_A_PAGE = TimeUnit.MINUTES.toNanos(1) / 120;
  private static final double PICTURES_SECONDS = 0.25;
  private static final double SEARCHABLE_SECONDS = 60;
  private static final double MEMORY_MB = 600;
  private static final double LATE_SECONDS = 0.5;

  @Override
  public String name() {
    return "feeder";
  }

  @Override
  public Result run(Order order) throws FaultException, InterruptedException {
    long seed = order.seed().orElseGet(() -> new SecureRandom().nextInt(SEEDS));
    int count = order.pages().orElse(PAGES);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("pages", count);
    figures.put("images a minute", 120);
    try (Workplace workplace = new Workplace()) {
      Path folder = workplace.folder();
      List<Path> pictures;
      if (order.folder().isPresent()) {
        pictures = Samples.pictures(order.folder().get());
      } else {
        figures.put("seed", seed);
        pictures = made(seed, Math.min(count, DIFFERENT), folder);
      }
      figures.put("different pages", Math.min(count, pictures.size()));
      try (Digitiser digitiser = new Digitiser(Clock.systemUTC())) {
        Feed.Opening opening = out -> new PileFeed(digitiser, out);
        warm(opening, pictures, folder);
        return measured(opening, pictures, count, folder, figures);
      }
    } catch (IOException e) {
      throw new FaultException(new BenchFault.CannotMeasure(), e);
    }
  }

  /** Made by a program of its own: what drawing takes is no memory of the batch. */
  private static List<Path> made(long seed, int count, Path folder)
      throws FaultException, IOException, InterruptedException {
    Path made = folder.resolve("made");
    List<String> command = OurProgram.command(MakePages.class.getName());
    command.addAll(List.of(Long.toString(seed), Integer.toString(count), made.toString()));
    new ProgramRun(command, Map.of(), folder.resolve("making"), Comparison.limit(count)).run();
    return Samples.pictures(made);
  }

  private static void warm(Feed.Opening opening, List<Path> pictures, Path folder)
      throws FaultException, InterruptedException {
    try (Feed feed = opening.open(folder.resolve("warm.pdf"))) {
      for (Path picture : pictures.subList(0, Math.min(4, pictures.size()))) {
        feed.page(picture);
      }
      await(feed.finish(), 1);
    }
  }

  private static Result measured(
      Feed.Opening opening,
      List<Path> pictures,
      int count,
      Path folder,
      Map<String, Object> figures)
      throws FaultException, IOException, InterruptedException {
    Memory.forgetOwnPeak();
    figures.put("memory before the first page, MB", Figures.rounded(Memory.ownPeak() / 1e6));
    int longest = 0;
    long latest = 0;
    try (Feed feed = opening.open(folder.resolve("batch.pdf"))) {
      long begin = System.nanoTime();
      for (int i = 0; i < count; i++) {
        long due = begin + i * NANOS_A_PAGE;
        pauseUntil(due);
        feed.page(pictures.get(i % pictures.size()));
        latest = Math.max(latest, System.nanoTime() - due);
        longest = Math.max(longest, feed.waiting());
      }
      long last = System.nanoTime();
      Feed.Finished finished = feed.finish();
      double picturesAfter = seconds(last);
      // PDFBox opens a file by its name more than once: the searchable one may replace it
      // meanwhile.
      Path kept = Files.copy(finished.pictures(), folder.resolve("pictures.pdf"));
      Path searchable = await(finished, count);
      double searchableAfter = seconds(last);
      double memory = Memory.ownPeak() / 1e6;

      figures.put("pages in the file of pictures", pages(kept));
      figures.put("pages in the searchable file", pages(searchable));
      figures.put("longest queue, pages", longest);
      List<Goal> goals = new ArrayList<>();
      goals.add(goal("latest page taken, seconds", seconds(0, latest), LATE_SECONDS));
      goals.add(goal("pictures after the last page, seconds", picturesAfter, PICTURES_SECONDS));
      goals.add(
          goal("searchable after the last page, seconds", searchableAfter, SEARCHABLE_SECONDS));
      goals.add(goal("peak memory of the whole JVM, MB", memory, MEMORY_MB));
      goals.add(Goal.atLeast("pages in the searchable file", pages(searchable), count));
      return new Result(figures, goals);
    }
  }

  private static Goal goal(String name, double value, double most) {
    return new Goal(name, Figures.rounded(value), most);
  }

  /** A feeder does not drift: each page has its moment, whatever became of those before it. */
  private static void pauseUntil(long due) throws InterruptedException {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private static double seconds(long since) {
    return seconds(since, System.nanoTime());
  }

  private static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }

  private static int pages(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return document.getNumberOfPages();
    }
  }

  private static Path await(Feed.Finished finished, int pages)
      throws FaultException, InterruptedException {
    try {
      return finished.searchable().get(Comparison.limit(pages).toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw e.getCause() instanceof FaultException fault
          ? fault
          : new FaultException(new BenchFault.CannotMeasure(), e);
    }
  }
}
