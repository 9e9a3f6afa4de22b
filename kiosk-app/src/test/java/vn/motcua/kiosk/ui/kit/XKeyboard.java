package vn.motcua.kiosk.ui.kit;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.Map;

/**
 * A keyboard of the X server that the tests draw on: another client makes the server send real key
 * events (XTEST), at the speed of a barcode reader. Characters that the keyboard has no key for get
 * one of those that it has to spare, as the tools that type Unicode do.
 */
final class XKeyboard implements AutoCloseable {
  private static final int SHIFT = 0xFFE1;
  private static final int RETURN = 0xFF0D;
  private static final long UNICODE = 0x01000000L;
  private static final int FIRST_SPARE = 200;
  private static final int LAST_KEY = 255;

  private final Arena arena = Arena.ofShared();
  private final SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", arena);
  private final SymbolLookup test = SymbolLookup.libraryLookup("libXtst.so.6", arena);
  private final MethodHandle fake =
      handle(
          test,
          "XTestFakeKeyEvent",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_LONG));
  private final MethodHandle sync =
      handle(x11, "XSync", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private final MethodHandle keyOf =
      handle(x11, "XKeysymToKeycode", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG));
  private final MethodHandle symbolOf =
      handle(
          x11,
          "XkbKeycodeToKeysym",
          FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT));
  private final MethodHandle change =
      handle(
          x11,
          "XChangeKeyboardMapping",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private final MemorySegment display;
  private final Map<Long, Integer> spare = new HashMap<>();
  private int nextSpare = FIRST_SPARE;

  /** A client of the display of this process. */
  XKeyboard() {
    try {
      MethodHandle open = handle(x11, "XOpenDisplay", FunctionDescriptor.of(ADDRESS, ADDRESS));
      display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    if (display.equals(MemorySegment.NULL)) {
      throw new AssertionError("no X display");
    }
  }

  /**
   * Gives every character of {@code text} a key. Programs hear of new keys like of any event, so
   * let them handle it before typing.
   */
  void prepare(String text) {
    text.codePoints().forEach(c -> key(symbol(c)));
    flush();
  }

  /**
   * Types {@code text}, one key every {@code millis} milliseconds of the server's time. Returns
   * when the server has got it all.
   */
  void type(String text, int millis) {
    text.codePoints()
        .forEach(c -> {
          long symbol = symbol(c);
          int key = key(symbol);
          boolean shifted = ask(key, 0) != symbol && ask(key, 1) == symbol;
          if (shifted) {
            event(key(SHIFT), true, 0);
          }
          event(key, true, millis);
          event(key, false, 0);
          if (shifted) {
            event(key(SHIFT), false, 0);
          }
        });
    flush();
  }

  private static long symbol(int character) {
    if (character == '\n') {
      return RETURN;
    }
    return character < 0x100 ? character : UNICODE + character;
  }

  private int key(long symbol) {
    try {
      int known = (int) keyOf.invokeExact(display, symbol) & 0xff;
      if (known != 0) {
        return known;
      }
      Integer lent = spare.get(symbol);
      if (lent != null) {
        return lent;
      }
      int key = nextSpare++;
      if (key > LAST_KEY) {
        throw new AssertionError("no key to spare");
      }
      MemorySegment both = arena.allocateFrom(JAVA_LONG, symbol, symbol);
      int ignored = (int) change.invokeExact(display, key, 2, both, 1);
      spare.put(symbol, key);
      return key;
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private long ask(int key, int level) {
    try {
      return (long) symbolOf.invokeExact(display, key, 0, level);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private void event(int key, boolean down, long delay) {
    try {
      int done = (int) fake.invokeExact(display, key, down ? 1 : 0, delay);
      if (done == 0) {
        throw new AssertionError("the X server has no XTEST");
      }
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private void flush() {
    try {
      int ignored = (int) sync.invokeExact(display, 0);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor shape) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), shape);
  }

  @Override
  public void close() {
    try {
      MethodHandle end = handle(x11, "XCloseDisplay", FunctionDescriptor.of(JAVA_INT, ADDRESS));
      int ignored = (int) end.invokeExact(display);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    arena.close();
  }
}
