package vn.motcua.scanner.barcode.serial;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import vn.motcua.scanner.barcode.linux.LinuxDevice;

/**
 * A terminal device of Linux, opened raw. In cooked mode the kernel would swallow control
 * characters and echo every scan back into the reader. Read with poll, for termios knows waits in
 * tenths of a second only, which is as long as a person may wait for the beep.
 */
final class LinuxTty implements SerialLine {
  private static final int TCSANOW = 0;

  /** From asm-generic/ioctls.h: nobody else may open the terminal meanwhile. */
  private static final long TIOCEXCL = 0x540C;

  /** More than any libc's struct termios (60 bytes in glibc). */
  private static final long TERMIOS_BYTES = 256;

  /** Where struct termios keeps c_cflag. */
  private static final long CONTROL_FLAGS = 8;

  /** No modem lines, receiver on. */
  private static final int CLOCAL_AND_CREAD = 0x800 | 0x80;

  /** One stop bit, no hardware flow control. */
  private static final int CSTOPB_AND_CRTSCTS = 0x40 | 0x80000000;

  private static final MethodHandle GET =
      handle("tcgetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle SET =
      handle("tcsetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle RAW = handle("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle SPEED =
      handle("cfsetspeed", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));

  private final LinuxDevice device;

  private LinuxTty(LinuxDevice device) {
    this.device = device;
  }

  static SerialLine open(SerialSettings settings) throws IOException {
    LinuxDevice device = LinuxDevice.open(settings.path(), true);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment modes = arena.allocate(TERMIOS_BYTES, 8);
      if ((int) GET.invokeExact(device.descriptor(), modes) != 0) {
        throw new IOException(settings.path() + " is no terminal");
      }
      RAW.invokeExact(modes);
      int flags = modes.get(JAVA_INT, CONTROL_FLAGS);
      modes.set(JAVA_INT, CONTROL_FLAGS, (flags | CLOCAL_AND_CREAD) & ~CSTOPB_AND_CRTSCTS);
      // An odd speed leaves the old one: what has no wire does not care.
      int ignored = (int) SPEED.invokeExact(modes, settings.baud());
      if ((int) SET.invokeExact(device.descriptor(), TCSANOW, modes) != 0) {
        throw new IOException(settings.path() + " cannot be made raw");
      }
      // Two programs would each get half of a code. Where it is not possible, so be it.
      boolean alone = device.control(TIOCEXCL, MemorySegment.NULL);
      return new LinuxTty(device);
    } catch (IOException | RuntimeException | Error e) {
      device.close();
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e); // downcalls throw nothing else
    }
  }

  @Override
  public int read(byte[] target, Duration patience) throws IOException {
    return device.read(target, patience);
  }

  @Override
  public void close() {
    device.close();
  }

  private static MethodHandle handle(String name, FunctionDescriptor shape) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape);
  }
}
