package vn.motcua.kiosk.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The watched side: while the thread of the screen works, a line goes out once a second. When it
 * has not worked for {@link #STRANGE}, one line says in which methods it hangs; no values, so that
 * nobody's name lands in a log. When the watching process is gone, this one ends too: two must
 * never want one data folder.
 */
public final class Heartbeat implements AutoCloseable {
  /** Between two beats. */
  public static final Duration PERIOD = Duration.ofSeconds(1);

  /** From here on a missing beat is strange enough to say where it hangs. */
  static final Duration STRANGE = Duration.ofSeconds(5);

  private static final int FRAMES = 12;

  private final Executor screen;
  private final PrintStream out;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("heartbeat").unstarted(work));
  private volatile @Nullable Thread worker;
  private volatile long last = System.nanoTime();
  private volatile boolean asked;
  private boolean told;

  private Heartbeat(Executor screen, PrintStream out) {
    this.screen = screen;
    this.out = out;
  }

  /**
   * Begins.
   *
   * @param screen runs on the thread of the screen
   * @param out read by the watching process
   * @param watcher ends when the watching process does; nothing is written into it
   * @param orphaned what to do then
   */
  public static Heartbeat start(
      Executor screen, PrintStream out, InputStream watcher, Runnable orphaned) {
    Heartbeat heart = new Heartbeat(screen, out);
    var _ =
        heart.clock.scheduleWithFixedDelay(
            heart::tick, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    Thread.ofPlatform()
        .daemon()
        .name("watcher-gone")
        .start(() -> {
          try {
            while (watcher.read() >= 0) {
              // Nothing is ever said there.
            }
          } catch (IOException gone) {
            // The same as its end.
          }
          orphaned.run();
        });
    return heart;
  }

  private void tick() {
    if (!asked) {
      asked = true;
      screen.execute(this::beat);
      return;
    }
    Thread at = worker;
    boolean strange = System.nanoTime() - last >= STRANGE.toNanos();
    if (strange && !told && at != null) {
      told = true;
      say(
          Beats.HANGS
              + Arrays.stream(at.getStackTrace())
                  .limit(FRAMES)
                  .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                  .collect(Collectors.joining(" < ")));
    }
  }

  private void beat() {
    worker = Thread.currentThread();
    last = System.nanoTime();
    asked = false;
    told = false;
    say(Beats.BEAT);
  }

  /** A whole line at a time, from whichever thread. */
  private synchronized void say(String line) {
    out.println(line);
    out.flush();
  }

  /** Stops; a beat that is on its way may still come. */
  @Override
  public void close() {
    clock.shutdownNow();
  }
}
