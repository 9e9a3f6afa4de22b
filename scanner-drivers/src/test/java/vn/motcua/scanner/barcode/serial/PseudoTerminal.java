package vn.motcua.scanner.barcode.serial;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** A real pseudo-terminal of Linux: the test holds the master, the reader opens the other end. */
public final class PseudoTerminal implements AutoCloseable {
  private static final int O_RDWR_NOCTTY_CLOEXEC = 2 | 0x100 | 0x80000;

  private static final MethodHandle OPEN = handle("posix_openpt", JAVA_INT, JAVA_INT);
  private static final MethodHandle GRANT = handle("grantpt", JAVA_INT, JAVA_INT);
  private static final MethodHandle UNLOCK = handle("unlockpt", JAVA_INT, JAVA_INT);
  private static final MethodHandle NAME =
      handle("ptsname_r", JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle WRITE =
      handle("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle CLOSE = handle("close", JAVA_INT, JAVA_INT);

  private final int master;
  private final Path path;
  private boolean closed;

  /** Makes one. */
  public PseudoTerminal() {
    try (Arena arena = Arena.ofConfined()) {
      master = (int) OPEN.invokeExact(O_RDWR_NOCTTY_CLOEXEC);
      require(master >= 0);
      require((int) GRANT.invokeExact(master) == 0);
      require((int) UNLOCK.invokeExact(master) == 0);
      MemorySegment name = arena.allocate(128);
      require((int) NAME.invokeExact(master, name, 128L) == 0);
      path = Path.of(name.getString(0));
    } catch (Throwable e) {
      throw new AssertionError("no pseudo-terminal", e);
    }
  }

  /** The end that a reader opens. */
  public Path path() {
    return path;
  }

  /** What the device sends. */
  public void write(byte[] bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocateFrom(JAVA_BYTE, bytes);
      long done = 0;
      while (done < bytes.length) {
        long got = (long) WRITE.invokeExact(master, memory.asSlice(done), bytes.length - done);
        require(got > 0);
        done += got;
      }
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      require((int) CLOSE.invokeExact(master) == 0);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static void require(boolean done) {
    if (!done) {
      throw new AssertionError("a call of the C library failed");
    }
  }

  private static MethodHandle handle(String name, ValueLayout result, ValueLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }
}
