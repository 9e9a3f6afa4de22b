package vn.motcua.kiosk.store.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes at any moment of a recorded day: whatever the disk has made of what was not synced
 * (see {@link Disk}), the data are whole and nothing that was acknowledged is lost.
 */
@EnabledOnOs(OS.LINUX)
class PowerCutTest {
  @TempDir Path folder;
  private Path memory;

  @BeforeEach
  void begin() throws IOException {
    memory = CrashLab.inMemory(folder);
  }

  @AfterEach
  void end() throws IOException {
    CrashLab.remove(memory);
  }

  /** How a series of cuts went. */
  private record Series(int states, List<String> wrong) {}

  /**
   * Takes the power at so many moments.
   *
   * @param from the first entry that counts
   * @param most ends after so many states in which something is wrong
   * @param skipped which syncs count for nothing
   */
  private Series cuts(
      CrashLab lab,
      Recording day,
      int states,
      long seed,
      int from,
      int most,
      Predicate<String> skipped)
      throws IOException {
    Series series = cuts(lab.root(), day, states, seed, from, day.entries().size(), most, skipped);
    keep(lab, series.wrong());
    return series;
  }

  private Series cuts(
      Path root,
      Recording day,
      int states,
      long seed,
      int from,
      int to,
      int most,
      Predicate<String> skipped)
      throws IOException {
    Random random = new Random(seed);
    List<Integer> moments = new ArrayList<>();
    for (int i = 0; i < states; i++) {
      moments.add(from + random.nextInt(to + 1 - from));
    }
    moments.sort(null);
    Disk disk = new Disk(root, skipped);
    List<String> wrong = new ArrayList<>();
    Path shared = Files.createTempDirectory(memory, "shared");
    Path state = memory.resolve("state");
    int done = 0;
    int number = 0;
    while (number < states && wrong.size() < most) {
      int moment = moments.get(number);
      while (done < moment) {
        disk.apply(day.entries().get(done++));
      }
      Random chance = new Random(seed * 1_000_003 + number);
      Disk.Fate fate = Disk.Fate.values()[chance.nextInt(Disk.Fate.values().length)];
      disk.cut(state, shared, fate, chance);
      List<String> found = StoreCheck.run(state.resolve("data"), day.said(moment), memory);
      CrashLab.remove(state);
      if (!found.isEmpty()) {
        String what =
            "state %d of seed %d (%s after %d of %d entries): %s"
                .formatted(
                    number,
                    seed,
                    fate,
                    moment,
                    day.entries().size(),
                    found.subList(0, Math.min(3, found.size())));
        wrong.add(what);
        if (most > 1) {
          // At once: a long series may be ended before it can say what it found.
          System.out.println("power cut: " + what);
        }
      }
      number++;
    }
    CrashLab.remove(shared);
    return new Series(number, wrong);
  }

  /** What is wrong can be looked at again: the record stays. */
  private static void keep(CrashLab lab, List<String> wrong) throws IOException {
    if (!wrong.isEmpty()) {
      Path kept = Path.of(System.getProperty("java.io.tmpdir")).resolve("power-cut.record");
      Files.copy(lab.log(), kept, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private CrashLab day(int turns, int openings) throws Exception {
    CrashLab lab = new CrashLab(folder.resolve("day")).work("a", turns, 3, openings).recorded();
    assertThat(CrashLab.unwanted(lab.run())).isEmpty();
    return lab;
  }

  @Test
  void nothingIsLostWheneverThePowerGoesAndWhatIsNotSyncedIsFound() throws Exception {
    CrashLab lab = day(3, 1);
    Recording day = lab.recording();
    assertThat(cuts(lab, day, 25, 1, 0, 1, name -> false).wrong()).isEmpty();
    // Had the program left out one of its syncs, the replay would have found what that loses.
    int half = day.entries().size() / 2;
    assertThat(cuts(lab, day, 40, 2, half, 1, name -> name.endsWith("-wal")).wrong())
        .as("commits that are not forced, as with synchronous=OFF")
        .isNotEmpty();
    assertThat(cuts(lab, day, 40, 3, half, 1, name -> name.contains("/tmp/blob-")).wrong())
        .as("files that are not forced")
        .isNotEmpty();
    assertThat(cuts(lab, day, 40, 4, half, 1, name -> name.matches(".*/blobs/..")).wrong())
        .as("names of files that are not forced")
        .isNotEmpty();
  }

  @Test
  @Tag("long")
  void backupsAndWhatIsRestoredAreKept() throws Exception {
    CrashLab lab =
        new CrashLab(folder.resolve("day"))
            .program(SafekeepingWorker.class)
            .work("calm", 1, 1, 1)
            .recorded();
    assertThat(CrashLab.unwanted(lab.run())).isEmpty();
    Recording day = lab.recording();
    assertThat(cuts(lab, day, 300, 6, 0, 3, name -> false).wrong()).isEmpty();
    assertThat(cuts(lab, day, 300, 7, 0, 1, name -> name.contains("/.restore-")).wrong())
        .as("a restored folder that is not forced")
        .isNotEmpty();
  }

  @Test
  @Tag("long")
  void nothingIsLostInTenThousandCuts() throws Exception {
    CrashLab lab = day(8, 3);
    Recording day = lab.recording();
    int states = Integer.getInteger("test.cuts", 10_000);
    long start = System.nanoTime();
    Series series = cuts(lab, day, states, 5, 0, Integer.MAX_VALUE, name -> false);
    System.out.printf(
        "power cuts: %d states of %d entries (%d writes, %d syncs), wrong: %d, %d s%n",
        series.states(),
        day.entries().size(),
        day.count(Recording.Kind.WRITE),
        day.count(Recording.Kind.SYNC),
        series.wrong().size(),
        (System.nanoTime() - start) / 1_000_000_000);
    assertThat(series.wrong()).isEmpty();
  }

  /**
   * A sync fails, the process dies soon after, another goes on, and then the power goes.
   *
   * @param grown whether there are data in the database already, and not in its log: then what the
   *     log is put over is not all in the log
   */
  private List<String> failedSync(int sync, int killed, int states, boolean grown)
      throws Exception {
    CrashLab lab = new CrashLab(folder.resolve("sync-" + sync)).recorded();
    if (grown) {
      assertThat(CrashLab.unwanted(lab.work("e", 2, 3, 1).run())).isEmpty();
    }
    lab.work("f", 4, 3, 1);
    lab.failing(CrashLab.SYNC, sync, 1, CrashLab.BROKEN).killed(CrashLab.SYNC, killed, 0);
    List<String> first = lab.run();
    assertThat(first).noneMatch(line -> line.startsWith("bug"));
    int from = lab.recording().entries().size();
    assertThat(lab.calm().recorded().work("g", 2, 3, 1).run()).endsWith("end");
    Recording both = lab.recording();
    // Opening is where what the first process left behind is looked at: half of the cuts fall
    // there.
    List<String> wrong = new ArrayList<>();
    for (int to : new int[] {opened(both, from), both.entries().size()}) {
      wrong.addAll(cuts(lab.root(), both, states / 2, sync, from, to, 3, name -> false).wrong());
    }
    keep(lab, wrong);
    CrashLab.remove(folder.resolve("sync-" + sync));
    return wrong;
  }

  @Test
  @Tag("long")
  void whatASyncThatFailedLeftBehindIsNotBuiltUpon() throws Exception {
    List<String> wrong = new ArrayList<>();
    int runs = Integer.getInteger("test.syncs", 50);
    for (int i = 0; i < runs; i++) {
      boolean grown = i % 2 == 1;
      int sync = (grown ? 10 : 40) + i * 100 / runs;
      wrong.addAll(failedSync(sync, sync + 1 + i % 3, 40, grown));
    }
    System.out.printf("failed syncs: %d runs of 40 cuts, wrong: %d%n", runs, wrong.size());
    assertThat(wrong).isEmpty();
  }

  /** Looks again at a record that was kept: {@code -Dtest.record=FILE -Dtest.seed=N}. */
  @Test
  @EnabledIfSystemProperty(named = "test.record", matches = ".+")
  void nothingIsLostInARecordThatWasKept() throws Exception {
    Recording day = Recording.read(Path.of(System.getProperty("test.record")));
    int from = lastProcess(day);
    Path root = Path.of(day.entries().get(1).name()).resolve("..").normalize();
    int states = Integer.getInteger("test.cuts", 40);
    long seed = Long.getLong("test.seed", 1);
    int wrong = 0;
    for (int to : new int[] {opened(day, from), day.entries().size()}) {
      Series series = cuts(root, day, states / 2, seed, from, to, Integer.MAX_VALUE, name -> false);
      wrong += series.wrong().size();
    }
    System.out.printf("record: %d cuts from entry %d, wrong: %d%n", states, from, wrong);
    assertThat(wrong).isZero();
  }

  /** When the store was open again. */
  private static int opened(Recording day, int from) {
    int at = from;
    while (!day.entries().get(at).text().startsWith("ack\tOPENED")) {
      at++;
    }
    return at;
  }

  /** Where the process that went on after a sync had failed began. */
  private static int lastProcess(Recording day) {
    int begun = 0;
    boolean failed = false;
    for (int i = 0; i < day.entries().size(); i++) {
      Recording.Entry entry = day.entries().get(i);
      if (entry.kind() == Recording.Kind.SYNCED && entry.b() != 0) {
        failed = true;
      } else if (failed && entry.kind() == Recording.Kind.BEGIN) {
        begun = i;
        failed = false;
      }
    }
    return begun;
  }
}
