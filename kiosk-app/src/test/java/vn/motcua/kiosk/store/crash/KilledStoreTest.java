package vn.motcua.kiosk.store.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed (SIGKILL) at each of the calls that make things durable, from the first
 * start of an empty folder on, and at moments that chance picks.
 */
@EnabledOnOs(OS.LINUX)
class KilledStoreTest {
  /** Every so many calls; all of them unless somebody is in a hurry. */
  private static final int EVERY = Integer.getInteger("test.every", 1);

  @TempDir Path folder;
  private Path memory;

  @BeforeEach
  void begin() throws Exception {
    memory = CrashLab.inMemory(folder);
  }

  @AfterEach
  void end() throws Exception {
    CrashLab.remove(memory);
  }

  /**
   * Kills a day of its own at that call; gives what is wrong, or "end" if there is no such call.
   */
  private List<String> killedAt(int calls, int at, int when) throws Exception {
    Path place = memory.resolve("call-%d-%d-%d".formatted(calls, at, when));
    CrashLab lab = new CrashLab(place).work("k", 1, 2, 2).killed(calls, at, when);
    List<String> said = lab.run();
    if (said.contains("end")) {
      CrashLab.remove(place);
      return List.of("end");
    }
    List<String> wrong = new ArrayList<>();
    for (String each : StoreCheck.run(lab.data(), said, lab.own())) {
      wrong.add("call %d (when %d of class %d): %s".formatted(at, when, calls, each));
    }
    CrashLab.remove(place);
    return wrong;
  }

  private List<String> killedAtEach(int calls, int from, int every, int... whens) throws Exception {
    List<String> wrong = new ArrayList<>();
    int kills = 0;
    for (int when : whens) {
      int at = from;
      while (true) {
        List<String> found = killedAt(calls, at, when);
        if (found.equals(List.of("end"))) {
          break;
        }
        kills++;
        wrong.addAll(found);
        at += every;
      }
    }
    System.out.printf("killed at %d calls of class %d, wrong: %d%n", kills, calls, wrong.size());
    return wrong;
  }

  /** Kills one data folder again and again from outside. */
  private List<String> killed(int number, int times, long seed) throws Exception {
    Path place = memory.resolve("random-" + number);
    Random random = new Random(seed * 7919 + number);
    List<String> said = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    CrashLab lab = new CrashLab(place);
    for (int i = 0; i < times; i++) {
      Process process = lab.work("r" + i + "-", 1000, 3, 1).start();
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        if (random.nextInt(5) == 0) {
          // While it starts, or soon after.
          process.waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS);
        } else {
          int acks = 1 + random.nextInt(60);
          String line = "";
          while (acks-- > 0 && line != null) {
            line = out.readLine();
            if (line != null) {
              said.add(line);
            }
          }
          long moment = System.nanoTime() + random.nextInt(20_000_000);
          while (System.nanoTime() < moment) {
            Thread.onSpinWait();
          }
        }
        process.toHandle().destroyForcibly();
        out.lines().forEach(said::add);
        process.waitFor();
      }
      for (String each : StoreCheck.run(lab.data(), said, lab.own())) {
        wrong.add("seed %d, folder %d, kill %d: %s".formatted(seed, number, i, each));
      }
    }
    CrashLab.remove(place);
    return wrong;
  }

  @Test
  void nothingIsLostWhenItIsKilledAtADurabilityCall() throws Exception {
    Random random = new Random(3);
    assertThat(killedAt(CrashLab.DURABILITY, 2 + random.nextInt(60), 0)).isEmpty();
    assertThat(killedAt(CrashLab.WRITE, 200 + random.nextInt(200), 2)).isEmpty();
  }

  @Test
  void nothingIsLostWhenItIsKilledAtRandom() throws Exception {
    assertThat(killed(0, 2, 1)).isEmpty();
  }

  @Test
  @Tag("long")
  void nothingIsLostAtAnyDurabilityCall() throws Exception {
    assertThat(killedAtEach(CrashLab.DURABILITY, 1, EVERY, 0, 1)).isEmpty();
  }

  @Test
  @Tag("long")
  void nothingIsLostInTheMiddleOfAWrite() throws Exception {
    assertThat(killedAtEach(CrashLab.WRITE, 1, 5 * EVERY, 2)).isEmpty();
  }

  @Test
  @Tag("long")
  void nothingIsLostInTwoThousandKills() throws Exception {
    int kills = Integer.getInteger("test.kills", 2000);
    List<Callable<List<String>>> folders = new ArrayList<>();
    for (int i = 0; i < kills / 10; i++) {
      int number = i;
      folders.add(() -> killed(number, 10, Long.getLong("test.seed", 2)));
    }
    List<String> wrong = new ArrayList<>();
    long start = System.nanoTime();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      for (Future<List<String>> each : two.invokeAll(folders)) {
        wrong.addAll(each.get());
      }
    }
    System.out.printf(
        "random kills: %d, wrong: %d, %d s%n",
        kills, wrong.size(), (System.nanoTime() - start) / 1_000_000_000);
    assertThat(wrong).isEmpty();
  }
}
