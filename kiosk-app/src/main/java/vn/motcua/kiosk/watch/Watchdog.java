package vn.motcua.kiosk.watch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a screen alive from outside: starts its process, waits for its {@link Heartbeat}, kills it
 * when that stops and starts it anew, after pauses that double. What the process held of a citizen
 * goes with it; the new one begins at rest. The log says which trouble it was, and nothing else.
 *
 * <p>Ends when the process ends by itself with 0, or with anything before its first beat on the
 * first start: that is no frozen screen but something a person at the command line must mend.
 */
public final class Watchdog {
  /** Makes and starts the process that is watched. */
  @FunctionalInterface
  public interface Starter {
    Process start() throws IOException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  /** For a killed process to be gone, and for the thread of its output to notice. */
  private static final long SECONDS_TO_GO = 10;

  private final Starter starter;
  private final Patience patience;
  private final PrintStream out;
  private volatile @Nullable Process current;
  private volatile boolean ended;

  /**
   * @param starter starts the process; its standard output must be readable, its standard input
   *     open
   * @param out gets what the process says beside its beats
   */
  public Watchdog(Starter starter, Patience patience, PrintStream out) {
    this.starter = starter;
    this.patience = patience;
    this.out = out;
  }

  private enum Sign {
    BEAT,
    END
  }

  /** What became of one process. */
  private record Life(boolean lived, long nanos, int exit, boolean frozen) {}

  /**
   * Watches until the process ends by itself.
   *
   * @return its exit code
   * @throws IOException if the process cannot be started at all
   */
  public int run() throws IOException, InterruptedException {
    Thread hook = new Thread(this::end, "watchdog-end");
    Runtime.getRuntime().addShutdownHook(hook);
    int troubles = 0;
    boolean everLived = false;
    while (true) {
      Life life = live();
      everLived |= life.lived;
      boolean byItself = !life.frozen && (life.exit == 0 || !everLived);
      if (byItself || ended) {
        return life.exit;
      }
      troubles = life.nanos >= patience.healthy().toNanos() ? 1 : troubles + 1;
      LOG.warn(
          "the screen {} after {} s; starting it anew ({})",
          life.frozen ? "froze" : "ended with " + life.exit,
          TimeUnit.NANOSECONDS.toSeconds(life.nanos),
          troubles);
      pause(troubles);
    }
  }

  private void pause(int troubles) throws InterruptedException {
    BlockingQueue<Sign> nobody = new LinkedBlockingQueue<>();
    var _ = nobody.poll(patience.pause(troubles).toMillis(), TimeUnit.MILLISECONDS);
  }

  private Life live() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process = starter.start();
    current = process;
    BlockingQueue<Sign> signs = new LinkedBlockingQueue<>();
    Thread.ofPlatform()
        .daemon()
        .name("watchdog-ear")
        .start(() -> listen(process.inputReader(StandardCharsets.UTF_8), signs));
    boolean lived = false;
    boolean frozen = false;
    while (true) {
      Sign sign = await(signs, lived ? patience.forBeat() : patience.forStart());
      if (sign == Sign.BEAT) {
        lived = true;
      } else {
        frozen = sign == null;
        break;
      }
    }
    if (frozen) {
      kill(process);
    }
    if (!process.waitFor(SECONDS_TO_GO, TimeUnit.SECONDS)) {
      // Its output is closed and it is still there: as good as frozen.
      frozen = true;
      kill(process);
      process.waitFor();
    }
    return new Life(lived, System.nanoTime() - begin, process.exitValue(), frozen);
  }

  /**
   * The next sign, or null if none came in time. Waited for in small steps: when this process did
   * not run itself for a while (the machine slept, or is overloaded), the other could not either.
   */
  private static @Nullable Sign await(BlockingQueue<Sign> signs, java.time.Duration patience)
      throws InterruptedException {
    long step = Math.max(1, Math.min(500, patience.toMillis() / 4));
    for (long waited = 0; waited < patience.toMillis(); waited += step) {
      Sign sign = signs.poll(step, TimeUnit.MILLISECONDS);
      if (sign != null) {
        return sign;
      }
    }
    return signs.poll();
  }

  private void listen(Reader from, BlockingQueue<Sign> signs) {
    try (BufferedReader lines = new BufferedReader(from)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(Beats.BEAT)) {
          signs.add(Sign.BEAT);
        } else if (line.startsWith(Beats.HANGS)) {
          LOG.warn("the screen hangs in {}", line.substring(Beats.HANGS.length()));
        } else {
          out.println(line);
          out.flush();
        }
      }
    } catch (IOException gone) {
      // A killed process closes its output in the middle of a line.
    }
    signs.add(Sign.END);
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Ends the process that is watched, and the watching; from any thread. */
  public void end() {
    ended = true;
    Process process = current;
    if (process == null || !process.isAlive()) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_GO, TimeUnit.SECONDS)) {
        kill(process);
      }
    } catch (InterruptedException hurry) {
      kill(process);
      Thread.currentThread().interrupt();
    }
  }
}
