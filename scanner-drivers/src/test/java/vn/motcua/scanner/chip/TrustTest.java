package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.scanner.chip.Reading.PATIENT;
import static vn.motcua.scanner.chip.Reading.card;
import static vn.motcua.scanner.chip.Reading.is;
import static vn.motcua.scanner.chip.Reading.read;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.scanner.chip.simulated.SimulatedCard;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** Which card earns which trust. */
class TrustTest {
  private static final int SOD = 0x011D;
  private static final int DG1 = 0x0101;
  private static final int DG13 = 0x010D;

  private final SimulatedCardProfile b = SimulatedCitizens.b();
  private final Instant now = Instant.now();
  private final SimulatedIssuer issuer = SimulatedIssuer.create();

  private static TrustStore trusting(SimulatedIssuer... issuers) {
    try {
      return TrustStore.of(Arrays.stream(issuers).map(SimulatedIssuer::anchor).toList());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private TrustVerdict judge(VirtualCard card, TrustStore trust) {
    try (SimulatedReaders readers =
        new SimulatedReaders(new ChipReader(trust, Clock.systemUTC()), PATIENT)) {
      readers.insert(card);
      return card(read(readers, SimulatedReaders.NAME, AccessKeys.can(b.can()))).trust();
    }
  }

  private SimulatedCard with(Map<Integer, byte[]> files, Optional<BigInteger> chipKey) {
    return new SimulatedCard(files, Optional.of(b.can()), Optional.empty(), chipKey);
  }

  private SimulatedCard with(Map<Integer, byte[]> files) {
    return with(files, Optional.empty());
  }

  @Test
  void verifiesAGenuineChipOfAnInstalledIssuer() {
    assertThat(judge(b.card(issuer), trusting(SimulatedIssuer.create(), issuer)))
        .satisfies(is(Trust.VERIFIED));
  }

  @ParameterizedTest
  @EnumSource(SimulatedIssuer.Kind.class)
  void verifiesEveryKindOfSignature(SimulatedIssuer.Kind kind) {
    SimulatedIssuer other =
        SimulatedIssuer.create(
            SimulatedIssuer.NAME, kind, now.minusSeconds(60), now.plus(Duration.ofDays(9)));
    assertThat(judge(with(b.files(other)), trusting(other)))
        .satisfies(is(Trust.ISSUER_VERIFIED, "NO_CHIP_PROOF"));
    Map<Integer, byte[]> flipped = b.files(other);
    flipped.get(DG13)[40] ^= 1;
    assertThat(judge(with(flipped), trusting(other)).trust()).isEqualTo(Trust.FORGED);
  }

  @Test
  void saysThatACopyMayBeACopy() {
    Map<Integer, byte[]> copied = b.genuineFiles(issuer);
    assertThat(judge(with(copied), trusting(issuer)))
        .satisfies(is(Trust.ISSUER_VERIFIED, "CHIP_PROOF_REFUSED"));
  }

  @Test
  void unmasksACopyThatPretendsToHaveTheKey() {
    Map<Integer, byte[]> copied = b.genuineFiles(issuer);
    assertThat(judge(with(copied, Optional.of(BigInteger.valueOf(4711))), trusting(issuer)))
        .satisfies(is(Trust.FORGED, "CHIP_PROOF_WRONG"));
  }

  @Test
  void doesNotTrustAnImpostorWhoUsesTheNameOfTheIssuer() {
    SimulatedIssuer impostor = SimulatedIssuer.create();
    assertThat(judge(b.card(impostor), trusting(issuer)))
        .satisfies(is(Trust.SIGNED_UNKNOWN_ISSUER, "ISSUER_UNKNOWN", "CHIP_PROVEN"));
    assertThat(judge(b.card(impostor), TrustStore.empty()))
        .satisfies(is(Trust.SIGNED_UNKNOWN_ISSUER, "NO_ANCHOR", "CHIP_PROVEN"));
  }

  @Test
  void findsEveryFlippedByteOfTheDataGroups() {
    byte[] dg13 = b.dg13();
    for (int at : new int[] {dg13.length / 4, dg13.length / 2, dg13.length - 3}) {
      Map<Integer, byte[]> files = b.files(issuer);
      files.get(DG13)[at] ^= 1;
      try (SimulatedReaders readers =
          new SimulatedReaders(new ChipReader(trusting(issuer), Clock.systemUTC()), PATIENT)) {
        readers.insert(with(files));
        switch (read(readers, SimulatedReaders.NAME, AccessKeys.can(b.can()))) {
          case ChipOutcome.Read(ChipRecord card) -> {
            assertThat(card.trust().trust()).isEqualTo(Trust.FORGED);
            assertThat(card.trust().codes()).contains("DG13_HASH");
          }
          case ChipOutcome.Stopped(ChipFault fault) ->
              assertThat(fault).isEqualTo(new ChipFault.Nonsense());
          case ChipOutcome.Cancelled() -> throw new AssertionError("nobody cancelled");
        }
      }
    }
    Map<Integer, byte[]> files = b.files(issuer);
    byte[] dg1 = files.get(DG1);
    dg1[dg1.length - 10] = dg1[dg1.length - 10] == 'X' ? (byte) 'Y' : (byte) 'X';
    assertThat(judge(with(files), trusting(issuer)))
        .matches(v -> v.trust() == Trust.FORGED && v.codes().getFirst().equals("DG1_HASH"));
  }

  @Test
  void findsAFlippedByteInTheSignature() {
    Map<Integer, byte[]> files = b.files(issuer);
    byte[] sod = files.get(SOD);
    sod[sod.length - 1] ^= 1;
    assertThat(judge(with(files), trusting(issuer))).satisfies(is(Trust.FORGED, "SIGNATURE_WRONG"));
  }

  @Test
  void findsEveryFlippedByteOfTheSignedHashes() throws Exception {
    byte[] genuine = b.files(issuer).get(SOD);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(b.dg1());
    int from = 0;
    while (!Arrays.equals(genuine, from, from + hash.length, hash, 0, hash.length)) {
      from++;
    }
    for (int at = from; at < from + 2 * hash.length; at++) {
      Map<Integer, byte[]> files = b.files(issuer);
      byte[] sod = genuine.clone();
      sod[at] ^= 0x11;
      files.put(SOD, sod);
      assertThat(judge(with(files), trusting(issuer)).trust())
          .as("byte " + at)
          .isIn(Trust.FORGED, Trust.NOT_VERIFIABLE);
    }
  }

  /** Whoever can compute the hashes anew still lacks the signature. */
  @Test
  void findsHashesThatWereMadeToFitForgedData() throws Exception {
    byte[] sod = b.files(issuer).get(SOD);
    byte[] forged = b.dg1();
    forged[forged.length - 10] = 'X';
    byte[] before = MessageDigest.getInstance("SHA-256").digest(b.dg1());
    byte[] after = MessageDigest.getInstance("SHA-256").digest(forged);
    int from = 0;
    while (!Arrays.equals(sod, from, from + before.length, before, 0, before.length)) {
      from++;
    }
    System.arraycopy(after, 0, sod, from, after.length);
    Map<Integer, byte[]> files = b.files(issuer);
    files.put(DG1, forged);
    files.put(SOD, sod);
    assertThat(judge(with(files), trusting(issuer))).satisfies(is(Trust.FORGED, "SIGNATURE_WRONG"));
  }

  @Test
  void doesNotLetASodOfAnotherCitizenCover() {
    Map<Integer, byte[]> files = b.files(issuer);
    files.put(SOD, SimulatedCitizens.a().files(issuer).get(SOD));
    assertThat(judge(with(files), trusting(issuer)))
        .satisfies(is(Trust.FORGED, "DG1_HASH", "DG13_HASH"));
  }

  @Test
  void findsADataGroupThatNobodySigned() {
    Map<Integer, byte[]> files = b.files(issuer);
    files.put(SOD, issuer.sign(Map.of(13, b.dg13(), 2, new byte[] {0x75, 0})));
    assertThat(judge(with(files), trusting(issuer)))
        .satisfies(is(Trust.FORGED, "DG1_NOT_SIGNED", "DG1_LISTED_NOT_SIGNED", "DG2_NOT_LISTED"));
  }

  @Test
  void saysWhenThereIsNothingToVerify() {
    Map<Integer, byte[]> none = b.files(issuer);
    none.remove(SOD);
    assertThat(judge(with(none), trusting(issuer))).satisfies(is(Trust.NOT_VERIFIABLE, "NO_SOD"));
    for (byte[] garbage :
        List.of(new byte[] {0x77, 0}, new byte[] {0x77, 3, 1, 2, 3}, new byte[] {0x30, 0, 1})) {
      Map<Integer, byte[]> files = b.files(issuer);
      files.put(SOD, garbage);
      assertThat(judge(with(files), trusting(issuer)))
          .satisfies(is(Trust.NOT_VERIFIABLE, "SOD_UNREADABLE"));
    }
  }

  @Test
  void doesNotTrustAnExpiredSigner() {
    SimulatedIssuer old =
        SimulatedIssuer.create(
            SimulatedIssuer.NAME,
            SimulatedIssuer.Kind.ECDSA,
            now.minus(Duration.ofDays(30)),
            now.minus(Duration.ofDays(1)));
    assertThat(judge(with(b.files(old)), trusting(old)))
        .satisfies(is(Trust.SIGNED_UNKNOWN_ISSUER, "SIGNER_EXPIRED"));
  }

  @Test
  void doesNotRateACardHighWhoseDataContradictThemselves() {
    Map<Integer, byte[]> files = new HashMap<>(b.files(issuer));
    byte[] other = SimulatedCitizens.c().dg13();
    files.put(DG13, other);
    files.put(SOD, issuer.sign(Map.of(1, b.dg1(), 13, other)));
    TrustVerdict verdict = judge(with(files), trusting(issuer));
    assertThat(verdict.trust()).isEqualTo(Trust.SIGNED_UNKNOWN_ISSUER);
    assertThat(verdict.codes()).startsWith("NUMBER_MISMATCH", "BIRTH_MISMATCH");
  }

  @Test
  void loadsAnchorsFromAFolderAndPassesOverWhatIsNone(@TempDir Path folder) throws Exception {
    Files.write(folder.resolve("a.cer"), issuer.anchor());
    Files.writeString(
        folder.resolve("b.pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(SimulatedIssuer.create().anchor())
            + "\n-----END CERTIFICATE-----\n");
    Files.write(folder.resolve("signer.cer"), issuer.signer());
    Files.write(folder.resolve("noise.der"), new byte[] {1, 2, 3});
    Files.writeString(folder.resolve("readme.txt"), "not looked at");
    TrustStore store = TrustStore.load(folder);
    assertThat(store.size()).isEqualTo(2);
    assertThat(judge(b.card(issuer), store).trust()).isEqualTo(Trust.VERIFIED);
    assertThat(TrustStore.load(folder.resolve("none")).size()).isZero();
    assertThatThrownBy(() -> TrustStore.of(List.of(issuer.signer())))
        .isInstanceOf(IOException.class);
  }
}
