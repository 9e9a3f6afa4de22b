package vn.motcua.kiosk.ui.kit;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Looks at what an X server shows, as a camera before the screen would: what a program has drawn
 * and what can be seen are two things, and only this one counts. A platform class for Linux; the
 * counterpart for Windows (BitBlt of the desktop) is missing. For one thread.
 */
public final class XEye implements AutoCloseable {
  private static final int Z_PIXMAP = 2;
  private static final long ALL_PLANES = -1;

  /** Where an XImage keeps its pixels, the bytes of a line, and what destroys it (Xlib.h, LP64). */
  private static final long DATA = 16;

  private static final long BYTES_PER_LINE = 44;
  private static final long DESTROY = 96;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment display;
  private final long root;
  private final MethodHandle getImage;
  private final MethodHandle close;

  private XEye(SymbolLookup x11, String name) throws Throwable {
    MethodHandle open = handle(x11, "XOpenDisplay", FunctionDescriptor.of(ADDRESS, ADDRESS));
    MethodHandle defaultRoot =
        handle(x11, "XDefaultRootWindow", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
    getImage =
        handle(
            x11,
            "XGetImage",
            FunctionDescriptor.of(
                ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG,
                JAVA_INT));
    close = handle(x11, "XCloseDisplay", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    display = (MemorySegment) open.invokeExact(arena.allocateFrom(name));
    if (display.equals(MemorySegment.NULL)) {
      throw new IOException("no X display " + name);
    }
    root = (long) defaultRoot.invokeExact(display);
  }

  /**
   * Opens an eye.
   *
   * @param display its name, for example {@code :99}
   * @throws IOException if there is no such display, or no Xlib
   */
  public static XEye open(String display) throws IOException {
    try {
      return new XEye(SymbolLookup.libraryLookup("libX11.so.6", Arena.global()), display);
    } catch (IOException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException(e);
    }
  }

  /**
   * What can be seen now in a part of the screen.
   *
   * @return 0xRRGGBB in the lower 24 bits, row by row
   */
  public int[] look(int x, int y, int width, int height) {
    try {
      MemorySegment image =
          (MemorySegment)
              getImage.invokeExact(display, root, x, y, width, height, ALL_PLANES, Z_PIXMAP);
      if (image.equals(MemorySegment.NULL)) {
        throw new IllegalArgumentException("not on the screen");
      }
      MemorySegment fields = image.reinterpret(DESTROY + Long.BYTES);
      int line = fields.get(JAVA_INT, BYTES_PER_LINE);
      MemorySegment data = fields.get(ADDRESS, DATA).reinterpret((long) line * height);
      int[] pixels = new int[width * height];
      for (int row = 0; row < height; row++) {
        MemorySegment.copy(
            data, ValueLayout.JAVA_INT, (long) row * line, pixels, row * width, width);
      }
      MethodHandle destroy =
          Linker.nativeLinker()
              .downcallHandle(
                  fields.get(ADDRESS, DESTROY), FunctionDescriptor.of(JAVA_INT, ADDRESS));
      int _ = (int) destroy.invokeExact(image);
      return pixels;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor shape) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), shape);
  }

  @Override
  public void close() {
    try {
      int _ = (int) close.invokeExact(display);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    arena.close();
  }
}
