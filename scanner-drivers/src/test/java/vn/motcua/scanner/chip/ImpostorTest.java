package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.scanner.chip.TrustReason.Kind;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/**
 * Somebody makes a card with another person's number and data, signs it himself, and copies every
 * name that the genuine issuer uses: its distinguished name, the signer's, the key identifier. His
 * chip even proves its key. It must never be better than a card of an unknown issuer.
 */
class ImpostorTest {
  private final SimulatedCardProfile victim = SimulatedCitizens.b();

  private TrustVerdict read(VirtualCard card, TrustStore trust) {
    try (SimulatedReaders readers =
        new SimulatedReaders(new ChipReader(trust, Clock.systemUTC()), Reading.PATIENT)) {
      readers.insert(card);
      return Reading.card(
              Reading.read(readers, SimulatedReaders.NAME, AccessKeys.can(victim.can())))
          .trust();
    }
  }

  private static EnrolledAnchors learnt(
      EnrolledAnchor.Kind kind, byte[] content, TestSigner example) {
    return new EnrolledAnchors(
        List.of(
            EnrolledAnchor.of(
                kind,
                content,
                example.certificate(),
                new Enrolment.Protocol("VNM", LocalDate.of(2026, 1, 2), "T", "W", List.of()))));
  }

  private static TestState state(String kind) {
    return kind.equals("RSA") ? TestState.rsa() : TestState.ecdsa(kind, "SHA512");
  }

  @ParameterizedTest
  @CsvSource({"brainpoolP512r1, brainpoolP512r1", "P-256, P-256", "RSA, RSA", "RSA, P-256"})
  void isNeverBetterThanUnknown(String genuineKind, String impostorKind) throws Exception {
    TestState genuine = state(genuineKind);
    TestState impostor = state(impostorKind);
    TestSigner signer = genuine.signer();
    TestSigner forged = impostor.spec().authority(genuine.keyIdentifier()).make();
    assertThat(forged.certificate().getIssuer()).isEqualTo(signer.certificate().getIssuer());
    assertThat(KeyIdentifiers.authority(forged.certificate()))
        .isEqualTo(KeyIdentifiers.authority(signer.certificate()));

    TrustStore official = TrustStore.of(List.of(genuine.csca()));
    EnrolledAnchors key = learnt(EnrolledAnchor.Kind.KEY, genuine.info().getEncoded(), signer);
    EnrolledAnchors pinned = learnt(EnrolledAnchor.Kind.SIGNER, signer.der(), signer);
    Map<String, TrustStore> stores = new TreeMap<>();
    stores.put("official", official);
    stores.put("learnt key", TrustStore.empty().with(key));
    stores.put("pinned signer", TrustStore.empty().with(pinned));
    stores.put("all", official.with(key.learnt(pinned)));
    stores.forEach((name, store) -> {
      TrustVerdict real = read(signer.card(victim), store);
      assertThat(real.trust()).as(name).isEqualTo(Trust.VERIFIED);
      TrustVerdict verdict = read(forged.card(victim), store);
      assertThat(verdict)
          .as(name)
          .satisfies(Reading.is(Trust.SIGNED_UNKNOWN_ISSUER, "ISSUER_UNKNOWN", "CHIP_PROVEN"));
      assertThat(verdict.has(Kind.ANCHOR_ENROLLED)).isFalse();
    });
    assertThat(read(forged.card(victim), TrustStore.empty()).trust())
        .isEqualTo(Trust.SIGNED_UNKNOWN_ISSUER);
  }
}
