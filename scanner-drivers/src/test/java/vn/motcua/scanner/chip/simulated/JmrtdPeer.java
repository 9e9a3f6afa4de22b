package vn.motcua.scanner.chip.simulated;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.lds.CardAccessFile;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.lds.SecurityInfo;
import org.jmrtd.protocol.PACEResult;
import vn.motcua.scanner.chip.AccessKeys;

/** A reader by others: plain JMRTD, straight on a card of ours. */
final class JmrtdPeer {
  private static final DateTimeFormatter SIX = DateTimeFormatter.ofPattern("uuMMdd");

  /** The card as JMRTD sees it. */
  private static final class Wire extends CardService {
    private static final long serialVersionUID = 1L;
    private final transient VirtualCard card;

    Wire(VirtualCard card) {
      this.card = card;
    }

    @Override
    public void open() {
      card.reset();
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) {
      return new ResponseAPDU(card.process(command.getBytes()));
    }

    @Override
    public byte[] getATR() {
      return card.atr();
    }

    @Override
    public void close() {
      card.reset();
    }

    @Override
    public boolean isConnectionLost(Exception e) {
      return false;
    }
  }

  final PassportService service;

  JmrtdPeer(VirtualCard card) throws CardServiceException {
    this(card, PassportService.DEFAULT_MAX_BLOCKSIZE, false);
  }

  JmrtdPeer(VirtualCard card, int block, boolean shortFileIds) throws CardServiceException {
    service = new PassportService(new Wire(card), block, block, shortFileIds, true);
    service.open();
  }

  static BACKey bacKey(AccessKeys.MrzKey key) {
    return new BACKey(key.documentNumber(), SIX.format(key.birth()), SIX.format(key.expiry()));
  }

  PACEResult pace(PACEKeySpec key, PaceOffer offer) throws CardServiceException {
    return service.doPACE(
        key,
        offer.protocol(),
        PACEInfo.toParameterSpec(offer.parameterId()),
        BigInteger.valueOf(offer.parameterId()));
  }

  /** Opens by the CAN and enters the application. */
  PACEResult open(String can, PaceOffer offer) throws CardServiceException {
    PACEResult result = pace(PACEKeySpec.createCANKey(can), offer);
    service.sendSelectApplet(true);
    return result;
  }

  void openByBac(AccessKeys.MrzKey key) throws CardServiceException {
    service.sendSelectApplet(false);
    service.doBAC(bacKey(key));
  }

  byte[] read(int file) throws CardServiceException {
    try (var in = service.getInputStream((short) file, service.getMaxReadBinaryLength())) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Collection<SecurityInfo> cardAccess() throws CardServiceException, IOException {
    return new CardAccessFile(new ByteArrayInputStream(read(0x011C))).getSecurityInfos();
  }
}
