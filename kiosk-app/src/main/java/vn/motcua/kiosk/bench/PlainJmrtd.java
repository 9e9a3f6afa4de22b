package vn.motcua.kiosk.bench;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.List;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.lds.CardAccessFile;
import org.jmrtd.lds.PACEInfo;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.chip.CardConnection;
import vn.motcua.scanner.chip.CardSlot;
import vn.motcua.scanner.chip.LinkException;

/**
 * The peer of the chip benchmark: the JMRTD library as its own examples use it, with its default
 * block size. It opens the chip by PACE and reads files; it proves and verifies nothing.
 */
final class PlainJmrtd {
  private final CardSlot slot;
  private final String can;

  PlainJmrtd(CardSlot slot, String can) {
    this.slot = slot;
    this.can = can;
  }

  /** Opens the chip and reads these files whole, by their identifiers. */
  void read(List<Short> files) throws CardServiceException, IOException {
    Wire wire = new Wire();
    PassportService service =
        new PassportService(
            wire,
            PassportService.NORMAL_MAX_TRANCEIVE_LENGTH,
            PassportService.DEFAULT_MAX_BLOCKSIZE,
            false,
            true);
    try {
      service.open();
      CardAccessFile access =
          new CardAccessFile(service.getInputStream(PassportService.EF_CARD_ACCESS));
      PACEInfo offer =
          access.getSecurityInfos().stream()
              .filter(PACEInfo.class::isInstance)
              .map(PACEInfo.class::cast)
              .findFirst()
              .orElseThrow(() -> new IOException("the card offers no PACE"));
      BigInteger parameters = offer.getParameterId();
      service.doPACE(
          PACEKeySpec.createCANKey(can),
          offer.getObjectIdentifier(),
          PACEInfo.toParameterSpec(parameters),
          parameters);
      service.sendSelectApplet(true);
      for (short file : files) {
        try (InputStream in = service.getInputStream(file)) {
          in.readAllBytes();
        }
      }
    } finally {
      service.close();
    }
  }

  /** The slot as JMRTD wants a reader to be. */
  private final class Wire extends CardService {
    private @Nullable CardConnection connection;

    @Override
    public void open() throws CardServiceException {
      try {
        connection = slot.connect();
        state = SESSION_STARTED_STATE;
      } catch (LinkException none) {
        throw new CardServiceException("no card", none);
      }
    }

    @Override
    public boolean isOpen() {
      return connection != null;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardServiceException {
      CardConnection open = connection;
      if (open == null) {
        throw new CardServiceException("not open");
      }
      try {
        return new ResponseAPDU(open.transmit(command.getBytes()));
      } catch (LinkException broken) {
        throw new CardServiceException("the link broke", broken);
      }
    }

    @Override
    public byte[] getATR() {
      CardConnection open = connection;
      return open == null ? new byte[0] : open.atr();
    }

    @Override
    public boolean isConnectionLost(Exception e) {
      return false;
    }

    @Override
    public void close() {
      CardConnection open = connection;
      if (open != null) {
        open.close();
        connection = null;
      }
      state = SESSION_STOPPED_STATE;
    }
  }
}
