package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.fuzz.FuzzContract;

/** Any bytes as EF.SOD of an invented citizen, up to the verdict on the card. */
class SodFuzzTest extends FuzzContract {
  private static final Mrz ZONE =
      new Mrz(
          "ID", "VNM", "", "", "", "", Optional.empty(), Sex.UNSPECIFIED, Optional.empty(), "VNM");

  /** The issuers of the saved inputs {@code genuine-…}; nobody has their private keys any more. */
  private static final Path ANCHORS = Path.of("src", "test", "fuzz", "anchors");

  private static final Set<String> DIGESTS =
      Set.of("SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512");

  private final Map<Integer, byte[]> groups =
      Map.of(1, SimulatedCitizens.a().dg1(), 13, SimulatedCitizens.a().dg13());
  private final Map<Integer, byte[]> others =
      Map.of(1, SimulatedCitizens.b().dg1(), 13, SimulatedCitizens.b().dg13());
  private final PassiveAuthentication strangers = judge(TrustStore.empty());
  private final PassiveAuthentication ours;

  SodFuzzTest() throws IOException {
    List<byte[]> anchors = new ArrayList<>();
    for (Path file : files(ANCHORS)) {
      anchors.add(Files.readAllBytes(file));
    }
    ours = judge(TrustStore.of(anchors));
  }

  @Test
  void trustsWhatOurIssuersSigned() throws IOException {
    // Else all that feed() says of trust would hold of a reader that trusts nothing.
    List<Path> genuine =
        files(saved()).stream()
            .filter(f -> f.getFileName().toString().startsWith("genuine"))
            .toList();
    assertThat(genuine).hasSize(4);
    for (Path file : genuine) {
      SecurityObject sod = SecurityObject.parse(Files.readAllBytes(file));
      assertThat(ours.judge(caseOf(sod, groups)))
          .as(file.toString())
          .isInstanceOf(TrustVerdict.IssuerVerified.class);
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> listing = Files.list(directory)) {
      return listing.sorted().toList();
    }
  }

  @Override
  protected List<String> guides() {
    return List.of(
        "vn.motcua.scanner.chip.SecurityObject*",
        "vn.motcua.scanner.chip.Tlv*",
        "vn.motcua.scanner.chip.PassiveAuthentication*",
        "org.bouncycastle.asn1.*",
        "org.bouncycastle.asn1.cms.*",
        "org.bouncycastle.asn1.icao.*",
        "org.bouncycastle.asn1.x509.*",
        "org.bouncycastle.cms.*",
        "org.bouncycastle.cert.*");
  }

  @Override
  protected void feed(byte[] input) {
    SecurityObject sod = SecurityObject.parse(input);
    if (sod instanceof SecurityObject.Signed signed) {
      promise(DIGESTS.contains(signed.digest()), "a hash function that is not known");
      signed
          .hashes()
          .forEach((group, hash) -> {
            promise(group >= 1 && group <= 16, "a data group that no chip has");
            promise(hash.length > 0 && hash.length <= input.length, "a hash out of nowhere");
          });
      promise(signed.certificate().equals(signed.certificate()), "two signers");
      promise(signed.signed().equals(signed.signed()), "two times");
    }
    TrustVerdict byStrangers = strangers.judge(caseOf(sod, groups));
    promise(!trusted(byStrangers), "trusted without an anchor");
    TrustVerdict verdict = ours.judge(caseOf(sod, groups));
    promise(!trusted(ours.judge(caseOf(sod, others))), "another citizen's data are trusted");
    switch (sod) {
      case SecurityObject.Unusable unusable ->
          promise(verdict instanceof TrustVerdict.NotVerifiable, "a verdict without a signature");
      case SecurityObject.Signed signed -> {
        if (!covers(signed, groups)) {
          promise(verdict instanceof TrustVerdict.Forged, "hashes differ, yet it is not forged");
        }
        promise(!trusted(verdict) || signedByOurs(signed), "trusted what our issuer never signed");
      }
    }
  }

  private static boolean trusted(TrustVerdict verdict) {
    return verdict instanceof TrustVerdict.Verified
        || verdict instanceof TrustVerdict.IssuerVerified;
  }

  private static boolean covers(SecurityObject.Signed sod, Map<Integer, byte[]> groups) {
    try {
      boolean covers = true;
      for (Map.Entry<Integer, byte[]> group : groups.entrySet()) {
        byte[] hash = MessageDigest.getInstance(sod.digest()).digest(group.getValue());
        covers &= Arrays.equals(hash, sod.hashes().get(group.getKey()));
      }
      return covers;
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Our issuer hashes with SHA-256 and signs data groups 1 and 13, nothing else. */
  private static boolean signedByOurs(SecurityObject.Signed sod) {
    return sod.digest().equals("SHA-256") && sod.hashes().keySet().equals(Set.of(1, 13));
  }

  private static PassiveAuthentication judge(TrustStore trust) {
    return new PassiveAuthentication(
        trust, Clock.fixed(Instant.parse("2027-01-15T03:00:00Z"), ZoneOffset.UTC));
  }

  private static PassiveAuthentication.Case caseOf(
      SecurityObject sod, Map<Integer, byte[]> groups) {
    return new PassiveAuthentication.Case(
        sod, groups, ChipProof.NOT_OFFERED, Optional.empty(), ZONE, List.of());
  }

  @Override
  protected Map<String, byte[]> seeds() throws Exception {
    return SodSeeds.all(groups);
  }
}
