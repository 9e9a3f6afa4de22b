package vn.motcua.scanner.chip;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.smartcardio.CardTerminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two things that {@code javax.smartcardio} does not offer and a kiosk needs: to forget a
 * context that died with its service (the JDK keeps one for the life of the process), and to give
 * each reader a context of its own (libpcsclite locks a context during every call, so that one mute
 * card would block all readers). Needs the JVM flag {@code
 * --add-opens=java.smartcardio/sun.security.smartcardio=ALL-UNNAMED}; without it both answer that
 * they cannot, and the caller does with less.
 */
final class JdkPcsc {
  private static final Logger LOG = LoggerFactory.getLogger(JdkPcsc.class);
  private static final String PACKAGE = "sun.security.smartcardio.";
  private static final int SCOPE_SYSTEM = 2;

  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * Makes the JDK establish a new context.
   *
   * @return whether it has one now
   */
  boolean renewContext() {
    try {
      Class<?> terminals = Class.forName(PACKAGE + "PCSCTerminals");
      Field context = terminals.getDeclaredField("contextId");
      context.setAccessible(true);
      Field known = terminals.getDeclaredField("terminals");
      known.setAccessible(true);
      Method establish = terminals.getDeclaredMethod("initContext");
      establish.setAccessible(true);
      synchronized (terminals) {
        context.setLong(null, 0);
        if (known.get(null) instanceof Map<?, ?> map) {
          map.clear();
        }
        establish.invoke(null);
      }
      return true;
    } catch (InaccessibleObjectException closed) {
      tellOnce();
      return false;
    } catch (ReflectiveOperationException stillDown) {
      return false;
    }
  }

  /** A context that nobody else uses; it lives as long as the service. Empty if there is none. */
  Optional<Long> newContext() {
    try {
      Method establish =
          Class.forName(PACKAGE + "PCSC").getDeclaredMethod("SCardEstablishContext", int.class);
      establish.setAccessible(true);
      return Optional.of((Long) establish.invoke(null, SCOPE_SYSTEM));
    } catch (InaccessibleObjectException closed) {
      tellOnce();
      return Optional.empty();
    } catch (ReflectiveOperationException stillDown) {
      return Optional.empty();
    }
  }

  /** The reader {@code name} as seen through {@code context}. */
  Optional<CardTerminal> terminal(long context, String name) {
    try {
      Constructor<?> make =
          Class.forName(PACKAGE + "TerminalImpl").getDeclaredConstructor(long.class, String.class);
      make.setAccessible(true);
      return Optional.of((CardTerminal) make.newInstance(context, name));
    } catch (InaccessibleObjectException | ReflectiveOperationException closed) {
      tellOnce();
      return Optional.empty();
    }
  }

  private void tellOnce() {
    if (told.compareAndSet(false, true)) {
      LOG.warn(
          "started without --add-opens=java.smartcardio/sun.security.smartcardio=ALL-UNNAMED:"
              + " after a restart of the card service this program must be restarted too");
    }
  }
}
