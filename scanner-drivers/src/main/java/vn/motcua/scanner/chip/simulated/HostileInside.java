package vn.motcua.scanner.chip.simulated;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** Changes what READ BINARY gives before it is protected; remembers it too. */
final class HostileInside implements SimulatedCard.Inside {
  private static final byte[] ENDLESS = {0x6D, (byte) 0x83, -1, -1, -1};

  private final Hostile how;
  private final BooleanSupplier active;
  private CardReply last = CardReply.of(Sw.OK);

  HostileInside(Hostile how, BooleanSupplier active) {
    this.how = how;
    this.active = active;
  }

  /** The genuine answer to the last command, unprotected. */
  CardReply last() {
    return last;
  }

  @Override
  public CardReply changed(Apdu command, CardReply genuine) {
    last = genuine;
    boolean far = command.ins() == 0xB1;
    if (!active.getAsBoolean() || (command.ins() != 0xB0 && !far)) {
      return genuine;
    }
    byte[] data = far ? CardTlv.value(genuine.data(), 0x53) : genuine.data();
    return switch (how) {
      case ONE_BYTE_READS -> data.length > 1 ? wrapped(far, Arrays.copyOf(data, 1)) : genuine;
      case EMPTY_READS -> CardReply.of(Sw.OK);
      case MORE_THAN_ASKED -> wrapped(far, Arrays.copyOf(data, data.length + 64));
      case ENDLESS_FILE -> endless(command, far);
      default -> genuine;
    };
  }

  private static CardReply wrapped(boolean far, byte[] data) {
    return CardReply.ok(far ? Der.tlv(0x53, data) : data);
  }

  private static CardReply endless(Apdu command, boolean far) {
    int offset =
        far
            ? new BigInteger(1, CardTlv.value(command.data(), 0x54)).intValue()
            : (command.p1() & 0x80) != 0 ? command.p2() : command.p1() << 8 | command.p2();
    // What fits into the answer is the terminal's business: it gets what it asked for.
    byte[] data = new byte[Math.max(Math.min(command.ne(), 4_096) - (far ? 4 : 0), 1)];
    for (int i = 0; i < data.length && offset >= 0 && offset + i < ENDLESS.length; i++) {
      data[i] = ENDLESS[offset + i];
    }
    return wrapped(far, data);
  }
}
