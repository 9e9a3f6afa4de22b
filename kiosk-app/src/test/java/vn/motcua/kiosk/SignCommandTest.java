package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import javax.security.auth.x500.X500Principal;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.cli.CommandLineFace;

/** {@code sign} and {@code verify-pdf} as a person types them. */
class SignCommandTest {
  @TempDir Path folder;

  private Path in;
  private Path out;
  private X509Certificate certificate;

  @BeforeEach
  void begin() throws Exception {
    in = folder.resolve("in.pdf");
    out = folder.resolve("out.pdf");
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(in.toFile());
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair pair = generator.generateKeyPair();
    X500Principal name = new X500Principal("CN=Trần Thị Thử,O=UBND phường Thử Nghiệm");
    certificate =
        new JcaX509CertificateConverter()
            .getCertificate(
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.TWO,
                        Date.from(Instant.now().minus(Duration.ofDays(1))),
                        Date.from(Instant.now().plus(Duration.ofDays(9))),
                        name,
                        pair.getPublic())
                    .build(
                        new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "ky", pair.getPrivate(), "bí-mật-1".toCharArray(), new Certificate[] {certificate});
    try (OutputStream file = Files.newOutputStream(folder.resolve("key.p12"))) {
      store.store(file, "bí-mật-1".toCharArray());
    }
    Files.writeString(folder.resolve("pin"), "bí-mật-1\n");
  }

  private record Answer(int exit, JsonNode json) {}

  private record Said(int exit, String text) {}

  private Answer run(String... args) {
    Said said = say(args);
    return new Answer(said.exit(), JsonMapper.builder().build().readTree(said.text()));
  }

  private Said say(String... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int exit =
        new CommandLineFace(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                AppFaults.sentences(),
                new LocalTools(Clock.systemUTC(), AppFaults.sentences(), folder.resolve("home")))
            .execute(args);
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertThat(text).doesNotContain("bí-mật-1");
    return new Said(exit, text);
  }

  private Answer sign(String pinFile, String... more) {
    return run(signing(pinFile, more));
  }

  private String[] signing(String pinFile, String... more) {
    String[] usual = {
      "sign",
      in.toString(),
      "--out",
      out.toString(),
      "--p12",
      folder.resolve("key.p12").toString(),
      "--pin-file",
      folder.resolve(pinFile).toString(),
      "--json"
    };
    String[] all = java.util.Arrays.copyOf(usual, usual.length + more.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    return all;
  }

  @Test
  void aTrialIsSignedAndNeverJudgedGood() {
    Answer signed = sign("pin", "--copy", "sao-luc", "--reason", "thử");
    assertThat(signed.exit()).isZero();
    assertThat(signed.json().get("legalValue").asBoolean()).isFalse();
    assertThat(signed.json().get("note").asString()).contains("không có giá trị pháp lý");
    assertThat(signed.json().get("level").asString()).isEqualTo("B-B");
    assertThat(signed.json().get("overlaps").asBoolean()).isFalse();
    Answer judged = run("verify-pdf", out.toString(), "--json");
    assertThat(judged.exit()).isEqualTo(1);
    assertThat(judged.json().get("fault").asString()).isEqualTo("VERIFY-UNTRUSTED");
    assertThat(judged.json().get("signatures").get(0).get("signer").asString())
        .isEqualTo("Trần Thị Thử");
  }

  @Test
  void peopleAreToldInBothLanguages() {
    String[] asked = signing("pin");
    Said signed =
        say(java.util.Arrays.stream(asked).filter(a -> !a.equals("--json")).toArray(String[]::new));
    assertThat(signed.exit()).isZero();
    assertThat(signed.text().lines())
        .hasSize(2)
        .anyMatch(l -> l.contains("đã ký mức B-B; không có giá trị pháp lý"))
        .anyMatch(l -> l.contains("signed by Trần Thị Thử at B-B; no legal value"));
    assertThat(signed.text()).doesNotContain("overlaps", "đè lên");
    Said judged = say("verify-pdf", out.toString());
    assertThat(judged.exit()).isEqualTo(1);
    assertThat(judged.text().lines())
        .hasSize(2)
        .anyMatch(l ->
            l.contains("UNTRUSTED (nơi cấp chưa được cài đặt)")
                && l.contains("thời điểm do người ký khai")
                && l.contains("toàn bộ tệp"))
        .anyMatch(l -> l.contains("UNTRUSTED (issuer not installed)") && l.contains("whole file"));
  }

  @Test
  void momentsAreToldAsTheClockOnTheWallShowsThem() {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
    try {
      assertThat(sign("pin").exit()).isZero();
      assertThat(say("verify-pdf", out.toString()).text().lines())
          .hasSize(2)
          .allMatch(l -> l.matches(".*\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\+07:00.*"))
          .noneMatch(l -> l.matches(".*\\dT\\d\\d:.*"));
      assertThat(
              run("verify-pdf", out.toString(), "--json")
                  .json()
                  .get("signatures")
                  .get(0)
                  .get("time")
                  .asString())
          .endsWith("Z");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void anInstalledAuthorityMakesItGood() throws Exception {
    Path trust = Files.createDirectories(folder.resolve("home/signing-authorities"));
    Files.write(trust.resolve("goc.cer"), certificate.getEncoded());
    Answer signed = sign("pin");
    assertThat(signed.exit()).as(signed.json().toString()).isZero();
    assertThat(signed.json().get("legalValue").asBoolean()).isTrue();
    Answer judged = run("verify-pdf", out.toString(), "--json");
    assertThat(judged.exit()).as(judged.json().toString()).isZero();
    assertThat(judged.json().get("good").asBoolean()).isTrue();
    assertThat(judged.json().get("vi").asString()).isNotEqualTo(judged.json().get("en").asString());
  }

  @Test
  void faultsAndWrongUse() throws Exception {
    Files.writeString(folder.resolve("wrong"), "khác");
    assertThat(sign("wrong").json().get("fault").asString()).isEqualTo("SIGN-KEY-PIN");
    assertThat(sign("pin", "--key", "khác").json().get("fault").asString())
        .isEqualTo("SIGN-KEY-NONE");
    assertThat(sign("pin", "--level", "B-T").exit()).isEqualTo(2);
    assertThat(sign("pin", "--level", "B-LTA").exit()).isEqualTo(2);
    assertThat(sign("none").exit()).isEqualTo(2);
    assertThat(sign("pin", "--copy", "sao-y", "--invisible").exit()).isEqualTo(2);
    assertThat(sign("pin", "--tsa", "http://127.0.0.1:1/").json().get("fault").asString())
        .isEqualTo("SIGN-TSA-UNREACHABLE");
    assertThat(out).doesNotExist();
    Files.writeString(folder.resolve("key.p12"), "no key");
    assertThat(sign("pin").json().get("fault").asString()).isEqualTo("SIGN-KEY-FILE");
    assertThat(
            run("verify-pdf", folder.resolve("none").toString(), "--json")
                .json()
                .get("fault")
                .asString())
        .isEqualTo("VERIFY-MISSING");
  }
}
