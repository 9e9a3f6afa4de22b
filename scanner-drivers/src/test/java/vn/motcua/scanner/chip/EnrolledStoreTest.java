package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.FaultException;

/** What was learnt is kept whole, to its owner, and damage to it is noticed. */
class EnrolledStoreTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

  @TempDir Path folder;

  private final TestState state = TestState.ecdsa("P-256");
  private final EnrolledAnchor key = anchor(state, "Trần Thị Kỹ Thuật");

  private static EnrolledAnchor anchor(TestState of, String technician) {
    TestSigner signer = of.signer();
    byte[] salt = new byte[16];
    return EnrolledAnchor.of(
        EnrolledAnchor.Kind.KEY,
        new IssuerKey(of.info()).encoded(),
        signer.certificate(),
        new Enrolment.Protocol(
            "VNM", DAY, technician, "Cán bộ", List.of(CardHash.of(salt, "VNM", "051191407263"))));
  }

  private static EnrolledAnchor pin(TestSigner signer) {
    return EnrolledAnchor.of(
        EnrolledAnchor.Kind.SIGNER,
        signer.der(),
        signer.certificate(),
        new Enrolment.Protocol("VNM", DAY, "T", "W", List.of()));
  }

  private static void assertDamaged(Path file, byte[] content) throws Exception {
    Files.write(file, content);
    assertThatThrownBy(() -> EnrolledStore.read(file))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault()).isEqualTo(new TrustFault.StoreDamaged()));
    assertThat(Files.readAllBytes(file)).isEqualTo(content);
  }

  @Test
  void keepsWhatWasLearntForItsOwnerAlone() throws Exception {
    EnrolledStore store = new EnrolledStore(folder.resolve("trust"));
    assertThat(store.read()).isEqualTo(EnrolledAnchors.NONE);
    EnrolledAnchors all =
        new EnrolledAnchors(List.of(key, pin(state.signer())))
            .revoked(key.id(), new EnrolledAnchor.Revocation(DAY, "W", "mất thẻ"));
    store.write(all);
    assertThat(store.read()).isEqualTo(all);
    Path file = folder.resolve("trust").resolve(EnrolledStore.FILE);
    assertThat(Files.getPosixFilePermissions(file))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    assertThat(Files.readString(file)).doesNotContain("051191407263");
    try (Stream<Path> files = Files.list(folder.resolve("trust"))) {
      assertThat(files).hasSize(1);
    }
    assertThat(TrustStore.load(folder.resolve("trust")).report().lines()).isEmpty();
  }

  @Test
  void noticesEveryChangedByteAndEveryCut() throws Exception {
    Path file = folder.resolve("x");
    EnrolledStore.write(file, new EnrolledAnchors(List.of(key)));
    byte[] good = Files.readAllBytes(file);
    for (int at = 0; at < good.length; at += 7) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      assertDamaged(file, bad);
      assertDamaged(file, Arrays.copyOf(good, at));
    }
    assertDamaged(file, Arrays.copyOf(good, good.length + 1));
    // A file that somebody wrote with a right checksum, but nonsense above it.
    for (String body :
        List.of(
            "something else\n",
            "mot-cua enrolled anchors 1\nanchor 1\n",
            "mot-cua enrolled anchors 1\n\n")) {
      String sum = Csca.fingerprint(body.getBytes(StandardCharsets.UTF_8));
      assertDamaged(file, (body + "sha256 " + sum + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void leavesTheOldFileWhenTheNewOneCannotBeWritten() throws Exception {
    Path trust = folder.resolve("trust");
    new EnrolledStore(trust).write(new EnrolledAnchors(List.of(key)));
    Path blocked = Files.writeString(folder.resolve("file"), "no folder");
    assertThatThrownBy(() -> new EnrolledStore(blocked).write(EnrolledAnchors.NONE))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault()).isEqualTo(new TrustFault.StoreUnwritable()));
    assertThat(new EnrolledStore(trust).read().anchors()).containsExactly(key);
  }

  @Test
  void aNameThatWasTypedCannotBecomeALine() throws Exception {
    EnrolledAnchor sly = anchor(state, "T\nwitness Forged\r\u2028x");
    Path file = folder.resolve("x");
    EnrolledStore.write(file, new EnrolledAnchors(List.of(sly)));
    EnrolledAnchor read = EnrolledStore.read(file).anchors().getFirst();
    assertThat(read.witness()).isEqualTo("Cán bộ");
    assertThat(read.technician()).isEqualTo("T witness Forged x");
  }

  @Test
  void aFileNeverUndoesARevocation() {
    EnrolledAnchor.Revocation said = new EnrolledAnchor.Revocation(DAY, "W", "why");
    EnrolledAnchors here = new EnrolledAnchors(List.of(key.revoked(said)));
    EnrolledAnchors there = new EnrolledAnchors(List.of(key)).withoutCards();
    assertThat(here.imported(there).active()).isEmpty();
    assertThat(there.imported(here).active()).isEmpty();
    assertThat(EnrolledAnchors.NONE.imported(there).active())
        .singleElement()
        .matches(anchor -> anchor.cards().isEmpty());
    // Showing the cards again does.
    assertThat(here.learnt(new EnrolledAnchors(List.of(key))).active()).containsExactly(key);
    assertThat(here.find(key.id())).isPresent();
    assertThat(here.find("0")).isEmpty();
  }
}
