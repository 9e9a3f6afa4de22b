package vn.motcua.kiosk.paper;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Threads that give way: to a page that just came out of the feeder, and to the screen. Java's own
 * priorities do that on Windows; on Linux they are without effect, and a thread's nice value is set
 * instead ({@code setpriority}, POSIX XSH, which Linux counts by thread).
 */
final class Background {
  /** A fifteenth of what an ordinary thread gets where both want the same core. */
  private static final int NICE = 12;

  private static final int PRIO_PROCESS = 0;
  private static final int THIS_THREAD = 0;

  private static final Optional<MethodHandle> SET_PRIORITY = setPriority();

  private Background() {}

  /** Does {@code work} on a thread that gives way; it stays so until it ends. */
  static Runnable of(Runnable work) {
    return () -> {
      giveWay();
      work.run();
    };
  }

  private static void giveWay() {
    if (SET_PRIORITY.isEmpty()) {
      Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
      return;
    }
    try {
      int _ = (int) SET_PRIORITY.get().invokeExact(PRIO_PROCESS, THIS_THREAD, NICE);
    } catch (Throwable e) {
      throw new IllegalStateException(e); // it has no upcalls that could throw
    }
  }

  private static Optional<MethodHandle> setPriority() {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return Optional.empty();
    }
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find("setpriority")
        .map(address ->
            linker.downcallHandle(
                address,
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT)));
  }
}
