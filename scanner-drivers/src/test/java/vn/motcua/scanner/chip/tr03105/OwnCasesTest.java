package vn.motcua.scanner.chip.tr03105;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;

/** What the plan has no case for: when a signer signed, whose it is, and DG13. */
class OwnCasesTest extends Unit {
  private static final Instant NOW = Instant.now();

  static Stream<Case> cases() {
    return Stream.of(
        Case.of("MC_SIGNER_EXPIRED_BEFORE", signed(Optional.of(days(-5)), days(-100), days(-10))),
        Case.of("MC_SIGNER_EXPIRED_SINCE", signed(Optional.of(days(-50)), days(-100), days(-10))),
        // The card was made long before this signer's certificate, by its own DG13.
        Case.of("MC_SIGNER_EXPIRED_NO_TIME", signed(Optional.empty(), days(-100), days(-10))),
        Case.of("MC_SIGNED_IN_FUTURE", signed(Optional.of(days(9)), days(-100), days(100))),
        Case.of("MC_ISSUER_UNKNOWN", () -> issuer("C=VN,O=Mot Cua,CN=Nobody knows", false)),
        Case.of("MC_ISSUER_OTHER_STATE", () -> issuer("C=SE,O=Mot Cua,CN=Another state", true)),
        Case.of("MC_IMPOSTOR", () -> issuer(SimulatedIssuer.NAME, false)),
        Case.of("MC_NO_SOD", Base.card(b -> b.withoutFile(0x011D))),
        Case.of("MC_DG13_FEWER", national(fields -> fields.removeIf(f -> number(f) > 4))),
        Case.of("MC_DG13_REORDERED", national(Collections::reverse)),
        Case.of("MC_DG13_EMPTY", national(List::clear)),
        Case.of(
            "MC_DG13_CHANGED", Base.card(b -> b.file(0x010D, Bytes.flipped(Base.A.dg13(), 60)))),
        Case.of("MC_DG13_CUT", Base.card(b -> b.group(13, cut(Base.A.dg13())))));
  }

  private static Instant days(int n) {
    return NOW.plus(Duration.ofDays(n));
  }

  /** Signed at that time by a signer who was certified from one day to another. */
  private static Supplier<Inspection> signed(Optional<Instant> when, Instant from, Instant to) {
    UnaryOperator<Sod> change =
        sod ->
            sod.body(b -> b.with("validity", Certificates.validity(from, to)))
                .attributes(all -> {
                  when.ifPresent(time ->
                      all.put(
                          "signingTime",
                          Sod.attribute(CMSAttributes.signingTime, new Time(Date.from(time)))));
                  return all;
                });
    return SodCard.read(change);
  }

  /** A card of an issuer that has just been made; is he trusted? */
  private static Inspection issuer(String name, boolean trusted) {
    SimulatedIssuer other = SimulatedIssuer.builder().name(name).build();
    Inspection read = Inspection.of(Base.bac().issuer(other).build());
    return trusted ? read.trusting(Inspection.trusting(other.anchor())) : read;
  }

  /** What becomes of the fields of DG13. */
  private interface Change {
    void of(List<ASN1Encodable> fields);
  }

  private static Supplier<Inspection> national(Change change) {
    ASN1Sequence whole = ASN1Sequence.getInstance(Bytes.inside(Base.A.dg13()));
    List<ASN1Encodable> fields = new ArrayList<>();
    ASN1Set.getInstance(whole.getObjectAt(2)).forEach(fields::add);
    change.of(fields);
    // The order of a set that is not DER is its own.
    byte[] dg13 =
        Bytes.tlv(
            0x6D,
            Bytes.tlv(
                0x30,
                Bytes.der(whole.getObjectAt(0)),
                Bytes.der(whole.getObjectAt(1)),
                Bytes.tlv(
                    0x31, Bytes.join(fields.stream().map(Bytes::der).toArray(byte[][]::new)))));
    return Base.card(b -> b.group(13, dg13));
  }

  private static int number(ASN1Encodable field) {
    return ASN1Integer.getInstance(DERSequence.getInstance(field).getObjectAt(0)).intValueExact();
  }

  /** The header fits, the fields inside are cut off. */
  private static byte[] cut(byte[] dg13) {
    byte[] inside = Bytes.inside(dg13);
    return Bytes.tlv(0x6D, java.util.Arrays.copyOf(inside, inside.length - 40));
  }
}
