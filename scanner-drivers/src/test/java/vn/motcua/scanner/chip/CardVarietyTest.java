package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.scanner.chip.Reading.PATIENT;
import static vn.motcua.scanner.chip.Reading.card;
import static vn.motcua.scanner.chip.Reading.is;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.chip.simulated.ActiveKey;
import vn.motcua.scanner.chip.simulated.CardBuilder;
import vn.motcua.scanner.chip.simulated.ChipCipher;
import vn.motcua.scanner.chip.simulated.ChipKey;
import vn.motcua.scanner.chip.simulated.EndOfFile;
import vn.motcua.scanner.chip.simulated.PaceOffer;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** Cards of other makers: every variant that the standard allows is read and proven. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CardVarietyTest {
  private static final SimulatedIssuer ISSUER = SimulatedIssuer.shared();

  private final SimulatedCardProfile a = SimulatedCitizens.a();

  private ChipRecord read(VirtualCard card, AccessKeys keys) {
    return read(card, keys, ReadPurpose.INTAKE);
  }

  private ChipRecord read(VirtualCard card, AccessKeys keys, ReadPurpose purpose) {
    try {
      ChipReader chips = new ChipReader(TrustStore.of(List.of(ISSUER.anchor())), Clock.systemUTC());
      try (SimulatedReaders readers = new SimulatedReaders(chips, PATIENT)) {
        readers.insert(card);
        return card(
            readers.read(SimulatedReaders.NAME, keys, purpose, step -> {}, new Cancellation()));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private CardBuilder builder() {
    return a.builder(ISSUER);
  }

  private AccessKeys can() {
    return AccessKeys.can(a.can());
  }

  static List<PaceOffer> offers() {
    return PaceOffer.all();
  }

  @ParameterizedTest
  @MethodSource("offers")
  void opensByEveryVariantOfPace(PaceOffer offer) {
    ChipRecord card = read(builder().pace(offer).chipKeys(ChipKey.create()).build(), can());
    assertThat(card.cost().access()).isEqualTo("PACE-CAN");
    assertThat(card.national().orElseThrow().name()).contains(a.name());
    assertThat(card.trust()).satisfies(is(Trust.VERIFIED));
  }

  /** The mapping's own proof is not asked for: chip authentication follows as usual. */
  @Test
  void opensByTheChipAuthenticationMapping() {
    PaceOffer offer = new PaceOffer(PaceOffer.Mapping.ECDH_CAM, ChipCipher.AES_128, 13);
    ChipRecord card = read(builder().pace(offer).chipKeys(ChipKey.create()).build(), can());
    assertThat(card.cost().access()).isEqualTo("PACE-CAN");
    assertThat(card.trust()).satisfies(is(Trust.VERIFIED));
  }

  static Stream<ChipKey> chipKeys() {
    return Stream.of(
            Stream.of(ChipCipher.values()).map(c -> ChipKey.ec("brainpoolP256r1", c)),
            Stream.of("secp224r1", "secp256r1", "brainpoolP320r1", "secp521r1")
                .map(c -> ChipKey.ec(c, ChipCipher.AES_128)))
        .flatMap(keys -> keys);
  }

  @ParameterizedTest
  @MethodSource("chipKeys")
  void asksEveryKindOfChipKey(ChipKey key) {
    assertThat(read(builder().chipKeys(key).build(), can()).trust()).satisfies(is(Trust.VERIFIED));
  }

  static Stream<ActiveKey> activeKeys() {
    return Stream.of(
        ActiveKey.rsa(1024, "SHA-1"),
        ActiveKey.rsa(2048, "SHA-224"),
        ActiveKey.rsa(2048, "SHA-256"),
        ActiveKey.rsa(3072, "SHA-384"),
        ActiveKey.rsa(4096, "SHA-512"),
        ActiveKey.ecdsa("brainpoolP256r1", "SHA-256"),
        ActiveKey.ecdsa("secp384r1", "SHA-384"),
        ActiveKey.ecdsa("brainpoolP224r1", "SHA-224"),
        ActiveKey.ecdsa("brainpoolP512r1", "SHA-512").withExplicitCurve(),
        ActiveKey.ecdsa("secp256r1", "SHA-1").withDerSignatures());
  }

  @ParameterizedTest
  @MethodSource("activeKeys")
  void asksEveryKindOfSignatureKeyAndUnmasksCopies(ActiveKey key) {
    assertThat(read(builder().chipKeys().activeKey(key).build(), can()).trust())
        .satisfies(is(Trust.VERIFIED));
    assertThat(read(builder().chipKeys().activeKey(key.impostor()).build(), can()).trust())
        .satisfies(is(Trust.FORGED, "CHIP_PROOF_WRONG"));
  }

  @Test
  void asksForOneProofWhenTwoAreOffered() {
    CardBuilder both =
        builder().chipKeys(ChipKey.create()).activeKey(ActiveKey.rsa(2048, "SHA-256"));
    ChipRecord card = read(both.build(), can());
    assertThat(card.trust()).satisfies(is(Trust.VERIFIED));
    assertThat(card.cost().apdus()).isEqualTo(14);
  }

  static Stream<CardBuilder> manners() {
    SimulatedCardProfile a = SimulatedCitizens.a();
    return Stream.of(
        a.builder(ISSUER).noShortFileIds(0x6A82),
        a.builder(ISSUER).noShortFileIds(0x6A86),
        a.builder(ISSUER).noShortFileIds(0x6B00),
        a.builder(ISSUER).noShortFileIds(0x6982),
        a.builder(ISSUER).shortApdusOnly(),
        a.builder(ISSUER).largestAnswer(100),
        a.builder(ISSUER).largestAnswer(32),
        a.builder(ISSUER).selectMasterFileWorks(),
        a.builder(ISSUER).fingerprints(),
        a.builder(ISSUER).noBac(),
        a.builder(ISSUER).noShortFileIds(0x6A82).shortApdusOnly().largestAnswer(200));
  }

  @ParameterizedTest
  @MethodSource("manners")
  void getsAlongWithEveryManner(CardBuilder builder) {
    ChipRecord card = read(builder.chipKeys(ChipKey.create()).build(), can());
    assertThat(card.national().orElseThrow().residence()).contains(a.residence());
    assertThat(card.trust()).satisfies(is(Trust.VERIFIED));
  }

  @ParameterizedTest
  @EnumSource(EndOfFile.class)
  void getsAlongWithEveryEndOfFile(EndOfFile manner) {
    ChipRecord card = read(builder().endOfFile(manner).chipKeys(ChipKey.create()).build(), can());
    assertThat(card.trust()).satisfies(is(Trust.VERIFIED));
  }

  @Test
  void readsACardThatStandsOpen() {
    ChipRecord card = read(builder().noPace().noBac().open().build(), can());
    assertThat(card.cost().access()).isEqualTo("PLAIN");
    assertThat(card.trust().codes()).contains("NO_ACCESS_CONTROL");
  }
}
