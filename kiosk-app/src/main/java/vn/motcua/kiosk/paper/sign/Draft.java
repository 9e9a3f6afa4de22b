package vn.motcua.kiosk.paper.sign;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A verdict in the making: it only ever gets worse. */
final class Draft {
  private final String field;
  private SignatureOutcome outcome = SignatureOutcome.VALID;
  private String detail = "";
  private String signer = "";
  private String organisation = "";
  private String issuer = "";
  private Optional<Instant> time;
  private boolean proven;
  private String level = "";
  private String revocation = "not asked";
  private boolean whole;
  private long covered;
  private List<Change> changes = List.of();

  Draft(FoundSignature found, Optional<Instant> claimed) {
    this.field = found.field();
    this.time = claimed;
  }

  void covers(long bytes, boolean all) {
    covered = bytes;
    whole = all;
  }

  void signer(X509Certificate certificate) {
    signer = Names.subject(certificate);
    organisation = Names.organisation(certificate);
    issuer = Names.issuer(certificate);
  }

  void time(Optional<Instant> moment) {
    if (moment.isPresent()) {
      time = moment;
      proven = true;
    }
  }

  void level(String reached) {
    level = reached;
  }

  void revocation(String state) {
    revocation = state;
  }

  void changes(List<Change> found) {
    changes = found;
    if (found.stream().anyMatch(change -> !change.kind().isHarmless())) {
      worse(SignatureOutcome.CHANGED, "changed after signing");
    }
  }

  void worse(SignatureOutcome other, String why) {
    if (other.compareTo(outcome) > 0) {
      outcome = other;
      detail = why;
    }
  }

  SignatureVerdict broken(String why) {
    worse(SignatureOutcome.BROKEN, why);
    return done();
  }

  SignatureVerdict weak(String why) {
    worse(SignatureOutcome.WEAK, why);
    return done();
  }

  SignatureVerdict done() {
    return new SignatureVerdict(
        field,
        outcome,
        detail,
        signer,
        organisation,
        issuer,
        time,
        proven,
        level,
        revocation,
        whole,
        covered,
        changes);
  }
}
