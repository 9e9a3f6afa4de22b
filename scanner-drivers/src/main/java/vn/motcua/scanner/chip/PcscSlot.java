package vn.motcua.scanner.chip;

import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import org.jspecify.annotations.Nullable;

/** A reader's slot through PC/SC. */
final class PcscSlot implements CardSlot {
  /** A removal is seen 100 to 300 ms after the exchange that it broke. */
  private static final long REMOVAL_SHOWS_NANOS = 700_000_000L;

  private final PcscService service;
  private final String name;
  private @Nullable CardTerminal terminal;

  PcscSlot(PcscService service, String name) {
    this.service = service;
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean cardPresent() throws LinkException {
    try {
      return terminal().isCardPresent();
    } catch (CardException failed) {
      throw gone(failed);
    }
  }

  private CardTerminal terminal() throws LinkException {
    CardTerminal known = terminal;
    if (known == null) {
      known = service.terminal(name);
      terminal = known;
    }
    return known;
  }

  private LinkException gone(CardException failed) {
    terminal = null;
    service.forget(name);
    return new LinkException(
        service.beyondTheCard(failed).orElse(LinkException.Why.SERVICE_GONE), failed);
  }

  @Override
  public CardConnection connect() throws LinkException {
    try {
      Card card = terminal().connect("*");
      try {
        // Nobody else may slip a command between ours.
        card.beginExclusive();
      } catch (CardException failed) {
        disconnect(card);
        throw failed;
      }
      return new Connection(card);
    } catch (CardNotPresentException none) {
      throw new LinkException(LinkException.Why.NO_CARD, none);
    } catch (CardException failed) {
      if (service.beyondTheCard(failed).isPresent()) {
        throw gone(failed);
      }
      throw switch (PcscService.code(failed)) {
        case "SCARD_E_NO_SMARTCARD", "SCARD_W_REMOVED_CARD" ->
            new LinkException(LinkException.Why.NO_CARD, failed);
        case "SCARD_W_RESET_CARD" -> new LinkException(LinkException.Why.RESET, failed);
        default -> new LinkException(LinkException.Why.MUTE, failed);
      };
    }
  }

  private static void disconnect(Card card) {
    try {
      card.disconnect(true);
    } catch (CardException | IllegalStateException already) {
      // It is off anyway: removed, or the service went.
    }
  }

  private final class Connection implements CardConnection {
    private final Card card;
    private final CardChannel channel;

    Connection(Card card) {
      this.card = card;
      this.channel = card.getBasicChannel();
    }

    @Override
    public byte[] atr() {
      return card.getATR().getBytes();
    }

    @Override
    public byte[] transmit(byte[] command) throws LinkException {
      try {
        return channel.transmit(new CommandAPDU(command)).getBytes();
      } catch (CardException failed) {
        throw explained(failed);
      } catch (IllegalStateException off) {
        throw new LinkException(
            stillThere() ? LinkException.Why.RESET : LinkException.Why.REMOVED, off);
      } catch (IllegalArgumentException noAnswer) {
        // The JDK refuses fewer than two bytes as an answer; some drivers report a card that was
        // lifted in the middle of an exchange in this way.
        throw new LinkException(
            stillThere() ? LinkException.Why.NONSENSE : LinkException.Why.REMOVED, noAnswer);
      }
    }

    private LinkException explained(CardException failed) throws LinkException {
      if (service.beyondTheCard(failed).isPresent()) {
        return gone(failed);
      }
      return switch (PcscService.code(failed)) {
        case "SCARD_W_REMOVED_CARD", "SCARD_E_NO_SMARTCARD" ->
            new LinkException(LinkException.Why.REMOVED, failed);
        case "SCARD_E_INSUFFICIENT_BUFFER" -> new LinkException(LinkException.Why.FAILED, failed);
        case "SCARD_W_RESET_CARD" ->
            new LinkException(
                stillThere() ? LinkException.Why.RESET : LinkException.Why.REMOVED, failed);
        default ->
            new LinkException(
                stillThere() ? LinkException.Why.FAILED : LinkException.Why.REMOVED, failed);
      };
    }

    /** Waits until a removal would have shown. */
    private boolean stillThere() throws LinkException {
      long end = System.nanoTime() + REMOVAL_SHOWS_NANOS;
      try {
        while (System.nanoTime() - end < 0) {
          if (!terminal().isCardPresent()) {
            return false;
          }
          Thread.sleep(20);
        }
        return true;
      } catch (CardException failed) {
        throw gone(failed);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return true;
      }
    }

    @Override
    public void close() {
      try {
        card.endExclusive();
      } catch (CardException | IllegalStateException already) {
        // Removed, reset, or the service went: there is no transaction to end.
      }
      disconnect(card);
    }
  }
}
