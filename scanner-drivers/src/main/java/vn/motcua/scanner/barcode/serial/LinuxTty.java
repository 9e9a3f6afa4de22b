package vn.motcua.scanner.barcode.serial;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.time.Duration;

/**
 * A character device of Linux, opened raw through the C library: terminals that jSerialComm does
 * not list, pseudo-terminals among them. In cooked mode the kernel would swallow control characters
 * and echo every scan back into the reader.
 */
final class LinuxTty implements SerialLine {
  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = 0x100;
  private static final int O_NONBLOCK = 0x800;
  private static final int O_CLOEXEC = 0x80000;
  private static final int TCSANOW = 0;
  private static final short POLLIN = 1;

  /** More than any libc's struct termios (60 bytes in glibc). */
  private static final long TERMIOS_BYTES = 256;

  /** Where struct termios keeps c_cflag, and two of its bits: no modem lines, receiver on. */
  private static final long CONTROL_FLAGS = 8;

  private static final int CLOCAL_AND_CREAD = 0x800 | 0x80;

  private static final int READ_BYTES = 4096;

  private static final Linker LINKER = Linker.nativeLinker();

  private static final MethodHandle OPEN =
      variadic("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), 2);
  private static final MethodHandle CLOSE =
      plain("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle READ =
      plain("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle POLL =
      plain("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final MethodHandle GET =
      plain("tcgetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle SET =
      plain("tcsetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle RAW = plain("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS));

  private static final MethodHandle SPEED =
      plain("cfsetspeed", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));

  /** The longest that a close waits for the reading thread. */
  private static final long SLICE_MILLIS = 100;

  private final int descriptor;
  private boolean closed;

  private LinuxTty(int descriptor) {
    this.descriptor = descriptor;
  }

  static SerialLine open(SerialSettings settings) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int fd =
          (int)
              OPEN.invokeExact(
                  arena.allocateFrom(settings.path()), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
      if (fd < 0) {
        throw new IOException(settings.path() + " cannot be opened");
      }
      LinuxTty tty = new LinuxTty(fd);
      MemorySegment modes = arena.allocate(TERMIOS_BYTES, 8);
      if ((int) GET.invokeExact(fd, modes) != 0) {
        tty.close();
        throw new IOException(settings.path() + " is no terminal");
      }
      RAW.invokeExact(modes);
      modes.set(JAVA_INT, CONTROL_FLAGS, modes.get(JAVA_INT, CONTROL_FLAGS) | CLOCAL_AND_CREAD);
      // An odd speed leaves the old one: what has no wire does not care.
      int ignored = (int) SPEED.invokeExact(modes, settings.baud());
      if ((int) SET.invokeExact(fd, TCSANOW, modes) != 0) {
        tty.close();
        throw new IOException(settings.path() + " cannot be made raw");
      }
      return tty;
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e); // downcalls throw nothing else
    }
  }

  @Override
  public int read(byte[] target, Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      long left = Math.max(0, (end - System.nanoTime()) / 1_000_000);
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
      MemorySegment poll = arena.allocate(8, 4);
      poll.set(JAVA_INT, 0, descriptor);
      poll.set(JAVA_SHORT, 4, POLLIN);
      int ready = (int) POLL.invokeExact(poll, 1L, (int) millis);
      short events = poll.get(JAVA_SHORT, 6);
      if (ready <= 0) {
        return 0; // silence, or a signal
      }
      if ((events & POLLIN) == 0) {
        throw new IOException("the serial device is gone");
      }
      MemorySegment buffer = arena.allocate(READ_BYTES);
      long got =
          (long) READ.invokeExact(descriptor, buffer, (long) Math.min(READ_BYTES, target.length));
      if (got <= 0) {
        throw new IOException("the serial device is gone");
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
    try {
      int ignored = (int) CLOSE.invokeExact(descriptor);
    } catch (Throwable e) {
      throw new IllegalStateException(e); // downcalls throw nothing else
    }
  }

  private static MethodHandle plain(String name, FunctionDescriptor shape) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape);
  }

  private static MethodHandle variadic(String name, FunctionDescriptor shape, int fixed) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name), shape, Linker.Option.firstVariadicArg(fixed));
  }
}
