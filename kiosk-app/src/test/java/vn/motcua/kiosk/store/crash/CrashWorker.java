package vn.motcua.kiosk.store.crash;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

/**
 * A program of its own that works with a data folder as a commune's day does, from several threads,
 * and says on its output what the store has acknowledged, after it has: {@code ack}, then the
 * fields of {@link Ack}. It goes on after a fault, as people do, and says {@code fault CODE}; what
 * must never happen it calls {@code bug}.
 */
public final class CrashWorker {
  static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");

  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private CrashWorker() {}

  /**
   * Works.
   *
   * @param args data folder, folder for its own files, name of this run, turns of each thread,
   *     threads, how often the store is opened
   */
  public static void main(String[] args) throws InterruptedException {
    Path root = Path.of(args[0]);
    Path own = Path.of(args[1]);
    int openings = Integer.parseInt(args[5]);
    for (int opening = 0; opening < openings; opening++) {
      try (DataFolder data = DataFolder.open(root);
          DossierStore store = DossierStore.open(data, CLOCK)) {
        say(Ack.OPENED, data.root().toString());
        work(data, store, own, args[2] + opening, args);
      } catch (FaultException fault) {
        fault(fault);
      } catch (RuntimeException bug) {
        bug(bug);
      }
    }
    line("end");
  }

  private static void work(DataFolder data, DossierStore store, Path own, String run, String[] args)
      throws InterruptedException {
    int turns = Integer.parseInt(args[3]);
    AtomicInteger settings = new AtomicInteger(settings(data));
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < Integer.parseInt(args[4]); t++) {
      int number = t;
      CrashTurns each = new CrashTurns(data, store, own, run + "-" + t, number == 0, settings);
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < turns; i++) {
                  try {
                    each.turn(i);
                  } catch (FaultException fault) {
                    fault(fault);
                  } catch (RuntimeException | IOException bug) {
                    bug(bug);
                  }
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  static int settings(DataFolder data) {
    try {
      Path file = data.root().resolve("settings.json");
      return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  static void fault(FaultException fault) {
    line("fault " + fault.fault().code());
  }

  static void bug(Exception bug) {
    StringBuilder all = new StringBuilder("bug");
    for (Throwable each = bug; each != null; each = each.getCause()) {
      all.append(" | ").append(each);
    }
    line(all.toString().replace('\n', ' '));
  }

  static void say(Ack what, Object... fields) {
    line(what.line(fields));
  }

  /** In one write, so that a line is said whole or not at all. */
  static void line(String text) {
    try {
      OUT.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException nobodyListens) {
      throw new UncheckedIOException(nobodyListens);
    }
  }
}
