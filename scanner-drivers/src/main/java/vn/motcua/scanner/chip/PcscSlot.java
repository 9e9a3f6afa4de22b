package vn.motcua.scanner.chip;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import org.jspecify.annotations.Nullable;

/** A reader's slot through PC/SC. */
final class PcscSlot implements CardSlot {
  /** pcscd looks at readers without events every 400 ms: so late may a removal be seen. */
  private static final long REMOVAL_SHOWS_MILLIS = 450;

  /** An extended answer, ISO/IEC 7816-4 §5.1: 65 536 bytes and the status. */
  private static final int LARGEST_ANSWER = 65_538;

  private static final long NEVER = -2;

  /** pcscd's own look comes after so many of ours at the latest. */
  private static final int MOST_LOOKS_AGAIN = 25;

  private final PcscService service;
  private final String name;
  private @Nullable CardTerminal terminal;
  private long withCard = NEVER;
  private int looksAgain;

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
    return look().card();
  }

  @Override
  public CardPresence look() throws LinkException {
    try {
      CardPresence now = service.presence(terminal());
      if (!now.card() && now.changes() == withCard && looksAgain < MOST_LOOKS_AGAIN) {
        // pcscd calls a reader empty whose card failed its last reset, but has not counted a
        // removal: it would not notice the next card if that lies there before its own next look.
        looksAgain++;
        service.reset(terminal());
        now = service.presence(terminal());
      }
      if (now.card()) {
        looksAgain = 0;
        withCard = now.changes() == PcscService.UNCOUNTED ? NEVER : now.changes();
      }
      return now;
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
    CardPresence before = look();
    try {
      Card card = terminal().connect("*");
      try {
        // Nobody else may slip a command between ours.
        card.beginExclusive();
      } catch (CardException failed) {
        service.disconnect(card, true);
        throw failed;
      }
      return new Connection(card, before.changes());
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
        case "SCARD_E_SHARING_VIOLATION" -> new LinkException(LinkException.Why.BUSY, failed);
        default -> new LinkException(LinkException.Why.MUTE, failed);
      };
    }
  }

  private final class Connection implements CardConnection {
    private final Card card;
    private final long changes;
    private final CardChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocate(LARGEST_ANSWER);

    Connection(Card card, long changes) {
      this.card = card;
      this.changes = changes;
      this.channel = card.getBasicChannel();
    }

    @Override
    public byte[] atr() {
      return card.getATR().getBytes();
    }

    @Override
    public byte[] transmit(byte[] command) throws LinkException {
      answer.clear();
      try {
        // Into a buffer, since the other form of this call throws away answers below two bytes.
        channel.transmit(ByteBuffer.wrap(command), answer);
      } catch (CardException failed) {
        throw explained(failed);
      } catch (IllegalStateException off) {
        throw new LinkException(
            removalShows() ? LinkException.Why.REMOVED : LinkException.Why.RESET, off);
      }
      if (answer.position() == 0) {
        // So some drivers report a card that was lifted in the middle of an exchange.
        throw new LinkException(
            removalShows() ? LinkException.Why.REMOVED : LinkException.Why.RESET);
      }
      return Arrays.copyOf(answer.array(), answer.position());
    }

    private LinkException explained(CardException failed) throws LinkException {
      if (service.beyondTheCard(failed).isPresent()) {
        return gone(failed);
      }
      return switch (PcscService.code(failed)) {
        case "SCARD_W_REMOVED_CARD", "SCARD_E_NO_SMARTCARD" ->
            new LinkException(LinkException.Why.REMOVED, failed);
        // Nothing was sent: the JDK itself refuses it (extended lengths on T=0, say).
        case "", "SCARD_E_INSUFFICIENT_BUFFER" ->
            new LinkException(LinkException.Why.FAILED, failed);
        case "SCARD_E_SHARING_VIOLATION" -> new LinkException(LinkException.Why.BUSY, failed);
        case "SCARD_W_RESET_CARD" ->
            new LinkException(
                removalShows() ? LinkException.Why.REMOVED : LinkException.Why.RESET, failed);
        default ->
            new LinkException(
                removalShows() ? LinkException.Why.REMOVED : LinkException.Why.FAILED, failed);
      };
    }

    /** Waits until the card leaves, or until that would have shown. */
    private boolean removalShows() throws LinkException {
      try {
        return !intact() || terminal().waitForCardAbsent(REMOVAL_SHOWS_MILLIS) || !intact();
      } catch (CardException failed) {
        throw gone(failed);
      }
    }

    @Override
    public boolean intact() throws LinkException {
      CardPresence now = look();
      return now.card() && now.changes() == changes;
    }

    @Override
    public void close() {
      try {
        card.endExclusive();
      } catch (CardException | IllegalStateException already) {
        // Removed, reset, or the service went: there is no transaction to end.
      }
      service.disconnect(card, stillIntact());
    }

    private boolean stillIntact() {
      try {
        return intact();
      } catch (LinkException gone) {
        return false;
      }
    }
  }
}
