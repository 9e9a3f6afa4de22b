package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.motcua.kiosk.demo.DemoDossiers;
import vn.motcua.kiosk.demo.DemoDossiers.DemoReceipt;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.forms.receipt.ReceiptClaim;
import vn.motcua.kiosk.forms.receipt.SignedText;
import vn.motcua.kiosk.forms.receipt.SiteSigner;
import vn.motcua.kiosk.store.LedgerEntry;
import vn.motcua.kiosk.store.Resources;

/** {@code form}, {@code print} and {@code verify-receipt} on a folder with forty dossiers. */
class FormCommandTest {
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));

  @TempDir Path dir;
  private DemoReceipt receipt;

  @BeforeEach
  void fill() throws Exception {
    try (House house =
        House.open(dir, CLOCK, (_, _) -> new House.Hardware(List.of(), List.of(), List.of()))) {
      receipt =
          DemoDossiers.fill(
                  house.store(),
                  Resources.procedures(),
                  Resources.calendar(),
                  house.desks().centre(),
                  CLOCK,
                  7,
                  List.of())
              .getFirst();
    }
  }

  private Typed run(String... words) {
    return Typed.run(dir, words);
  }

  @Test
  void makesTheControlSlipAndTheRegisterAndPrintsNothingWithoutAPrinter(@TempDir Path out)
      throws Exception {
    String code = receipt.code().value();
    Path slip = out.resolve("06.pdf");
    JsonNode made =
        run("form", "6", "--code", code, "--out", slip.toString(), "--data", dir.toString()).done();
    assertThat(made.get("name").asString()).startsWith("Mẫu 06 số 0001/");
    assertThat(slip).isNotEmptyFile();
    assertThat(viewings(receipt.code()))
        .anySatisfy(entry -> {
          assertThat(entry.who()).isEqualTo(System.getProperty("user.name"));
          assertThat(entry.why()).isEqualTo("in mẫu 06 trên dòng lệnh");
        });

    Path book = out.resolve("07.pdf");
    String to = LocalDate.now(CLOCK).toString();
    String from = LocalDate.now(CLOCK).minusYears(1).toString();
    JsonNode register =
        run(
                "form",
                "07",
                "--from",
                from,
                "--to",
                to,
                "--out",
                book.toString(),
                "--data",
                dir.toString())
            .done();
    assertThat(register.get("dossiers").asInt()).isPositive();

    JsonNode queue = run("print", "--code", code, "--form", "06", "--data", dir.toString()).done();
    assertThat(queue.get("jobs").get(0).get("state").asString()).isEqualTo("QUEUED");

    assertThat(run("form", "02", "--out", slip.toString(), "--data", dir.toString()).exit())
        .isEqualTo(2);
    assertThat(
            run("form", "8", "--code", code, "--out", slip.toString(), "--data", dir.toString())
                .exit())
        .isEqualTo(2);
  }

  private List<LedgerEntry> viewings(DossierCode code) throws Exception {
    try (House house =
        House.open(dir, CLOCK, (_, _) -> new House.Hardware(List.of(), List.of(), List.of()))) {
      return house.store().ledger(code);
    }
  }

  @Test
  void provesAReceiptByTheSitesOwnKeyAndByAnExportedOne(@TempDir Path other) throws Exception {
    SiteSigner signer = SiteSigner.open(dir.resolve("keys"), "x");
    String text =
        SignedText.of(
            new ReceiptClaim(
                receipt.code(),
                receipt.secret(),
                4,
                Originals.HELD,
                LocalDateTime.of(2026, 11, 27, 15, 30),
                "A".repeat(32)),
            signer);
    JsonNode proved = run("verify-receipt", text, "--data", dir.toString()).done();
    assertThat(proved.get("verdict").asString()).isEqualTo("VERIFIED");
    assertThat(proved.get("pages").asInt()).isEqualTo(4);

    Path pem = other.resolve("son-tay.pem");
    assertThat(
            run("verify-receipt", "--export-key", pem.toString(), "--data", dir.toString()).exit())
        .isZero();
    assertThat(Files.readString(pem)).contains("BEGIN PUBLIC KEY").doesNotContain("PRIVATE");
    Typed elsewhere =
        run("verify-receipt", text, "--site-key", pem.toString(), "--data", other.toString());
    assertThat(elsewhere.exit()).isZero();

    Typed unknown = run("verify-receipt", text, "--data", other.toString());
    assertThat(unknown.exit()).isEqualTo(1);
    assertThat(unknown.fault()).isEqualTo("RECEIPT-UNKNOWN-SITE");
    Typed changed = run("verify-receipt", text.replace("/4/H/", "/5/H/"), "--data", dir.toString());
    assertThat(changed.fault()).isEqualTo("RECEIPT-CHANGED");
    Typed old =
        run(
            "verify-receipt",
            "MC1|" + receipt.code() + "|" + receipt.secret().value(),
            "--data",
            dir.toString());
    assertThat(old.fault()).isEqualTo("RECEIPT-NOT-SIGNED");
    assertThat(run("verify-receipt", "absent.pdf", "--data", dir.toString()).exit()).isEqualTo(2);
    assertThat(run("verify-receipt", "--data", dir.toString()).exit()).isEqualTo(2);
  }
}
