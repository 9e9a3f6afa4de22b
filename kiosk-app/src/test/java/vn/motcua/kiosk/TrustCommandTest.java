package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.cli.CommandLineFace;
import vn.motcua.scanner.chip.TestSigner;
import vn.motcua.scanner.chip.TestState;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** Whom a machine trusts, typed on the command line, with simulated cards on a simulated reader. */
@Timeout(120)
class TrustCommandTest {
  private static final SimulatedCardProfile A = SimulatedCitizens.a();
  private static final SimulatedCardProfile B = SimulatedCitizens.b();
  private static final SimulatedCardProfile C = SimulatedCitizens.c();

  @TempDir Path home;

  private final TestState state = TestState.ecdsa("brainpoolP512r1");
  private String guide = "";

  /** What one command answered. */
  private record Answer(int code, JsonNode json) {
    String fault() {
      assertThat(code).as(json.toString()).isEqualTo(1);
      return json.path("fault").asString();
    }

    JsonNode done() {
      assertThat(code).as(json.toString()).isZero();
      return json;
    }
  }

  private Answer run(List<VirtualCard> cards, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      String[] all = java.util.Arrays.copyOf(args, args.length + 1);
      all[args.length] = "--json";
      int code =
          new CommandLineFace(
                  new PrintStream(out, true, StandardCharsets.UTF_8),
                  AppFaults.sentences(),
                  new StaffCards(home, Clock.systemUTC(), cards))
              .execute(all);
      guide = err.toString(StandardCharsets.UTF_8);
      return new Answer(code, JsonMapper.builder().build().readTree(out.toByteArray()));
    } finally {
      System.setErr(before);
    }
  }

  private Answer run(String... args) {
    return run(List.of(), args);
  }

  private Answer enrol(List<VirtualCard> cards, SimulatedCardProfile... owners) {
    List<String> args =
        new ArrayList<>(
            List.of("trust", "enrol", "--technician", "An", "--witness", "Bình", "--wait", "9"));
    for (SimulatedCardProfile owner : owners) {
      args.add("--can");
      args.add(owner.can());
    }
    args.add("--yes");
    return run(cards, args.toArray(new String[0]));
  }

  private Answer enrolGood() {
    TestSigner one = state.signer();
    return enrol(List.of(one.card(A), state.signer().card(B), one.card(C)), A, B, C);
  }

  private Answer readCard(VirtualCard card, SimulatedCardProfile owner) {
    return run(List.of(card), "read-card", "--can", owner.can());
  }

  private static List<String> texts(JsonNode array) {
    List<String> all = new ArrayList<>();
    array.forEach(one -> all.add(one.asString()));
    return all;
  }

  @Test
  void enrolsReadsAndRevokes() throws Exception {
    assertThat(readCard(state.signer().card(B), B).done().get("trust").asString())
        .isEqualTo("SIGNED_UNKNOWN_ISSUER");

    JsonNode learnt = enrolGood().done();
    assertThat(learnt.get("basis").asString()).isEqualTo("KEY");
    assertThat(learnt.get("curve").asString()).isEqualTo("brainpoolP512r1");
    assertThat(learnt.get("enrolled")).hasSize(1);
    assertThat(guide).contains("Đặt thẻ thứ 3").contains("Put card 3").contains("Nhấc thẻ");

    JsonNode read = readCard(state.signer().card(B), B).done();
    assertThat(read.get("trust").asString()).isEqualTo("VERIFIED");
    assertThat(texts(read.get("reasons"))).contains("ANCHOR_ENROLLED");

    TestSigner impostor = TestState.ecdsa("brainpoolP512r1").signer();
    assertThat(readCard(impostor.card(B), B).done().get("trust").asString())
        .isEqualTo("SIGNED_UNKNOWN_ISSUER");

    JsonNode listed = run("trust", "list").done();
    assertThat(listed.get("official").asInt()).isZero();
    assertThat(listed.get("enrolled").get(0).get("active").asBoolean()).isTrue();
    String id = listed.get("enrolled").get(0).get("id").asString();

    assertThat(run("trust", "revoke", "0000", "--why", "x", "--by", "An").fault())
        .isEqualTo("TRUST-UNKNOWN-ID");
    run("trust", "revoke", id, "--why", "mất thẻ", "--by", "An").done();
    assertThat(readCard(state.signer().card(B), B).done().get("trust").asString())
        .isEqualTo("SIGNED_UNKNOWN_ISSUER");
    assertThat(run("trust", "list").done().at("/enrolled/0/revoked/why").asString())
        .isEqualTo("mất thẻ");

    String log = Files.readString(home.resolve("trust/changes.log"));
    assertThat(log.lines()).hasSize(2);
    assertThat(log).contains("ENROL\tAn\t" + id, "REVOKE\tAn\t" + id);
    assertThat(log).doesNotContain(A.number(), B.number(), C.number(), A.can());
  }

  @Test
  void namesWhyNothingIsLearnt() {
    TestSigner one = state.signer();
    TestSigner two = state.signer();
    TestSigner forged = TestState.ecdsa("brainpoolP512r1").signer(state.authorityKeyIdentifier());
    Answer few = enrol(List.of(one.card(A), two.card(B)), A, B);
    assertThat(few.fault()).isEqualTo("TRUST-ENROL-FEW");
    assertThat(few.json().get("cards").asInt()).isEqualTo(2);
    assertThat(enrol(List.of(one.card(A), one.card(B), one.card(C)), A, B, C).fault())
        .isEqualTo("TRUST-ENROL-FEW");
    assertThat(enrol(List.of(one.card(A), two.card(A), one.card(A)), A, A, A).fault())
        .isEqualTo("TRUST-ENROL-FEW");
    assertThat(guide).contains("TRUST-ENROL-REPEATED");
    Answer copy = enrol(List.of(one.card(A), two.cardWithoutProof(B), one.card(C)), A, B, C);
    assertThat(copy.fault()).isEqualTo("TRUST-ENROL-COPY");
    assertThat(copy.json().get("card").asInt()).isEqualTo(2);
    // A card shown twice does not shift which one is named.
    Answer odd = enrol(List.of(one.card(A), one.card(A), forged.card(B), two.card(C)), A, A, B, C);
    assertThat(odd.fault()).isEqualTo("TRUST-ENROL-DISAGREES");
    assertThat(odd.json().get("card").asInt()).isEqualTo(3);
    assertThat(enrol(List.of(one.card(A)), B).fault()).isEqualTo("CHIP-WRONG-CAN");
    assertThat(home.resolve("trust")).doesNotExist();
  }

  @Test
  void asksForDigitsAndForAYes() {
    TestSigner one = state.signer();
    List<VirtualCard> cards = List.of(one.card(A), state.signer().card(B), one.card(C));
    String[] args = {"trust", "enrol", "--technician", "An", "--witness", "Bình"};
    String digits = A.can() + "\nabc\n" + B.can() + "\n" + C.can() + "\n\n";
    assertThat(typing(digits + "no\n", cards, args).fault()).isEqualTo("TRUST-NOT-CONFIRMED");
    assertThat(typing("", cards, args).fault()).isEqualTo("TRUST-ENROL-FEW");
    assertThat(home.resolve("trust")).doesNotExist();
    assertThat(typing(digits + "có\n", cards, args).done().get("cards").asInt()).isEqualTo(3);
    assertThat(guide).contains("Exactly 6 digits", "That is enough", "brainpoolP512r1");
  }

  private Answer typing(String typed, List<VirtualCard> cards, String... args) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    try {
      return run(cards, args);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void installsWhatAStatePublished() throws Exception {
    Path csca = Files.write(home.resolve("vn.cer"), state.csca());
    Path noise = Files.writeString(home.resolve("noise.crl"), "noise");
    assertThat(run("trust", "install", noise.toString()).fault())
        .isEqualTo("TRUST-INSTALL-NOTHING");
    JsonNode done = run("trust", "install", csca.toString(), noise.toString()).done();
    assertThat(done.get("official").asInt()).isEqualTo(1);
    assertThat(done.get("files")).hasSize(2);
    assertThat(home.resolve("trust/vn.cer")).hasBinaryContent(Files.readAllBytes(csca));
    assertThat(home.resolve("trust/noise.crl")).doesNotExist();
    JsonNode read = readCard(state.signer().card(B), B).done();
    assertThat(read.get("trust").asString()).isEqualTo("VERIFIED");
    assertThat(texts(read.get("reasons"))).doesNotContain("ANCHOR_ENROLLED");
    // Another file of the same name does not replace it; there is nothing left to learn.
    Files.write(csca, TestState.ecdsa("P-256").csca());
    assertThat(run("trust", "install", csca.toString()).done().get("official").asInt())
        .isEqualTo(2);
    assertThat(enrolGood().fault()).isEqualTo("TRUST-ENROL-KNOWN");
    assertThat(run("trust", "install", "none.cer").code()).isEqualTo(2);
  }

  @Test
  void carriesWhatWasLearntToAnotherMachine() throws Exception {
    enrolGood().done();
    Path file = home.resolve("out.txt");
    String fingerprint =
        run("trust", "export", "--out", file.toString()).done().get("fingerprint").asString();
    assertThat(Files.readString(file)).doesNotContain("pbkdf2");
    String other = home.resolve("other").toString();
    String[] take = {"trust", "import", file.toString(), "--by", "Chi", "--store", other};
    Answer asked = run(take);
    assertThat(asked.fault()).isEqualTo("TRUST-FINGERPRINT");
    assertThat(asked.json().get("fingerprint").asString()).isEqualTo(fingerprint);
    assertThat(guide).contains("SHA-256 " + fingerprint.substring(0, 4) + " ");
    assertThat(run(with(take, "--fingerprint", "00")).fault()).isEqualTo("TRUST-FINGERPRINT");
    String spoken = fingerprint.replaceAll("(.{4})", "$1 ").toUpperCase(java.util.Locale.ROOT);
    run(with(take, "--fingerprint", spoken)).done();
    assertThat(
            run(List.of(state.signer().card(B)), "read-card", "--can", B.can(), "--trust", other)
                .done()
                .get("trust")
                .asString())
        .isEqualTo("VERIFIED");
    Files.writeString(file, Files.readString(file).replace("An", "Un"));
    assertThat(run(with(take, "--yes")).fault()).isEqualTo("TRUST-STORE-DAMAGED");
  }

  private static String[] with(String[] args, String... more) {
    String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return all;
  }

  @Test
  void saysThatTheFileIsDamagedAndLeavesIt() throws Exception {
    enrolGood().done();
    Path file = home.resolve("trust/enrolled.txt");
    String half = Files.readString(file).substring(0, 200);
    Files.writeString(file, half);
    assertThat(run("trust", "list").fault()).isEqualTo("TRUST-STORE-DAMAGED");
    assertThat(enrolGood().fault()).isEqualTo("TRUST-STORE-DAMAGED");
    assertThat(readCard(state.signer().card(B), B).fault()).isEqualTo("TRUST-STORE-DAMAGED");
    assertThat(file).hasContent(half);
  }

  @Test
  void wantsTwoPeopleAndSixDigits() {
    assertThat(run("trust").code()).isEqualTo(2);
    assertThat(run("trust", "enrol", "--technician", "An").code()).isEqualTo(2);
    assertThat(run("trust", "enrol", "--technician", "An", "--witness", "an ").code()).isEqualTo(2);
    assertThat(run("trust", "enrol", "--technician", "An", "--witness", "B", "--can", "12").code())
        .isEqualTo(2);
  }
}
