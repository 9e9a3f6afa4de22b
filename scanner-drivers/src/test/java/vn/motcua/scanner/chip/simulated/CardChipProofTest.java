package vn.motcua.scanner.chip.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.lds.ChipAuthenticationInfo;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.icao.DG14File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Chip authentication of the simulated card with a terminal by others. */
class CardChipProofTest {
  private final SimulatedCardProfile b = SimulatedCitizens.b();
  private final SimulatedIssuer issuer = SimulatedIssuer.shared();

  private record Variant(ChipKey key, String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  private static List<Variant> variants() {
    List<Variant> all = new ArrayList<>();
    for (ChipCipher cipher : ChipCipher.values()) {
      for (String curve : Domain.CURVES.values()) {
        all.add(new Variant(ChipKey.ec(curve, cipher), curve + " " + cipher));
      }
      for (int id = 0; id <= 2; id++) {
        all.add(new Variant(ChipKey.dh(id, cipher), "DH " + id + " " + cipher));
      }
      all.add(
          new Variant(ChipKey.ec("secp256r1", cipher).withExplicitCurve(), "explicit " + cipher));
      all.add(new Variant(ChipKey.ec("secp256r1", cipher).withId(200), "with id " + cipher));
    }
    all.add(new Variant(ChipKey.ec("brainpoolP256r1", ChipCipher.AES_128).withoutInfo(), "old"));
    return all;
  }

  /** Proves the chip by key number {@code at} of DG14, as its first info about it says. */
  private static void prove(JmrtdPeer peer, int at) throws Exception {
    DG14File dg14 = new DG14File(new ByteArrayInputStream(peer.read(0x010E)));
    ChipAuthenticationPublicKeyInfo key =
        dg14.getSecurityInfos().stream()
            .filter(ChipAuthenticationPublicKeyInfo.class::isInstance)
            .map(ChipAuthenticationPublicKeyInfo.class::cast)
            .toList()
            .get(at);
    BigInteger id = key.getKeyId();
    String protocol =
        dg14.getSecurityInfos().stream()
            .filter(ChipAuthenticationInfo.class::isInstance)
            .map(ChipAuthenticationInfo.class::cast)
            .filter(info -> Objects.equals(info.getKeyId(), id))
            .map(ChipAuthenticationInfo::getObjectIdentifier)
            .findFirst()
            .orElse(null);
    peer.service.doEACCA(id, protocol, key.getObjectIdentifier(), key.getSubjectPublicKey());
  }

  @ParameterizedTest
  @MethodSource("variants")
  void provesItselfByEveryVariant(Variant variant) throws Exception {
    JmrtdPeer peer = new JmrtdPeer(b.builder(issuer).chipKeys(variant.key).build());
    peer.open(b.can(), PaceOffer.USUAL);
    prove(peer, 0);
    assertThat(peer.read(0x010D)).isEqualTo(b.dg13());
  }

  @Test
  void provesItselfAfterBasicAccessControlToo() throws Exception {
    JmrtdPeer peer = new JmrtdPeer(b.card());
    peer.openByBac(b.mrzKey());
    prove(peer, 0);
    assertThat(peer.read(0x0101)).isEqualTo(b.dg1());
  }

  @Test
  void provesEachOfItsKeys() throws Exception {
    ChipKey one = ChipKey.ec("secp256r1", ChipCipher.AES_256).withId(1);
    ChipKey two = ChipKey.ec("brainpoolP384r1", ChipCipher.AES_256).withId(2);
    for (int at = 0; at < 2; at++) {
      JmrtdPeer peer = new JmrtdPeer(b.builder(issuer).chipKeys(one, two).build());
      peer.open(b.can(), PaceOffer.USUAL);
      prove(peer, at);
      assertThat(peer.read(0x0101)).isEqualTo(b.dg1());
    }
  }

  @ParameterizedTest
  @EnumSource(ChipCipher.class)
  void aCopyStatesTheKeyButCannotGoOn(ChipCipher cipher) throws Exception {
    ChipKey key = ChipKey.ec("secp256r1", cipher);
    SimulatedCard genuine = b.builder(issuer).chipKeys(key).build();
    SimulatedCard copy = b.builder(issuer).chipKeys(key.impostor()).build();
    assertThat(copy.recipe().files().get(0x010E)).isEqualTo(genuine.recipe().files().get(0x010E));
    JmrtdPeer peer = new JmrtdPeer(copy);
    peer.open(b.can(), PaceOffer.USUAL);
    assertThatThrownBy(
            () -> {
              prove(peer, 0);
              peer.read(0x0101);
            })
        .isInstanceOf(CardServiceException.class);
  }
}
