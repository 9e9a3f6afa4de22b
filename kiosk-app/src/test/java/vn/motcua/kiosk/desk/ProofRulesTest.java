package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.scanner.FaultException;

class ProofRulesTest {
  @Test
  void everyProofHasARuleAndOnlyTwoOpenByThemselvesWhatIsOnesOwn() {
    for (Proof proof : Proof.values()) {
      ProofRules.Opens opens = ProofRules.USUAL.opens(proof);
      boolean own = proof == Proof.CHIP_VERIFIED || proof == Proof.OFFICER;
      assertThat(opens == ProofRules.Opens.OWN).as(proof.name()).isEqualTo(own);
    }
    assertThat(ProofRules.USUAL.opens(Proof.CHIP_FORGED)).isEqualTo(ProofRules.Opens.COUNTER);
  }

  /** Every pair of a proof and a wish: what opens more is refused, everything else holds. */
  @Test
  void rulesCanOnlyBeMadeStricter() throws FaultException {
    for (Proof proof : Proof.values()) {
      for (ProofRules.Opens wish : ProofRules.Opens.values()) {
        if (wish.ordinal() < ProofRules.USUAL.opens(proof).ordinal()) {
          FaultException refused =
              catchThrowableOfType(
                  FaultException.class, () -> ProofRules.USUAL.stricter(Map.of(proof, wish)));
          assertThat(refused.fault()).isEqualTo(new DeskFault.ProofLooser());
        } else {
          ProofRules stricter = ProofRules.USUAL.stricter(Map.of(proof, wish));
          assertThat(stricter.opens(proof)).isEqualTo(wish);
          assertThat(ProofRules.USUAL.opens(proof)).isNotNull();
        }
      }
    }
  }

  @Test
  void whatWasMadeStricterCannotBeLoosenedAgain() throws FaultException {
    ProofRules strict = ProofRules.USUAL.stricter(Map.of(Proof.RECEIPT, ProofRules.Opens.COUNTER));
    assertThat(
            catchThrowableOfType(
                FaultException.class,
                () -> strict.stricter(Map.of(Proof.RECEIPT, ProofRules.Opens.ONE))))
        .isNotNull();
  }
}
