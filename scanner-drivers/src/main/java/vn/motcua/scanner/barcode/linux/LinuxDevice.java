package vn.motcua.scanner.barcode.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An open device file, read with patience: a thread that waits for bytes can be told to stop. Used
 * by one thread; {@link #close} may come from another.
 */
public final class LinuxDevice implements AutoCloseable {
  private static final int O_RDONLY = 0;
  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = 0x100;
  private static final int O_NONBLOCK = 0x800;
  private static final int O_CLOEXEC = 0x80000;
  private static final short POLLIN = 1;
  private static final int EPERM = 1;
  private static final int EINTR = 4;
  private static final int EAGAIN = 11;
  private static final int EACCES = 13;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final VarHandle ERROR =
      Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle OPEN =
      handle("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), true);
  private static final MethodHandle CLOSE =
      handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), false);
  private static final MethodHandle READ =
      handle("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), false);
  private static final MethodHandle POLL =
      handle("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT), false);
  private static final MethodHandle IOCTL =
      handle("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), true);

  /** The longest that a close waits for the reading thread. */
  private static final long SLICE_MILLIS = 100;

  private final String path;
  private final int descriptor;
  private boolean closed;

  private LinuxDevice(String path, int descriptor) {
    this.path = path;
    this.descriptor = descriptor;
  }

  /** Whether this system is Linux. */
  public static boolean isSupported() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
  }

  /**
   * Opens a device; never waits for it, never makes it the terminal of this process.
   *
   * @param writable to change its modes, as for a serial line
   * @throws AccessDeniedException if this user may not
   * @throws IOException if it is not there
   */
  public static LinuxDevice open(String path, boolean writable) throws IOException {
    int flags = (writable ? O_RDWR : O_RDONLY) | O_NOCTTY | O_NONBLOCK | O_CLOEXEC;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
      int fd = (int) OPEN.invokeExact(state, arena.allocateFrom(path), flags);
      if (fd >= 0) {
        return new LinuxDevice(path, fd);
      }
      int error = (int) ERROR.get(state, 0L);
      if (error == EACCES || error == EPERM) {
        throw new AccessDeniedException(path, null, "this user may not open it");
      }
      throw new IOException(path + " cannot be opened: error " + error);
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e); // downcalls throw nothing else
    }
  }

  /** Its number, for calls that only some devices have. */
  public int descriptor() {
    return descriptor;
  }

  /**
   * A device-specific call.
   *
   * @return whether the device knows the call and did it
   */
  public synchronized boolean control(long request, MemorySegment argument) {
    if (closed) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
      return (int) IOCTL.invokeExact(state, descriptor, request, argument) >= 0;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e); // downcalls throw nothing else
    }
  }

  /**
   * Waits for bytes.
   *
   * @return how many were read, 0 if none came in {@code patience}
   * @throws IOException if the device is gone or was closed
   */
  public int read(byte[] target, Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      long left = Math.max(0, (end - System.nanoTime() + 999_999) / 1_000_000);
      int got = slice(target, Math.min(left, SLICE_MILLIS));
      if (got > 0 || left == 0) {
        return got;
      }
    }
  }

  /** Under the lock a descriptor cannot be closed, and given to another file, in mid-call. */
  private synchronized int slice(byte[] target, long millis) throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
      MemorySegment poll = arena.allocate(8, 4);
      poll.set(JAVA_INT, 0, descriptor);
      poll.set(JAVA_SHORT, 4, POLLIN);
      int ready = (int) POLL.invokeExact(state, poll, 1L, (int) millis);
      if (ready <= 0) {
        return 0; // silence, or a signal
      }
      if ((poll.get(JAVA_SHORT, 6) & POLLIN) == 0) {
        throw new IOException(path + " is gone");
      }
      MemorySegment buffer = arena.allocate(target.length);
      long got = (long) READ.invokeExact(state, descriptor, buffer, (long) target.length);
      int error = (int) ERROR.get(state, 0L);
      if (got < 0 && (error == EAGAIN || error == EINTR)) {
        return 0;
      }
      if (got <= 0) {
        throw new IOException(path + " is gone");
      }
      MemorySegment.copy(buffer, JAVA_BYTE, 0, target, 0, (int) got);
      return (int) got;
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e); // downcalls throw nothing else
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
      int ignored = (int) CLOSE.invokeExact(state, descriptor);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e); // downcalls throw nothing else
    }
  }

  /**
   * @param open two arguments are fixed, the third is one of any number
   */
  private static MethodHandle handle(String name, FunctionDescriptor shape, boolean open) {
    List<Linker.Option> options = new ArrayList<>(List.of(ERRNO));
    if (open) {
      options.add(Linker.Option.firstVariadicArg(2));
    }
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name), shape, options.toArray(new Linker.Option[0]));
  }
}
