package vn.motcua.kiosk.bench.digitise;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.motcua.kiosk.bench.Figures;
import vn.motcua.kiosk.cli.Bench.Goal;

/** The figures of one set of pages, and the goals that they are held against. */
final class Report {
  private static final double TIMES_THEIR_SPEED = 10;
  private static final double ERROR_PERCENT = 0.5;
  private static final double OF_THEIR_ERROR = 0.5;
  private static final double OF_THEIR_BYTES = 0.2;
  private static final double TEXT_KILOBYTES = 70;
  private static final double STAMPED_KILOBYTES = 150;
  private static final double LEGIBLE = 0.9;
  private static final double MEGA = 1e6;

  private final Comparison.Outcome outcome;
  private final String name;
  private final int pages;
  private final Map<String, Object> figures;
  private final List<Goal> goals;

  Report(Comparison.Outcome outcome, Map<String, Object> figures, List<Goal> goals) {
    this.outcome = outcome;
    this.name = outcome.samples().name() + " ";
    this.pages = outcome.samples().all().size();
    this.figures = figures;
    this.goals = goals;
  }

  void write() throws IOException {
    put("pages", pages);
    put("pages with text", outcome.samples().all().stream().filter(Sample::scored).count());
    cost();
    errors();
    places();
    sizes();
    legibility();
    kinds();
  }

  private void put(String figure, Object value) {
    figures.put(name + figure, value);
  }

  /** Ours, theirs, and how ours is to theirs; gives the ratio. */
  private double pair(String figure, double ours, double theirs) {
    put(figure, Figures.rounded(ours));
    put(figure + ", ocrmypdf", Figures.rounded(theirs));
    put(figure + ", ratio", Figures.rounded(ours / theirs));
    return ours / theirs;
  }

  private void atMost(String figure, double value, double goal) {
    goals.add(new Goal(name + figure, Figures.rounded(value), goal));
  }

  private void atLeast(String figure, double value, double goal) {
    goals.add(Goal.atLeast(name + figure, Figures.rounded(value), goal));
  }

  private void cost() throws IOException {
    Side ours = outcome.ours();
    Side theirs = outcome.theirs();
    double faster =
        pair("pages a minute", ours.pagesPerMinute(pages), theirs.pagesPerMinute(pages));
    pair(
        "CPU seconds a page",
        ours.spent().cpuSeconds() / pages,
        theirs.spent().cpuSeconds() / pages);
    double smaller =
        pair("kB a page", ours.kilobytesPerPage(pages), theirs.kilobytesPerPage(pages));
    pair("peak memory MB", ours.memory() / MEGA, theirs.memory() / MEGA);
    atLeast("times ocrmypdf's pages a minute", faster, TIMES_THEIR_SPEED);
    atMost("share of ocrmypdf's bytes", smaller, OF_THEIR_BYTES);
  }

  private void errors() {
    if (outcome.samples().all().stream().noneMatch(Sample::scored)) {
      return;
    }
    Reading own = whole(outcome.ours().own());
    Reading found = whole(outcome.ours().found());
    Reading theirOwn = whole(outcome.theirs().own());
    Reading theirFound = whole(outcome.theirs().found());
    pair("character error % of its own text", own.errorPercent(), theirOwn.errorPercent());
    pair("character error % by pdftotext", found.errorPercent(), theirFound.errorPercent());
    pair("words read right %", found.wordPercent(), theirFound.wordPercent());
    put("characters invented on blank pages", invented(outcome.ours().found()));
    put("characters invented on blank pages, ocrmypdf", invented(outcome.theirs().found()));

    // Our worse against their better.
    double error = Math.max(own.errorPercent(), found.errorPercent());
    double their = Math.min(theirOwn.errorPercent(), theirFound.errorPercent());
    atMost("character error %", error, ERROR_PERCENT);
    atMost("share of ocrmypdf's character error", error / their, OF_THEIR_ERROR);
  }

  private Reading whole(List<String> texts) {
    Reading sum = Reading.NOTHING;
    for (int i = 0; i < pages; i++) {
      Sample sample = outcome.samples().all().get(i);
      if (sample.scored()) {
        sum = sum.plus(Reading.of(sample.truth().orElseThrow(), texts.get(i)));
      }
    }
    return sum;
  }

  private int invented(List<String> texts) {
    int characters = 0;
    for (int i = 0; i < pages; i++) {
      Sample sample = outcome.samples().all().get(i);
      if (sample.truth().isPresent() && !sample.scored()) {
        characters += Reading.folded(texts.get(i)).length();
      }
    }
    return characters;
  }

  private void places() {
    int words = outcome.samples().all().stream().mapToInt(page -> page.words().size()).sum();
    if (words > 0) {
      pair(
          "words found within 2 mm %",
          100.0 * placed(outcome.ours()) / words, 100.0 * placed(outcome.theirs()) / words);
    }
  }

  private int placed(Side side) {
    int found = 0;
    for (int i = 0; i < pages; i++) {
      found += PlacedWord.found(outcome.samples().all().get(i).words(), side.placed().get(i));
    }
    return found;
  }

  private void sizes() throws IOException {
    long[] bytes = PageBytes.of(outcome.ours().pdf());
    size("text page kB", bytes, Sample.Size.TEXT, TEXT_KILOBYTES);
    size("stamped page kB", bytes, Sample.Size.STAMPED, STAMPED_KILOBYTES);
  }

  private void size(String figure, long[] bytes, Sample.Size size, double goal) {
    List<Double> kilobytes = of(page -> page.size() == size, i -> bytes[i] / 1000.0);
    if (!kilobytes.isEmpty()) {
      put(figure + ", largest", Figures.rounded(Figures.percentile(kilobytes, 100)));
      atMost(figure + ", median", Figures.median(kilobytes), goal);
    }
  }

  private void legibility() throws IOException {
    double[] alike = Legibility.of(outcome.scan(), outcome.ours().pdf(), outcome.ours().placed());
    List<Double> measured = Arrays.stream(alike).filter(v -> !Double.isNaN(v)).boxed().toList();
    if (!measured.isEmpty()) {
      put("SSIM of the text at 200 %, lowest", Figures.rounded(Figures.percentile(measured, 0)));
      atLeast("SSIM of the text at 200 %, median", Figures.median(measured), LEGIBLE);
    }
  }

  /** Which kind of page is good and which is not. */
  private void kinds() throws IOException {
    long[] our = PageBytes.of(outcome.ours().pdf());
    long[] their = PageBytes.of(outcome.theirs().pdf());
    for (String kind : new TreeSet<>(of(_ -> true, i -> outcome.samples().all().get(i).kind()))) {
      Reading ours = Reading.NOTHING;
      Reading theirs = Reading.NOTHING;
      for (int i = 0; i < pages; i++) {
        Sample page = outcome.samples().all().get(i);
        if (page.kind().equals(kind) && page.scored()) {
          String truth = page.truth().orElseThrow();
          ours = ours.plus(Reading.of(truth, outcome.ours().found().get(i)));
          theirs = theirs.plus(Reading.of(truth, outcome.theirs().found().get(i)));
        }
      }
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("kB", median(kind, our));
      row.put("kB, ocrmypdf", median(kind, their));
      row.put("character error %", percent(ours));
      row.put("character error %, ocrmypdf", percent(theirs));
      put("kind " + kind, row);
    }
  }

  private double median(String kind, long[] bytes) {
    return Figures.rounded(
        Figures.median(of(page -> page.kind().equals(kind), i -> bytes[i] / 1000.0)));
  }

  private static Object percent(Reading reading) {
    return reading.characters() == 0 ? "-" : Figures.rounded(reading.errorPercent());
  }

  private <T> List<T> of(Predicate<Sample> which, Function<Integer, T> figure) {
    List<T> all = new ArrayList<>();
    for (int i = 0; i < pages; i++) {
      if (which.test(outcome.samples().all().get(i))) {
        all.add(figure.apply(i));
      }
    }
    return all;
  }
}
