package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.TrustReason.Kind;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** What is learnt from cards of the staff, and from which cards nothing is learnt. */
class EnrolmentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

  private final SimulatedCardProfile a = SimulatedCitizens.a();
  private final SimulatedCardProfile b = SimulatedCitizens.b();
  private final SimulatedCardProfile c = SimulatedCitizens.c();

  /** What a reader says of this card. */
  private static ChipRecord read(VirtualCard card, SimulatedCardProfile owner, TrustStore trust) {
    try (SimulatedReaders readers =
        new SimulatedReaders(new ChipReader(trust, Clock.systemUTC()), Reading.PATIENT)) {
      readers.insert(card);
      return Reading.card(
          Reading.read(readers, SimulatedReaders.NAME, AccessKeys.can(owner.can())));
    }
  }

  private static ChipRecord staff(TestSigner signer, SimulatedCardProfile owner) {
    return read(signer.card(owner), owner, TrustStore.empty());
  }

  private static Enrolment counted(Enrolment before, ChipRecord card) {
    Enrolment.Step step = before.add(card);
    assertThat(step).isInstanceOf(Enrolment.Step.Counted.class);
    return ((Enrolment.Step.Counted) step).next();
  }

  private static Enrolment of(List<ChipRecord> cards) {
    Enrolment enrolment = Enrolment.begin();
    for (ChipRecord card : cards) {
      enrolment = counted(enrolment, card);
    }
    return enrolment;
  }

  private Enrolment three(TestSigner one, TestSigner two, TestSigner three) {
    return of(List.of(staff(one, a), staff(two, b), staff(three, c)));
  }

  private static EnrolledAnchors finish(Enrolment enrolment) throws FaultException {
    return enrolment.finish("Kỹ thuật viên", "Cán bộ", DAY);
  }

  private static void assertFew(Enrolment enrolment, int cards, int signers) {
    assertThat(enrolment.progress().enough()).isFalse();
    assertThatThrownBy(() -> finish(enrolment))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault()).isEqualTo(new TrustFault.Few(cards, signers)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"brainpoolP512r1", "brainpoolP256r1", "P-384", "P-256"})
  void learnsTheKeyThatTwoSignersConfirm(String curve) throws Exception {
    TestState state = TestState.ecdsa(curve, "SHA512");
    TestSigner first = state.signer();
    Enrolment enrolment = three(first, state.signer(), first);
    assertThat(enrolment.progress())
        .isEqualTo(new Enrolment.Progress(3, 2, 0, 0, Enrolment.Basis.KEY, curve));
    EnrolledAnchors learnt = finish(enrolment);
    assertThat(learnt.anchors())
        .singleElement()
        .satisfies(anchor -> {
          assertThat(anchor.kind()).isEqualTo(EnrolledAnchor.Kind.KEY);
          assertThat(anchor.state()).isEqualTo("VNM");
          assertThat(anchor.issuerName()).contains("Test CSCA");
          assertThat(anchor.cards()).hasSize(3).doesNotHaveDuplicates();
          assertThat(anchor.toString()).doesNotContain(a.number(), b.number(), c.number());
        });
    // A signer that nobody saw before is vouched for too.
    ChipRecord citizen = read(state.signer().card(b), b, TrustStore.empty().with(learnt));
    assertThat(citizen.trust())
        .isInstanceOfSatisfying(
            TrustVerdict.Verified.class,
            v ->
                assertThat(v.anchor())
                    .isEqualTo(new Anchor.Enrolled(learnt.anchors().getFirst().id(), DAY)));
    assertThat(citizen.trust().codes()).containsExactly("ANCHOR_ENROLLED");
  }

  @Test
  void learnsTheKeyOfAnIssuerWhoWritesItsCurveOut() throws Exception {
    TestState state = TestState.explicit("brainpoolP512r1");
    assertThat(finish(three(state.signer(), state.signer(), state.signer())).anchors())
        .singleElement()
        .matches(anchor -> anchor.kind() == EnrolledAnchor.Kind.KEY);
  }

  @Test
  void pinsTheSignersOfAnIssuerWhoseKeyCannotBeComputed() throws Exception {
    TestState state = TestState.rsa();
    TestSigner first = state.signer();
    TestSigner second = state.signer();
    Enrolment enrolment = three(first, second, first);
    assertThat(enrolment.progress().basis()).isEqualTo(Enrolment.Basis.SIGNERS);
    EnrolledAnchors learnt = finish(enrolment);
    assertThat(learnt.anchors())
        .hasSize(2)
        .allMatch(anchor -> anchor.kind() == EnrolledAnchor.Kind.SIGNER);
    TrustStore store = TrustStore.empty().with(learnt);
    assertThat(read(second.card(b), b, store).trust().trust()).isEqualTo(Trust.VERIFIED);
    assertThat(read(state.signer().card(b), b, store).trust())
        .satisfies(Reading.is(Trust.SIGNED_UNKNOWN_ISSUER, "ISSUER_UNKNOWN", "CHIP_PROVEN"));
  }

  @Test
  void pinsSignersThatNameNoKeyIfOneKeyCanHaveSignedThem() throws Exception {
    TestState state = TestState.ecdsa("brainpoolP256r1");
    TestSigner first = state.spec().noAuthority().make();
    TestSigner second = state.spec().noAuthority().make();
    assertThat(finish(three(first, second, second)).anchors())
        .hasSize(2)
        .allMatch(anchor -> anchor.kind() == EnrolledAnchor.Kind.SIGNER);
    TestSigner forged = TestState.ecdsa("brainpoolP256r1").spec().noAuthority().make();
    assertThat(of(List.of(staff(first, a), staff(second, b))).add(staff(forged, c)))
        .isEqualTo(new Enrolment.Step.Ended(new TrustFault.Disagrees(3)));
    assertThat(of(List.of(staff(forged, a))).add(staff(first, b)))
        .isEqualTo(new Enrolment.Step.Ended(new TrustFault.Disagrees(2)));
  }

  @Test
  void asksForThreeCardsAndTwoSigners() {
    TestState state = TestState.ecdsa("brainpoolP256r1");
    TestSigner one = state.signer();
    assertFew(Enrolment.begin(), 0, 0);
    assertFew(of(List.of(staff(one, a), staff(state.signer(), b))), 2, 2);
    assertFew(three(one, one, one), 3, 1);
  }

  @Test
  void countsAPersonOnce() {
    TestState state = TestState.ecdsa("brainpoolP256r1");
    Enrolment one = of(List.of(staff(state.signer(), a)));
    // A new card of the same person does not help either.
    assertThat(one.add(staff(state.signer(), a)))
        .isEqualTo(new Enrolment.Step.Passed(new TrustFault.Repeated(2)));
    assertFew(one, 1, 1);
  }

  @Test
  void passesOverAChipThatProvesNothing() {
    TestSigner signer = TestState.ecdsa("brainpoolP256r1").signer();
    ChipRecord copy = read(signer.cardWithoutProof(a), a, TrustStore.empty());
    assertThat(Enrolment.begin().add(copy))
        .isEqualTo(new Enrolment.Step.Passed(new TrustFault.Copy(1)));
  }

  @Test
  void passesOverACardOfAnOfficialIssuer() throws Exception {
    TestState state = TestState.ecdsa("brainpoolP256r1");
    TrustStore official = TrustStore.of(List.of(state.csca()));
    assertThat(Enrolment.begin().add(read(state.signer().card(a), a, official)))
        .isEqualTo(new Enrolment.Step.Passed(new TrustFault.Known(1)));
  }

  /** An official anchor that speaks against the signer is no missing anchor. */
  @Test
  void passesOverACardWhoseIssuerIsKnownAndDoesNotVouch() throws Exception {
    TestState state = TestState.ecdsa("brainpoolP256r1");
    TrustStore official = TrustStore.of(List.of(state.csca()));
    TestSigner expired = state.spec().valid(state.from, state.from.plusSeconds(60)).make();
    ChipRecord card = read(expired.card(a), a, official);
    assertThat(card.trust().has(Kind.SIGNER_EXPIRED)).isTrue();
    assertThat(Enrolment.begin().add(card))
        .isEqualTo(new Enrolment.Step.Passed(new TrustFault.Unfit(1)));
  }

  @Test
  void passesOverACardThatContradictsItselfOrHasNoSigner() {
    TestSigner signer = TestState.ecdsa("brainpoolP256r1").signer();
    ChipRecord good = staff(signer, a);
    ChipRecord torn =
        record(
            good,
            new TrustVerdict.SignedUnknownIssuer(
                List.of(
                    TrustReason.of(Kind.NUMBER_MISMATCH),
                    TrustReason.of(Kind.NO_ANCHOR),
                    TrustReason.of(Kind.CHIP_PROVEN))),
            good.signer());
    ChipRecord unsigned = record(good, good.trust(), Optional.empty());
    ChipRecord authority = record(good, good.trust(), Optional.of(TestState.ecdsa("P-256").csca()));
    for (ChipRecord card : List.of(torn, unsigned, authority)) {
      assertThat(Enrolment.begin().add(card))
          .isEqualTo(new Enrolment.Step.Passed(new TrustFault.Unfit(1)));
    }
  }

  private static ChipRecord record(ChipRecord like, TrustVerdict verdict, Optional<byte[]> signer) {
    return new ChipRecord(like.mrz(), like.national(), like.face(), verdict, signer, like.cost());
  }

  /** The forged card of one of the staff: same names, same key identifier, own keys. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void endsAtAForgedCardAmongThree(int forgedPlace) {
    TestState state = TestState.ecdsa("brainpoolP512r1", "SHA512");
    TestState impostor = TestState.ecdsa("brainpoolP512r1", "SHA512");
    TestSigner forged = impostor.spec().authority(state.keyIdentifier()).make();
    TestSigner one = state.signer();
    for (TestSigner other : List.of(one, state.signer())) {
      TestSigner[] signers = {one, other, other};
      signers[1] = other;
      signers[0] = one;
      signers[2] = one;
      signers[forgedPlace - 1] = forged;
      SimulatedCardProfile[] people = {a, b, c};
      Enrolment enrolment = Enrolment.begin();
      Enrolment.Step last = new Enrolment.Step.Counted(enrolment);
      for (int i = 0; i < 3 && last instanceof Enrolment.Step.Counted(Enrolment next); i++) {
        last = next.add(staff(signers[i], people[i]));
      }
      assertThat(last).isEqualTo(new Enrolment.Step.Ended(new TrustFault.Disagrees(forgedPlace)));
    }
  }

  /** An impostor who names his own key cannot confirm it by one signer. */
  @Test
  void endsAtAForgedCardThatNamesItsOwnKey() {
    TestState state = TestState.ecdsa("brainpoolP256r1");
    TestSigner forged = TestState.ecdsa("brainpoolP256r1").signer();
    TestSigner one = state.signer();
    Enrolment doubted = three(one, state.signer(), forged);
    assertThat(doubted.progress().enough()).isFalse();
    assertThatThrownBy(() -> finish(doubted))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault()).isEqualTo(new TrustFault.Disagrees(3)));
    // With one genuine signer only nobody can tell; then nothing is learnt.
    assertFew(three(one, one, forged), 3, 2);
  }

  @Test
  void endsAtACardOfAnotherIssuerOrKindOfSignature() {
    TestState rsa = TestState.rsa();
    Enrolment one = of(List.of(staff(rsa.signer(), a)));
    for (TestSigner other :
        List.of(
            rsa.named("C=VN,CN=Another").signer(),
            TestState.rsaPss().spec().authority(rsa.keyIdentifier()).make(),
            rsa.spec().authority(new byte[] {1}).make(),
            rsa.spec().noAuthority().make())) {
      assertThat(one.add(staff(other, b)))
          .isEqualTo(new Enrolment.Step.Ended(new TrustFault.Disagrees(2)));
    }
  }

  /** Two keys of one issuer are learnt if each is confirmed by two signers. */
  @Test
  void learnsBothKeysOfAnIssuerWhoChangedThem() throws Exception {
    TestState older = TestState.ecdsa("brainpoolP256r1");
    TestState newer = TestState.ecdsa("brainpoolP384r1", "SHA384");
    List<SimulatedCardProfile> people = List.of(a, b, c, withNumber(a, "051191407264"));
    List<TestSigner> signers =
        List.of(older.signer(), newer.signer(), older.signer(), newer.signer());
    Enrolment enrolment = Enrolment.begin();
    for (int i = 0; i < 4; i++) {
      assertThat(enrolment.progress().enough()).isFalse();
      enrolment = counted(enrolment, staff(signers.get(i), people.get(i)));
    }
    assertThat(finish(enrolment).anchors())
        .hasSize(2)
        .allMatch(anchor -> anchor.kind() == EnrolledAnchor.Kind.KEY);
  }

  private static SimulatedCardProfile withNumber(SimulatedCardProfile like, String number) {
    return new SimulatedCardProfile(
        number,
        like.name(),
        like.birth(),
        like.sex(),
        like.ethnicity(),
        like.religion(),
        like.origin(),
        like.residence(),
        like.marks(),
        like.issued(),
        like.expiry(),
        like.father(),
        like.mother(),
        like.spouse(),
        like.oldNumber());
  }
}
