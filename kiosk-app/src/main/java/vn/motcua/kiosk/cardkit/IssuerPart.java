package vn.motcua.kiosk.cardkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import vn.motcua.scanner.chip.simulated.IssuerBuilder;
import vn.motcua.scanner.chip.simulated.SignatureScheme;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.SodForm;

/**
 * {@code issuer}: who signs the card, and how.
 *
 * @param builder makes the issuer, unless one is kept in a folder already
 * @param signer which document signer signs this card, from 0
 * @param form of EF.SOD
 */
record IssuerPart(IssuerBuilder builder, int signer, SodForm form) {
  static IssuerPart usual() {
    return new IssuerPart(SimulatedIssuer.builder(), 0, SodForm.USUAL);
  }

  static IssuerPart read(StrictJson issuer) throws WrongProfile {
    IssuerBuilder builder = SimulatedIssuer.builder();
    issuer.as("name", IssuerPart::name, "must be a name like C=VN,CN=X").ifPresent(builder::name);
    scheme(issuer, "state").ifPresent(builder::state);
    scheme(issuer, "signer").ifPresent(builder::signer);
    int signers = issuer.number("signers", 1, 20).orElse(1);
    builder.signers(signers);
    int signBy = issuer.number("signBy", 1, 20).orElse(1);
    validity(issuer, "valid").ifPresent(v -> builder.signerValid(v.from, v.to));
    validity(issuer, "stateValid").ifPresent(v -> builder.stateValid(v.from, v.to));
    if (!issuer.flag("keyIdentifiers", true)) {
      builder.withoutKeyIdentifiers();
    }
    return new IssuerPart(builder, signBy - 1, form(issuer));
  }

  private static String name(String text) {
    return new javax.security.auth.x500.X500Principal(text).getName();
  }

  private static Optional<SignatureScheme> scheme(StrictJson issuer, String key)
      throws WrongProfile {
    return issuer.as(
        key,
        SignatureScheme::parse,
        "must be like ECDSA brainpoolP256r1 SHA-256, ECDSA-EXPLICIT …, RSA 2048 SHA-256 or"
            + " RSA-PSS …");
  }

  private record Validity(Instant from, Instant to) {}

  private static Optional<Validity> validity(StrictJson issuer, String key) throws WrongProfile {
    Optional<LocalDate> from = issuer.date(key + "From");
    Optional<LocalDate> to = issuer.date(key + "To");
    if (from.isPresent() != to.isPresent()) {
      throw issuer.wrong(key + (from.isPresent() ? "To" : "From"), "is missing");
    }
    if (from.isEmpty()) {
      return Optional.empty();
    }
    if (to.get().isBefore(from.get())) {
      throw issuer.wrong(key + "To", "is before " + key + "From");
    }
    return Optional.of(
        new Validity(
            from.get().atStartOfDay(ZoneOffset.UTC).toInstant(),
            to.get().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1)));
  }

  private static SodForm form(StrictJson issuer) throws WrongProfile {
    SodForm form =
        issuer
            .as("digest", SodForm.USUAL::withDigest, "must be one of " + SignatureScheme.DIGESTS)
            .orElse(SodForm.USUAL);
    String time = issuer.text("signingTime").orElse("now");
    if (time.equals("none")) {
      form = form.withoutTime();
    } else if (!time.equals("now")) {
      LocalDate day = issuer.date("signingTime").orElseThrow();
      form = form.signedAt(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    if (issuer.flag("ldsVersion1", false)) {
      form = form.withVersion();
    }
    if (!issuer.flag("certificateInSod", true)) {
      form = form.withoutCertificate();
    }
    return issuer.flag("signerByKeyIdentifier", false) ? form.namedByKey() : form;
  }
}
