package vn.motcua.scanner.chip;

import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/**
 * The system's smart card service: pcscd, or WinSCard. It may be absent, come, go and come back.
 */
final class PcscService {
  private static final Set<String> SERVICE_GONE =
      Set.of(
          "SCARD_E_NO_SERVICE",
          "SCARD_E_SERVICE_STOPPED",
          "SCARD_E_SYSTEM_CANCELLED",
          "SCARD_E_INVALID_HANDLE",
          "SCARD_F_COMM_ERROR",
          "WINDOWS_ERROR_INVALID_HANDLE");

  private static final Set<String> READER_GONE =
      Set.of("SCARD_E_UNKNOWN_READER", "SCARD_E_READER_UNAVAILABLE");

  private final JdkPcsc jdk = new JdkPcsc();
  private final Map<String, Long> contexts = new ConcurrentHashMap<>();
  private volatile Map<String, CardTerminal> shared = Map.of();

  /**
   * The names of the readers that are connected now. Called by one thread only.
   *
   * @throws LinkException with {@code SERVICE_GONE} while there is no service
   */
  Set<String> readers() throws LinkException {
    try {
      return list();
    } catch (CardException stale) {
      contexts.clear();
      shared = Map.of();
      if (!jdk.renewContext()) {
        throw new LinkException(LinkException.Why.SERVICE_GONE, stale);
      }
    }
    try {
      return list();
    } catch (CardException down) {
      throw new LinkException(LinkException.Why.SERVICE_GONE, down);
    }
  }

  private Set<String> list() throws CardException, LinkException {
    List<CardTerminal> found;
    try {
      // Not getDefault(): that is of type None for ever if the service was down when it was asked.
      found = TerminalFactory.getInstance("PC/SC", null).terminals().list();
    } catch (NoSuchAlgorithmException down) {
      throw new LinkException(LinkException.Why.SERVICE_GONE, down);
    } catch (CardException failed) {
      if (code(failed).equals("SCARD_E_NO_READERS_AVAILABLE")) {
        found = List.of();
      } else {
        throw failed;
      }
    }
    Map<String, CardTerminal> byName = new HashMap<>();
    found.forEach(terminal -> byName.put(terminal.getName(), terminal));
    shared = Map.copyOf(byName);
    return shared.keySet();
  }

  /** The reader of this name, through a context of its own where the JVM allows it. */
  CardTerminal terminal(String name) throws LinkException {
    Long context = contexts.get(name);
    if (context == null) {
      context = jdk.newContext().orElse(null);
      if (context != null) {
        contexts.put(name, context);
      }
    }
    CardTerminal fallback = shared.get(name);
    Optional<CardTerminal> own = context == null ? Optional.empty() : jdk.terminal(context, name);
    if (own.isPresent()) {
      return own.get();
    }
    if (fallback == null) {
      throw new LinkException(LinkException.Why.READER_GONE);
    }
    return fallback;
  }

  private static final int CARD_PRESENT = 0x20;

  /** What {@link #presence} gives where nobody counts. */
  static final long UNCOUNTED = -1;

  /** Whether a card lies on that reader, and how often that changed. */
  CardPresence presence(CardTerminal terminal) throws CardException {
    OptionalInt state = jdk.state(terminal);
    return state.isPresent()
        ? new CardPresence((state.getAsInt() & CARD_PRESENT) != 0, state.getAsInt() >>> 16)
        : new CardPresence(terminal.isCardPresent(), UNCOUNTED);
  }

  /** Makes the service look again at a reader that it takes for empty. */
  void reset(CardTerminal terminal) {
    jdk.reset(terminal);
  }

  /**
   * Ends a session, and holds nothing of it any more.
   *
   * @param reset resets the card; not for one that was removed, whose failing reset would leave
   *     pcscd with a wrong idea of the reader
   */
  void disconnect(Card card, boolean reset) {
    try {
      card.disconnect(reset);
    } catch (CardException | IllegalStateException already) {
      // It is off anyway: removed, or the service went.
    }
    jdk.letGo(card);
  }

  /** Forgets the context of a reader, so that the next call gets a fresh one. */
  void forget(String name) {
    contexts.remove(name);
  }

  /** What a failure means if it is about the service or the reader, not about the card. */
  Optional<LinkException.Why> beyondTheCard(CardException failed) {
    String code = code(failed);
    if (SERVICE_GONE.contains(code)) {
      return Optional.of(LinkException.Why.SERVICE_GONE);
    }
    if (READER_GONE.contains(code)) {
      return Optional.of(LinkException.Why.READER_GONE);
    }
    return Optional.empty();
  }

  /** The PC/SC name of a failure: the message of the JDK's internal exception. */
  static String code(CardException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null && (message.startsWith("SCARD_") || message.startsWith("WINDOWS_"))) {
        return message;
      }
    }
    return "";
  }
}
