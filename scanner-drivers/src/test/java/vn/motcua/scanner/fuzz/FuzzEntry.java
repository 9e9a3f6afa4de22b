package vn.motcua.scanner.fuzz;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.reflect.Constructor;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * What Jazzer calls in the fuzzing process, by name and without an interface: once {@code
 * fuzzerInitialize}, for each input {@code fuzzerTestOneInput}, at the end {@code fuzzerTearDown}.
 */
public final class FuzzEntry {
  /** Stands before the megabytes in the output. */
  static final String HEAP = "motcua::live_heap_mb: ";

  private static final AtomicLong LIVE = new AtomicLong();
  private static FuzzContract target;

  private FuzzEntry() {}

  /**
   * Begins.
   *
   * @param arguments the name of the target's class
   */
  public static void fuzzerInitialize(String[] arguments) throws ReflectiveOperationException {
    watchHeap();
    Constructor<? extends FuzzContract> make =
        Class.forName(arguments[0]).asSubclass(FuzzContract.class).getDeclaredConstructor();
    make.setAccessible(true);
    target = make.newInstance();
  }

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    Meter.feed(target, input);
  }

  /** Says how much heap was alive at most after a collection. */
  public static void fuzzerTearDown() {
    System.err.println(HEAP + (LIVE.get() >> 20));
  }

  private static void watchHeap() {
    Set<String> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, none) -> {
                long live =
                    GarbageCollectionNotificationInfo.from(
                            (CompositeData) notification.getUserData())
                        .getGcInfo()
                        .getMemoryUsageAfterGc()
                        .entrySet()
                        .stream()
                        .filter(pool -> heap.contains(pool.getKey()))
                        .mapToLong(pool -> pool.getValue().getUsed())
                        .sum();
                LIVE.accumulateAndGet(live, Math::max);
              },
              null,
              null);
    }
  }
}
