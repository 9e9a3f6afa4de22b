package vn.motcua.kiosk.paper.sign;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether a certificate was taken back. */
sealed interface Revocation {
  /** Its authority says that it is good. */
  record Good(RevocationEvidence evidence) implements Revocation {}

  /**
   * Its authority took it back.
   *
   * @param since from when on
   */
  record Revoked(Instant since, RevocationEvidence evidence) implements Revocation {}

  /**
   * It could not be found out.
   *
   * @param offered whether the certificate names a place to ask at all
   * @param why for the log and the technician
   */
  record Unknown(boolean offered, String why) implements Revocation {}

  /** The answer for a whole chain: the worst of its parts. */
  record OfChain(Revocation state, List<RevocationEvidence> evidence) {
    public OfChain {
      evidence = List.copyOf(evidence);
    }
  }

  /** Asks about every certificate below the anchor. */
  static OfChain of(Chain chain, RevocationSources sources, Instant when) {
    List<RevocationEvidence> evidence = new ArrayList<>();
    List<Revocation> states = new ArrayList<>();
    for (int i = 0; i < chain.below(); i++) {
      X509Certificate issuer = chain.issuer(i);
      states.add(sources.ask(chain.certificates().get(i), issuer, when));
    }
    for (Revocation state : states) {
      switch (state) {
        case Good good -> evidence.add(good.evidence());
        case Revoked revoked -> evidence.add(revoked.evidence());
        case Unknown _ -> {}
      }
    }
    return new OfChain(worst(states), evidence);
  }

  private static Revocation worst(Collection<Revocation> states) {
    Revocation worst = new Unknown(false, "the signer is itself an installed authority");
    boolean first = true;
    for (Revocation state : states) {
      if (first || rank(state) > rank(worst)) {
        worst = state;
      }
      first = false;
    }
    return worst;
  }

  private static int rank(Revocation state) {
    return switch (state) {
      case Good _ -> 0;
      case Unknown unknown -> unknown.offered() ? 2 : 1;
      case Revoked _ -> 3;
    };
  }
}
