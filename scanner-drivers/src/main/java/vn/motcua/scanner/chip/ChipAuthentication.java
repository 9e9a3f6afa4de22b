package vn.motcua.scanner.chip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.PassportService;
import org.jmrtd.lds.ChipAuthenticationInfo;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.SecurityInfo;
import org.jmrtd.lds.icao.DG14File;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chip authentication (ICAO 9303-11 §6.2): new session keys are agreed on with the static key of
 * DG14, so that only the chip that holds the private key can go on talking. Whether that key is the
 * issuer's is for {@link PassiveAuthentication} to say.
 */
final class ChipAuthentication {
  private static final Logger LOG = LoggerFactory.getLogger(ChipAuthentication.class);

  private ChipAuthentication() {}

  /**
   * Asks the chip for the proof. If it gives one, {@code files} goes on with the new keys;
   * otherwise the session is of no further use.
   *
   * @param file DG14
   * @param id a file that can be selected to try the new keys
   */
  static ChipProof ask(byte[] file, int id, PassportService protocols, ChipFiles files, Link link)
      throws LinkException {
    DG14File group;
    Optional<ChipAuthenticationPublicKeyInfo> key;
    try {
      group = new DG14File(new ByteArrayInputStream(file));
      key = first(group, ChipAuthenticationPublicKeyInfo.class);
    } catch (IOException | RuntimeException unreadable) {
      return ChipProof.NOT_OFFERED;
    }
    if (key.isEmpty()) {
      return ChipProof.NOT_OFFERED;
    }
    BigInteger keyId = key.get().getKeyId();
    String protocol =
        group.getSecurityInfos().stream()
            .filter(ChipAuthenticationInfo.class::isInstance)
            .map(ChipAuthenticationInfo.class::cast)
            .filter(info -> Objects.equals(info.getKeyId(), keyId))
            .map(SecurityInfo::getObjectIdentifier)
            .findFirst()
            .orElse(null);
    try {
      protocols.doEACCA(
          keyId, protocol, key.get().getObjectIdentifier(), key.get().getSubjectPublicKey());
    } catch (CardServiceException | RuntimeException refused) {
      link.throwIfBroken();
      LOG.info("the chip did not take part in chip authentication");
      return ChipProof.REFUSED;
    }
    return files.goesOnWith(protocols.getWrapper(), id) ? ChipProof.PROVEN : ChipProof.WRONG;
  }

  private static <T extends SecurityInfo> Optional<T> first(DG14File group, Class<T> kind) {
    return group.getSecurityInfos().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
