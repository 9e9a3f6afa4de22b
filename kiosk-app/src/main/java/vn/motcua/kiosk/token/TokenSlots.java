package vn.motcua.kiosk.token;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds a token by its name: Java's PKCS#11 provider knows slots by number only, and numbers change
 * with the socket. Asks the module itself (PKCS#11 v2.40, C_GetSlotList and C_GetTokenInfo).
 */
final class TokenSlots {
  private static final long OK = 0;
  private static final long ALREADY_INITIALISED = 0x191;
  private static final int MOST_SLOTS = 256;
  private static final int LABEL = 32;
  private static final int FLAGS = 96; // in the structure, behind four texts
  private static final long INITIALISED = 0x400;
  private static final int TOKEN_INFO = 512; // larger than the structure on every platform

  /** CK_ULONG is C's unsigned long: 4 bytes on Windows, where structures are packed, else 8. */
  private static final boolean WINDOWS =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

  private static final ValueLayout ULONG = WINDOWS ? ValueLayout.JAVA_INT : ValueLayout.JAVA_LONG;
  private static final Linker LINKER = Linker.nativeLinker();

  private final SymbolLookup library;
  private final Arena arena;

  private TokenSlots(SymbolLookup library, Arena arena) {
    this.library = library;
    this.arena = arena;
  }

  /**
   * A slot with a token in it.
   *
   * @param id the slot's number
   * @param label the token's name, without the padding
   */
  record Slot(long id, String label) {}

  /** The token of that name, or the only one. */
  static Slot find(Path module, Optional<String> label) throws TokenException {
    List<Slot> slots = all(module);
    List<Slot> fit =
        slots.stream()
            .filter(s -> label.isEmpty() || s.label().equals(label.get().strip()))
            .toList();
    if (fit.isEmpty()) {
      throw new TokenException(TokenException.Trouble.NONE);
    }
    if (fit.size() > 1) {
      throw new TokenException(TokenException.Trouble.SEVERAL);
    }
    return fit.getFirst();
  }

  /**
   * All tokens that can be used now. One caller at a time: starting and ending is for the whole
   * process.
   */
  static synchronized List<Slot> all(Path module) throws TokenException {
    try (Arena arena = Arena.ofConfined()) {
      // The global arena: a module that Java's provider may also use is never unloaded.
      SymbolLookup library = SymbolLookup.libraryLookup(module.toAbsolutePath(), Arena.global());
      return new TokenSlots(library, arena).list();
    } catch (IllegalArgumentException e) {
      throw new TokenException(TokenException.Trouble.MODULE, e);
    }
  }

  private List<Slot> list() throws TokenException {
    long begun = call("C_Initialize", MemorySegment.NULL);
    if (begun != OK && begun != ALREADY_INITIALISED) {
      throw new TokenException(TokenException.Trouble.MODULE);
    }
    try {
      MemorySegment count = arena.allocate(8);
      MemorySegment ids = arena.allocate(8L * MOST_SLOTS);
      put(count, MOST_SLOTS);
      check(call("C_GetSlotList", (byte) 1, ids, count));
      List<Slot> slots = new ArrayList<>();
      long found = Math.min(get(count, 0), MOST_SLOTS);
      for (int i = 0; i < found; i++) {
        long id = get(ids, i * ULONG.byteSize());
        MemorySegment info = arena.allocate(TOKEN_INFO);
        if (call("C_GetTokenInfo", id, info) == OK && (get(info, FLAGS) & INITIALISED) != 0) {
          byte[] label = info.asSlice(0, LABEL).toArray(ValueLayout.JAVA_BYTE);
          slots.add(new Slot(id, new String(label, StandardCharsets.UTF_8).strip()));
        }
      }
      return slots;
    } finally {
      if (begun == OK) {
        call("C_Finalize", MemorySegment.NULL);
      }
    }
  }

  private static void check(long answer) throws TokenException {
    if (answer != OK) {
      throw new TokenException(TokenException.Trouble.MODULE);
    }
  }

  private long call(String name, Object... arguments) throws TokenException {
    MemorySegment function =
        library.find(name).orElseThrow(() -> new TokenException(TokenException.Trouble.MODULE));
    MemoryLayout[] layouts = new MemoryLayout[arguments.length];
    Object[] values = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      layouts[i] =
          switch (arguments[i]) {
            case Byte _ -> ValueLayout.JAVA_BYTE;
            case Long _ -> ULONG;
            default -> ValueLayout.ADDRESS;
          };
      values[i] =
          arguments[i] instanceof Long number && WINDOWS
              ? (Object) number.intValue()
              : arguments[i];
    }
    try {
      Object answer =
          LINKER
              .downcallHandle(function, FunctionDescriptor.of(ULONG, layouts))
              .invokeWithArguments(values);
      return answer instanceof Integer small ? Integer.toUnsignedLong(small) : (long) answer;
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a native call threw", e);
    }
  }

  private static void put(MemorySegment place, long value) {
    if (WINDOWS) {
      place.set(ValueLayout.JAVA_INT, 0, (int) value);
    } else {
      place.set(ValueLayout.JAVA_LONG, 0, value);
    }
  }

  private static long get(MemorySegment place, long offset) {
    return WINDOWS
        ? Integer.toUnsignedLong(place.get(ValueLayout.JAVA_INT, offset))
        : place.get(ValueLayout.JAVA_LONG, offset);
  }
}
