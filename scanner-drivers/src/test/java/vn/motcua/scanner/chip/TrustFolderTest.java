package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.chip.TrustReport.What;

/** What a store takes from its folder, and what it says of the rest. */
class TrustFolderTest {
  private static final Instant NOW = Instant.now();

  @TempDir Path folder;

  private final TestState vietnam = TestState.ecdsa("brainpoolP256r1");

  private static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  private List<TrustReport.Line> put(String name, byte[] content) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return TrustStore.load(folder).report().of(file);
  }

  private static List<byte[]> states(int count) {
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(TestState.ecdsa("P-256").named("C=VN,CN=State " + i).csca());
    }
    return all;
  }

  private boolean trusts(TestSigner signer) throws Exception {
    return TrustStore.load(folder).check(signer.certificate(), NOW, "VNM", NOW, "")
        instanceof IssuerCheck.Trusted;
  }

  @Test
  void takesCertificatesOfEveryKindOfKey() throws Exception {
    List<TestState> states =
        List.of(
            vietnam,
            TestState.ecdsa("P-521", "SHA512").named("C=VN,CN=1"),
            TestState.explicit("brainpoolP512r1").named("C=VN,CN=2"),
            TestState.rsa().named("C=VN,CN=3"),
            TestState.rsaPss().named("C=VN,CN=4"));
    for (int i = 0; i < states.size(); i++) {
      put("sub/" + i + (i % 2 == 0 ? ".cer" : ".unusual-ending"), states.get(i).csca());
    }
    assertThat(TrustStore.load(folder).size()).isEqualTo(states.size());
    for (TestState state : states) {
      assertThat(trusts(state.signer())).as(state.algorithm).isTrue();
    }
  }

  @Test
  void takesSeveralFromOnePemFileAndSaysWhichIsBad() throws Exception {
    byte[] signer = vietnam.signer().der();
    String text =
        "Bag Attributes\n"
            + pem("CERTIFICATE", vietnam.csca())
            + pem("CERTIFICATE", signer)
            + "-----BEGIN CERTIFICATE-----\n%%%\n-----END CERTIFICATE-----\n"
            + pem("X509 CRL", vietnam.crl(NOW, NOW.plusSeconds(60), BigInteger.TEN))
            + pem("EC PRIVATE KEY", new byte[] {1})
            + pem("CERTIFICATE", TestState.rsa().named("C=VN,CN=1").csca());
    List<TrustReport.Line> lines = put("all.pem", text.getBytes(StandardCharsets.US_ASCII));
    assertThat(lines).filteredOn(TrustReport.Line::used).hasSize(3);
    assertThat(lines)
        .filteredOn(line -> !line.used())
        .extracting(TrustReport.Line::part, TrustReport.Line::refused)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                2, "not the certificate of a certification authority"),
            org.assertj.core.groups.Tuple.tuple(3, "no Base64 between the PEM lines"),
            org.assertj.core.groups.Tuple.tuple(5, "a key, which does not belong here"));
    assertThat(TrustStore.load(folder).size()).isEqualTo(2);
  }

  @Test
  void takesALinkCertificate() throws Exception {
    TestState newer = TestState.ecdsa("P-384", "SHA384");
    put("link.cer", vietnam.link(newer));
    assertThat(trusts(newer.signer())).isTrue();
    assertThat(trusts(vietnam.signer())).isFalse();
  }

  @Test
  void takesAMasterListAndItsSignerIsNoAnchor() throws Exception {
    List<byte[]> all = states(5);
    all.add(vietnam.csca());
    all.add(vietnam.signer().der());
    TestState compiler = TestState.ecdsa("P-384", "SHA384").named("C=DE,CN=Compiler");
    assertThat(put("de.ml", compiler.masterList(all)))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.what()).isEqualTo(What.MASTER_LIST);
          assertThat(line.taken()).isEqualTo(6);
          assertThat(line.passedOver()).isEqualTo(1);
        });
    assertThat(trusts(vietnam.signer())).isTrue();
    assertThat(trusts(compiler.signer())).isFalse();
  }

  @Test
  void refusesAMasterListWithOneFlippedByteWhole() throws Exception {
    byte[] list = vietnam.masterList(states(3));
    byte[] name = "State 1".getBytes(StandardCharsets.US_ASCII);
    int at = 0;
    while (!Arrays.equals(list, at, at + name.length, name, 0, name.length)) {
      at++;
    }
    list[at] ^= 1;
    assertThat(put("bad.mls", list))
        .singleElement()
        .matches(line -> line.refused().equals("a master list whose signature is wrong"));
    assertThat(TrustStore.load(folder).size()).isZero();
    list[at] ^= 1;
    list[list.length - 1] ^= 1;
    assertThat(put("bad.mls", list)).singleElement().matches(line -> !line.used());
    assertThat(put("cut.bin", Arrays.copyOf(list, list.length / 2)))
        .singleElement()
        .matches(line -> !line.used());
    assertThat(TrustStore.load(folder).size()).isZero();
  }

  @Test
  void refusesAMasterListOfSomebodyWhoMaySignNone() throws Exception {
    byte[] byStranger = TestState.masterList(states(2), TestState.ecdsa("P-256").signer());
    assertThat(put("stranger.ml", byStranger))
        .singleElement()
        .matches(line -> line.refused().contains("may not sign"));
    // Without the mark of a list signer, a state in the list must vouch for its maker.
    byte[] byMember = TestState.masterList(List.of(vietnam.csca()), vietnam.signer());
    assertThat(put("member.ml", byMember)).singleElement().matches(TrustReport.Line::used);
  }

  @Test
  void takesMasterListsAndRevocationListsFromADirectoryDownload() throws Exception {
    StringBuilder ldif = new StringBuilder("\u00EF\u00BB\u00BFversion: 1\n");
    add(ldif, "pkdMasterListContent", vietnam.masterList(states(2)));
    add(ldif, "userCertificate;binary", vietnam.signer().der());
    add(ldif, "pkdMasterListContent", vietnam.masterList(List.of(vietnam.csca())));
    byte[] broken = vietnam.masterList(states(1));
    broken[broken.length - 1] ^= 1;
    add(ldif, "pkdMasterListContent", broken);
    TestSigner revoked = vietnam.signer();
    add(
        ldif,
        "certificateRevocationList;binary",
        vietnam.crl(NOW, NOW.plusSeconds(99), revoked.certificate().getSerialNumber()));
    List<TrustReport.Line> lines =
        put("icaopkd.ldif", ldif.toString().getBytes(StandardCharsets.ISO_8859_1));
    assertThat(lines)
        .extracting(TrustReport.Line::part, TrustReport.Line::what, TrustReport.Line::used)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, What.MASTER_LIST, true),
            org.assertj.core.groups.Tuple.tuple(2, What.MASTER_LIST, true),
            org.assertj.core.groups.Tuple.tuple(3, What.UNUSABLE, false),
            org.assertj.core.groups.Tuple.tuple(4, What.REVOCATION_LIST, true));
    assertThat(TrustStore.load(folder).size()).isEqualTo(3);
    assertThat(trusts(vietnam.signer())).isTrue();
    assertThat(trusts(revoked)).isFalse();
  }

  private static void add(StringBuilder ldif, String attribute, byte[] value) {
    ldif.append("\ndn: o=x,c=VN,dc=data\nobjectClass: top\n").append(attribute).append("::");
    String base64 = " " + Base64.getEncoder().encodeToString(value);
    for (int at = 0; at < base64.length(); at += 76) {
      ldif.append(at == 0 ? "" : "\n ").append(base64, at, Math.min(at + 76, base64.length()));
    }
    ldif.append("\nsn: 1\n");
  }

  @Test
  void ignoresRevocationListsThatNobodyTrustedSigned() throws Exception {
    put("a.cer", vietnam.csca());
    TestSigner signer = vietnam.signer();
    BigInteger serial = signer.certificate().getSerialNumber();
    TestState impostor = TestState.ecdsa("brainpoolP256r1");
    assertThat(put("forged.crl", impostor.crl(NOW, NOW.plusSeconds(60), serial)))
        .singleElement()
        .matches(line -> line.refused().equals("a revocation list whose signature is wrong"));
    assertThat(put("far.crl", impostor.named("C=XX,CN=Far").crl(NOW, NOW, serial)))
        .singleElement()
        .matches(line -> line.refused().equals("a revocation list of nobody whom we trust"));
    assertThat(trusts(signer)).isTrue();
    assertThat(put("good.crl", vietnam.crl(NOW, NOW.plusSeconds(60), serial)))
        .singleElement()
        .matches(TrustReport.Line::used);
    assertThat(trusts(signer)).isFalse();
  }

  @Test
  void saysWhatIsNothingAndLooksAtNothingHidden() throws Exception {
    assertThat(put("empty.cer", new byte[0])).singleElement().matches(line -> !line.used());
    assertThat(put("noise.der", new byte[] {0x30, 3, 1, 2, 3}))
        .singleElement()
        .matches(line -> !line.used());
    byte[] deep = new byte[100_000];
    Arrays.fill(deep, (byte) 0x30);
    assertThat(put("deep.ml", deep)).singleElement().matches(line -> !line.used());
    // Somebody may type anything as his reason for a change.
    for (String own : List.of(EnrolledStore.FILE, EnrolledStore.LOG_FILE)) {
      assertThat(put(own, pem("CERTIFICATE", vietnam.csca()).getBytes(StandardCharsets.US_ASCII)))
          .isEmpty();
    }
    assertThat(put("readme.txt", "hello".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(put(".hidden.cer", vietnam.csca())).isEmpty();
    assertThat(put("a/b/deep.cer", vietnam.csca())).isEmpty();
    try (var large =
        Files.newByteChannel(
            folder.resolve("large.ml"),
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.WRITE)) {
      large.position(20L << 20);
      large.write(java.nio.ByteBuffer.wrap(new byte[] {1}));
    }
    assertThat(TrustStore.load(folder).report().of(folder.resolve("large.ml")))
        .singleElement()
        .matches(line -> line.refused().contains("larger"));
    assertThat(TrustStore.load(folder).size()).isZero();
  }

  @Test
  void looksAtFilesBeforeTheyAreInstalled() throws Exception {
    put("a.cer", vietnam.csca());
    Path outside = Files.createDirectories(folder.resolve("x/y/z")).resolve("new.crl");
    Files.write(outside, vietnam.crl(NOW, NOW.plusSeconds(60), BigInteger.ONE));
    assertThat(TrustStore.load(folder, List.of(outside)).report().of(outside))
        .singleElement()
        .matches(line -> line.used() && line.taken() == 1);
    assertThat(TrustStore.load(folder).report().of(outside)).isEmpty();
  }

  /** The bound is loose, since machines differ; the figure is printed. */
  @Test
  void loadsSixHundredCertificatesQuickly() throws Exception {
    List<byte[]> all = states(600);
    all.add(vietnam.csca());
    put("de.ml", vietnam.masterList(all));
    long begin = System.nanoTime();
    TrustStore store = TrustStore.load(folder);
    long returned = System.nanoTime();
    assertThat(store.size()).isEqualTo(601);
    long loaded = System.nanoTime();
    TestSigner signer = vietnam.signer();
    long made = System.nanoTime();
    IssuerCheck check = store.check(signer.certificate(), NOW, "VNM", NOW, "");
    long first = System.nanoTime();
    long again = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      long begun = System.nanoTime();
      store.check(signer.certificate(), NOW, "VNM", NOW, "");
      // The quickest of some: in the others the machine may have been busy elsewhere.
      again = Math.min(again, System.nanoTime() - begun);
    }
    assertThat(check).isInstanceOf(IssuerCheck.Trusted.class);
    org.slf4j.LoggerFactory.getLogger(TrustFolderTest.class)
        .warn(
            "{} anchors: load returns after {} ms, all there after {} ms, first check {} µs, the next {} µs",
            store.size(),
            (returned - begin) / 1_000_000,
            (loaded - begin) / 1_000_000,
            (first - made) / 1000,
            again / 1000);
    assertThat(Duration.ofNanos(loaded - begin)).isLessThan(Duration.ofSeconds(20));
    assertThat(Duration.ofNanos(again)).isLessThan(Duration.ofMillis(100));
  }
}
