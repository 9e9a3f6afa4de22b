package vn.motcua.scanner.chip;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code javax.smartcardio} does not offer and a kiosk needs: to forget a context that died
 * with its service (the JDK keeps one for the life of the process), to give each reader a context
 * of its own (libpcsclite locks a context during every call, so that one mute card would block all
 * readers), to learn whether a card was swapped between two looks, and to give back the handles of
 * removed cards. Needs the JVM flag {@code
 * --add-opens=java.smartcardio/sun.security.smartcardio=ALL-UNNAMED}; without it each answers that
 * it cannot, and the caller does with less.
 */
final class JdkPcsc {
  private static final Logger LOG = LoggerFactory.getLogger(JdkPcsc.class);
  private static final String PACKAGE = "sun.security.smartcardio.";
  private static final int SCOPE_SYSTEM = 2;
  private static final int LEAVE_CARD = 0;
  private static final int RESET_CARD = 1;
  private static final int SHARE_DIRECT = 3;
  private static final int PROTOCOL_RAW = 4;

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

  /**
   * The state of a reader: the flags of {@code SCARD_READERSTATE.dwEventState} and, in the upper 16
   * bits, how often a card was put on or taken off (pcsclite and Windows count alike).
   *
   * @return empty if the JVM does not allow it
   * @throws CardException as {@link CardTerminal#isCardPresent()}
   */
  OptionalInt state(CardTerminal terminal) throws CardException {
    try {
      Method status =
          Class.forName(PACKAGE + "PCSC")
              .getDeclaredMethod(
                  "SCardGetStatusChange", long.class, long.class, int[].class, String[].class);
      status.setAccessible(true);
      Field context = terminal.getClass().getDeclaredField("contextId");
      context.setAccessible(true);
      Object states =
          status.invoke(
              null, context.getLong(terminal), 0L, new int[1], new String[] {terminal.getName()});
      return states instanceof int[] all && all.length == 1
          ? OptionalInt.of(all[0])
          : OptionalInt.empty();
    } catch (InvocationTargetException failed) {
      throw new CardException("the reader's state is not known", failed.getCause());
    } catch (InaccessibleObjectException | ReflectiveOperationException closed) {
      tellOnce();
      return OptionalInt.empty();
    }
  }

  /**
   * Gives back the handle of a card that was removed. The JDK forgets it, but pcscd counts it, and
   * refuses every connection after 200 of them in one context.
   */
  void letGo(Card card) {
    try {
      Field state = card.getClass().getDeclaredField("state");
      state.setAccessible(true);
      if (!String.valueOf(state.get(card)).equals("REMOVED")) {
        return;
      }
      Field id = card.getClass().getDeclaredField("cardId");
      id.setAccessible(true);
      Method disconnect =
          Class.forName(PACKAGE + "PCSC")
              .getDeclaredMethod("SCardDisconnect", long.class, int.class);
      disconnect.setAccessible(true);
      disconnect.invoke(null, id.getLong(card), LEAVE_CARD);
    } catch (InvocationTargetException gone) {
      LOG.debug("the handle was gone already", gone.getCause());
    } catch (InaccessibleObjectException | ReflectiveOperationException closed) {
      tellOnce();
    }
  }

  /** Makes the service power whatever lies on that reader, and look at it again thereby. */
  void reset(CardTerminal terminal) {
    try {
      Class<?> pcsc = Class.forName(PACKAGE + "PCSC");
      Method connect =
          pcsc.getDeclaredMethod("SCardConnect", long.class, String.class, int.class, int.class);
      connect.setAccessible(true);
      Method disconnect = pcsc.getDeclaredMethod("SCardDisconnect", long.class, int.class);
      disconnect.setAccessible(true);
      Field context = terminal.getClass().getDeclaredField("contextId");
      context.setAccessible(true);
      Object handle =
          connect.invoke(
              null, context.getLong(terminal), terminal.getName(), SHARE_DIRECT, PROTOCOL_RAW);
      disconnect.invoke(null, handle, RESET_CARD);
    } catch (InvocationTargetException nothingThere) {
      LOG.trace("nothing to power", nothingThere.getCause());
    } catch (InaccessibleObjectException | ReflectiveOperationException closed) {
      tellOnce();
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
