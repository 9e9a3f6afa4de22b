package vn.motcua.scanner.chip;

import java.math.BigInteger;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.protocol.BACAPDUSender;
import org.jmrtd.protocol.BACProtocol;
import org.jmrtd.protocol.EACCAAPDUSender;
import org.jmrtd.protocol.EACCAProtocol;
import org.jmrtd.protocol.SecureMessagingWrapper;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.Cancellation;

/**
 * A powered card and the layers above it, until it is closed with a reset. The protocols that agree
 * on keys are JMRTD's; each, once through, protects everything that follows.
 */
final class Powered implements AutoCloseable {
  private final Link link;
  private final ChipFiles files;
  private final int answer;
  private @Nullable SecureMessagingWrapper keys;

  /** Takes over {@code connection}. */
  Powered(CardConnection connection, Manner manner, Link.Counter counter, Cancellation stop) {
    link = new Link(connection, counter, stop);
    files = new ChipFiles(link, manner);
    answer =
        manner.block() > PassportService.NORMAL_MAX_TRANCEIVE_LENGTH
            ? PassportService.EXTENDED_MAX_TRANCEIVE_LENGTH
            : PassportService.NORMAL_MAX_TRANCEIVE_LENGTH;
    link.open();
  }

  Link link() {
    return link;
  }

  ChipFiles files() {
    return files;
  }

  /** PACE (ICAO 9303-11 §4.4). */
  void pace(PACEKeySpec key, CardAccess.Offer offer) throws CardServiceException {
    secure(
        new Pace(link, offer.oid(), answer)
            .doPACE(
                key,
                offer.oid(),
                PACEInfo.toParameterSpec(offer.parameterId()),
                BigInteger.valueOf(offer.parameterId()))
            .getWrapper());
  }

  /** BAC (ICAO 9303-11 §4.3). */
  void bac(BACKey key) throws CardServiceException {
    secure(new BACProtocol(new BACAPDUSender(link), answer, true).doBAC(key).getWrapper());
  }

  /**
   * Chip authentication (ICAO 9303-11 §6.2).
   *
   * @param protocol null if the chip names none
   */
  void agree(ChipAuthenticationPublicKeyInfo key, @Nullable String protocol)
      throws CardServiceException {
    secure(
        new EACCAProtocol(new EACCAAPDUSender(link), keys, answer, true)
            .doCA(key.getKeyId(), protocol, key.getObjectIdentifier(), key.getSubjectPublicKey())
            .getWrapper());
  }

  private void secure(SecureMessagingWrapper next) {
    keys = next;
    files.secure(next);
  }

  @Override
  public void close() {
    link.close();
  }
}
