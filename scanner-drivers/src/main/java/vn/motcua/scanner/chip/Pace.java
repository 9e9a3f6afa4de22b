package vn.motcua.scanner.chip;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Cipher;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.tlv.TLVUtil;
import org.jmrtd.CardServiceProtocolException;
import org.jmrtd.PassportService;
import org.jmrtd.protocol.PACEAPDUSender;
import org.jmrtd.protocol.PACEIMMappingResult;
import org.jmrtd.protocol.PACEProtocol;

/**
 * PACE (ICAO 9303-11 §4.4) as JMRTD runs it, but for the integrated mapping, which its release
 * 0.8.6 cannot do: it names the key's algorithm as no provider knows it, and sends AES-192 a nonce
 * as long as a block.
 */
final class Pace extends PACEProtocol {
  private static final int STEP = 2;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PACEAPDUSender sender;
  private final IntegratedMapping mapping;

  /**
   * @param oid the protocol that the chip offers
   * @param answer how many bytes an answer of the session may have
   */
  Pace(CardService link, String oid, int answer) {
    this(new PACEAPDUSender(link), oid, answer);
  }

  private Pace(PACEAPDUSender sender, String oid, int answer) {
    super(sender, null, PassportService.NORMAL_MAX_TRANCEIVE_LENGTH, answer, true);
    this.sender = sender;
    this.mapping = IntegratedMapping.of(oid);
  }

  @Override
  public PACEIMMappingResult doPACEStep2IM(
      String agreement, AlgorithmParameterSpec standard, byte[] chipNonce, Cipher unused)
      throws CardServiceProtocolException {
    byte[] nonce = new byte[mapping.keyLength()];
    RANDOM.nextBytes(nonce);
    try {
      sender.sendGeneralAuthenticate(
          null, TLVUtil.wrapDO(0x81, nonce), PassportService.EXTENDED_MAX_TRANCEIVE_LENGTH, false);
      AlgorithmParameterSpec mapped = mapping.map(standard, chipNonce, nonce);
      return new PACEIMMappingResult(standard, chipNonce, nonce, mapped);
    } catch (GeneralSecurityException | RuntimeException wrong) {
      throw new CardServiceProtocolException("the nonces cannot be mapped", STEP, wrong);
    } catch (CardServiceException refused) {
      throw new CardServiceProtocolException("the chip does not map", STEP, refused);
    }
  }
}
