package vn.motcua.scanner.chip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.sf.scuba.smartcards.CardServiceException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jmrtd.lds.ChipAuthenticationInfo;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.SecurityInfo;
import org.jmrtd.lds.icao.DG14File;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chip authentication (ICAO 9303-11 §6.2): new session keys are agreed on with the static key of
 * DG14, so that only the chip that holds the private key can go on talking. Whether that key is the
 * issuer's is for {@link PassiveAuthentication} to say.
 */
final class ChipAuthentication {
  private static final Logger LOG = LoggerFactory.getLogger(ChipAuthentication.class);

  /** id-CA (ICAO 9303-11 §9.2.5). */
  private static final String PROTOCOL = "0.4.0.127.0.7.2.2.3.";

  /**
   * A key and how to agree with it.
   *
   * @param protocol null on old chips, which name none and mean triple DES
   */
  record Choice(ChipAuthenticationPublicKeyInfo key, @Nullable String protocol) {}

  private ChipAuthentication() {}

  /**
   * Asks the chip for the proof. If it takes part, everything goes on with the new keys, and only
   * the next answer shows whether it has them: {@link LinkException.Why#UNPROVEN} if it has not.
   * That saves an exchange.
   *
   * @param file DG14
   * @return {@code PROVEN} if the next answer can be read; {@code REFUSED} if the session is of no
   *     further use; {@code NOT_OFFERED} and {@code BROKEN} if it goes on as before
   */
  static ChipProof ask(byte[] file, Powered power) throws LinkException {
    Optional<Choice> choice;
    try {
      List<Choice> choices = choices(file);
      if (choices.isEmpty()) {
        return ChipProof.NOT_OFFERED;
      }
      choice =
          choices.stream()
              .max(Comparator.comparing(c -> Objects.requireNonNullElse(c.protocol, "")));
    } catch (IOException | MalformedException | RuntimeException unreadable) {
      LOG.info("DG14 holds no keys that can be used: {}", unreadable.getMessage());
      return ChipProof.BROKEN;
    }
    try {
      power.agree(choice.orElseThrow().key, choice.get().protocol);
    } catch (CardServiceException | RuntimeException refused) {
      power.link().throwIfBroken();
      LOG.info("the chip did not take part in chip authentication");
      return ChipProof.REFUSED;
    }
    return ChipProof.PROVEN;
  }

  /** Every key with a protocol that belongs to it; the object identifiers rise with strength. */
  static List<Choice> choices(byte[] file) throws IOException, MalformedException {
    Tlv.single(file, 0x6E);
    mustHaveVersions(file);
    List<SecurityInfo> infos =
        List.copyOf(new DG14File(new ByteArrayInputStream(file)).getSecurityInfos());
    List<ChipAuthenticationPublicKeyInfo> keys =
        infos.stream()
            .filter(ChipAuthenticationPublicKeyInfo.class::isInstance)
            .map(ChipAuthenticationPublicKeyInfo.class::cast)
            .toList();
    List<ChipAuthenticationInfo> protocols =
        infos.stream()
            .filter(ChipAuthenticationInfo.class::isInstance)
            .map(ChipAuthenticationInfo.class::cast)
            .toList();
    for (ChipAuthenticationPublicKeyInfo key : keys) {
      byte[] encoded = key.getSubjectPublicKey().getEncoded();
      if (!SignatureLimits.bearable(SubjectPublicKeyInfo.getInstance(encoded))) {
        throw new MalformedException("a key that would take too long");
      }
    }
    List<Choice> found = new ArrayList<>();
    for (ChipAuthenticationPublicKeyInfo key : keys) {
      if (protocols.isEmpty()) {
        found.add(new Choice(key, null));
      }
      protocols.stream()
          .filter(protocol -> Objects.equals(protocol.getKeyId(), key.getKeyId()))
          .forEach(protocol -> found.add(new Choice(key, protocol.getObjectIdentifier())));
    }
    if (found.isEmpty() && !(keys.isEmpty() && protocols.isEmpty())) {
      throw new MalformedException("no key of DG14 has a protocol, or no protocol a key");
    }
    return found;
  }

  /**
   * Each ChipAuthenticationInfo has the version that ICAO 9303-11 §9.2.5 gives it, or 2, which BSI
   * TR-03110-3 §A.1.1.2 knows. JMRTD passes over what it cannot read, and a key whose protocol was
   * passed over would look like that of an old card.
   */
  private static void mustHaveVersions(byte[] file) throws IOException, MalformedException {
    byte[] set = Tlv.single(file, 0x6E).value();
    for (ASN1Encodable one : ASN1Set.getInstance(ASN1Primitive.fromByteArray(set))) {
      ASN1Sequence info = ASN1Sequence.getInstance(one);
      String oid = ASN1ObjectIdentifier.getInstance(info.getObjectAt(0)).getId();
      if (oid.startsWith(PROTOCOL)) {
        int version =
            info.size() < 2 ? 0 : ASN1Integer.getInstance(info.getObjectAt(1)).intValueExact();
        if (version != 1 && version != 2) {
          throw new MalformedException("a chip authentication info of another version");
        }
      }
    }
  }
}
