package vn.motcua.scanner.chip.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.lds.PACEInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PACE of the simulated card with a terminal by others. */
class CardPaceTest {
  private final SimulatedCardProfile a = SimulatedCitizens.a();
  private final SimulatedIssuer issuer = SimulatedIssuer.shared();

  private static List<PaceOffer> variants() {
    // The terminal's integrated mapping stops by itself; see IntegratedMappingTest.
    return PaceOffer.all().stream().filter(offer -> !offer.mapping().integrated()).toList();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void opensByEveryVariant(PaceOffer offer) throws Exception {
    JmrtdPeer peer = new JmrtdPeer(a.builder(issuer).pace(offer).build());
    peer.open(a.can(), offer);
    assertThat(peer.read(0x0101)).isEqualTo(a.dg1());
    assertThat(peer.read(0x010D)).isEqualTo(a.dg13());
  }

  @Test
  void opensByTheMachineReadableZoneToo() throws Exception {
    JmrtdPeer peer = new JmrtdPeer(a.card());
    peer.pace(PACEKeySpec.createMRZKey(JmrtdPeer.bacKey(a.mrzKey())), PaceOffer.USUAL);
    peer.service.sendSelectApplet(true);
    assertThat(peer.read(0x0101)).isEqualTo(a.dg1());
  }

  @Test
  void listsItsVariantsAndTakesEachOfThem() throws Exception {
    PaceOffer[] offers = {
      new PaceOffer(PaceOffer.Mapping.DH_GM, ChipCipher.TRIPLE_DES, 2),
      new PaceOffer(PaceOffer.Mapping.ECDH_GM, ChipCipher.AES_256, 18),
      new PaceOffer(PaceOffer.Mapping.ECDH_GM, ChipCipher.AES_256, 12),
      PaceOffer.USUAL
    };
    SimulatedCard card = a.builder(issuer).pace(offers).build();
    assertThat(
            new JmrtdPeer(card)
                .cardAccess().stream()
                    .filter(PACEInfo.class::isInstance)
                    .map(PACEInfo.class::cast)
                    .map(info -> info.getObjectIdentifier() + " " + info.getParameterId()))
        .containsExactlyInAnyOrder(
            "0.4.0.127.0.7.2.2.4.1.1 2",
            "0.4.0.127.0.7.2.2.4.2.4 18",
            "0.4.0.127.0.7.2.2.4.2.4 12",
            "0.4.0.127.0.7.2.2.4.2.2 13");
    for (PaceOffer offer : offers) {
      JmrtdPeer peer = new JmrtdPeer(card);
      peer.open(a.can(), offer);
      assertThat(peer.read(0x0101)).isEqualTo(a.dg1());
    }
  }

  @Test
  void refusesWhatItDoesNotOfferAndWrongPasswords() throws Exception {
    SimulatedCard card = a.card();
    assertThatThrownBy(() ->
            new JmrtdPeer(card)
                .open(a.can(), new PaceOffer(PaceOffer.Mapping.ECDH_GM, ChipCipher.AES_256, 13)))
        .isInstanceOf(CardServiceException.class);
    assertThatThrownBy(() -> new JmrtdPeer(card).open("000000", PaceOffer.USUAL))
        .isInstanceOf(CardServiceException.class)
        .hasMessageContaining("6300");
    new JmrtdPeer(card).open(a.can(), PaceOffer.USUAL);
  }

  @Test
  void isBlockedAfterTooManyWrongPasswordsEvenWithoutPower() throws Exception {
    SimulatedCard card = a.builder(issuer).tries(3).build();
    for (String status : List.of("63C2", "63C1")) {
      assertThatThrownBy(() -> new JmrtdPeer(card).open("000000", PaceOffer.USUAL))
          .hasMessageContaining(status);
    }
    new JmrtdPeer(card).open(a.can(), PaceOffer.USUAL);
    for (String status : List.of("63C2", "63C1", "6983")) {
      assertThatThrownBy(() -> new JmrtdPeer(card).open("000000", PaceOffer.USUAL))
          .hasMessageContaining(status);
    }
    assertThatThrownBy(() -> new JmrtdPeer(card).open(a.can(), PaceOffer.USUAL))
        .hasMessageContaining("6983");
  }

  @Test
  void theOrdersOfThePrimeFieldsAreRight() {
    for (int id = 0; id <= 2; id++) {
      DhDomain group = DhDomain.standard(id);
      assertThat(group.standard().modPow(group.order(), group.prime())).isEqualTo(BigInteger.ONE);
      assertThat(group.order().isProbablePrime(100)).isTrue();
      assertThat(group.prime().subtract(BigInteger.ONE).mod(group.order())).isZero();
    }
  }
}
