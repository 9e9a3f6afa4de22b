package vn.motcua.kiosk.bench.digitise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.bench.BenchFault;
import vn.motcua.scanner.FaultException;

/**
 * Both sides on the same pages: first one round each that is not timed (ours becomes warm, the
 * memory of both is looked at), then the timed ones in turn.
 */
final class Comparison {
  private final Ours ours;
  private final Ocrmypdf theirs;
  private final Path folder;
  private final int rounds;

  /**
   * @param folder for what is made
   */
  Comparison(Ours ours, Ocrmypdf theirs, Path folder, int rounds) {
    this.ours = ours;
    this.theirs = theirs;
    this.folder = folder;
    this.rounds = rounds;
  }

  /** What came out; {@code scan} has the pages as they were scanned, straightened like ours. */
  record Outcome(Samples samples, Side ours, Side theirs, Path scan) {}

  /** So long may a program take for the pages before it counts as hung. */
  static Duration limit(int pages) {
    return Duration.ofMinutes(5).plus(Duration.ofMinutes(2).multipliedBy(pages));
  }

  Outcome of(Samples samples) throws FaultException, IOException, InterruptedException {
    Files.createDirectories(folder);
    int pages = samples.all().size();
    Path in = folder.resolve("in.pdf");
    Path text = folder.resolve("theirs.txt");
    Path our = folder.resolve("ours.pdf");
    Path their = folder.resolve("theirs.pdf");
    Path scan = folder.resolve("scan.pdf");
    Bundle.write(samples, in);

    ours.run(samples, Ours.ORIGINAL, scan);
    ours.run(samples, Ours.SMALL, our);
    long ourMemory = ours.peakMemory(samples, folder, limit(pages));
    long theirMemory = theirs.peakMemory(in, their, text);

    List<Spent> ourRuns = new ArrayList<>();
    List<Spent> theirRuns = new ArrayList<>();
    List<String> own = List.of();
    for (int i = 0; i < rounds; i++) {
      Ours.Run run = ours.run(samples, Ours.SMALL, our);
      own = run.made().texts();
      ourRuns.add(run.spent());
      theirRuns.add(theirs.run(in, their));
    }
    if (own.size() != pages) {
      throw new FaultException(
          new BenchFault.CannotMeasure(), own.size() + " texts for " + pages + " pages");
    }
    PdfText poppler = new PdfText(folder);
    return new Outcome(
        samples,
        new Side(
            Spent.median(ourRuns),
            our,
            ourMemory,
            own,
            poppler.pages(our, pages),
            poppler.words(our)),
        new Side(
            Spent.median(theirRuns),
            their,
            theirMemory,
            PdfText.split(Files.readString(text), pages),
            poppler.pages(their, pages),
            poppler.words(their)),
        scan);
  }
}
