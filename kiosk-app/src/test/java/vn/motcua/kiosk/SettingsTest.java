package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.Crew;
import vn.motcua.kiosk.desk.Proof;
import vn.motcua.kiosk.desk.ProofRules;
import vn.motcua.kiosk.dossier.CallOrder;
import vn.motcua.kiosk.dossier.Role;
import vn.motcua.kiosk.payment.PaymentAccount;
import vn.motcua.scanner.FaultException;

/** Settings of earlier versions, roles of officers, and where fees go. */
class SettingsTest {
  @TempDir Path folder;

  private Settings read(String officers, String more) throws Exception {
    Settings.in(folder);
    Path file = folder.resolve("settings.json");
    String json = Files.readString(file);
    String changed =
        json.replaceFirst(
                "(?s)\"officers\" : \\[.*?\\],\\s*\"sane\"",
                "\"officers\" : " + officers + ", \"sane\"")
            .replaceFirst("(?s),\\s*\"proofs\" : \\{[^}]*\\}", "")
            .replaceFirst("(?s)\"paymentAccount\" : \\{[^}]*\\}", more);
    assertThat(changed).isNotEqualTo(json);
    Files.writeString(file, changed);
    return Settings.in(folder);
  }

  @Test
  void namesAloneMayDoEverything() throws Exception {
    Settings settings =
        read(
            "[\"Y Một\", {\"name\": \"Y Hai\", \"roles\": [\"LEADER\", \"CLERK\"]}]",
            "\"hidPos\" : true");
    assertThat(settings.names()).isEqualTo(List.of("Y Một", "Y Hai"));
    assertThat(settings.officers())
        .containsExactly(
            new Crew.Officer("Y Một"), new Crew.Officer("Y Hai", Set.of(Role.LEADER, Role.CLERK)));
    assertThat(settings.paymentAccount().to()).isEmpty();
  }

  @Test
  void anAccountIsCheckedWhenItIsRead() throws Exception {
    Settings settings =
        read(
            "[\"Y Một\"]",
            "\"paymentAccount\" : {\"bank\":\"970436\",\"account\":\"0011001932418\",\"name\":\"X\"}");
    assertThat(settings.paymentAccount().to())
        .contains(new PaymentAccount("970436", "0011001932418"));
    Path file = folder.resolve("settings.json");
    Files.writeString(file, Files.readString(file).replace("970436", "97043"));
    assertThatThrownBy(() -> Settings.in(folder))
        .isInstanceOfSatisfying(
            FaultException.class,
            why -> assertThat(why.fault().code()).isEqualTo("SETTINGS-DAMAGED"));
  }

  @Test
  void slipsHaveAPrinterOfTheirOwnOrThatOfTheForms() throws Exception {
    assertThat(Settings.in(folder).slipPrinter()).isEmpty();
    Path file = folder.resolve("settings.json");
    String json = Files.readString(file);
    String forms = json.replace("\"printerAddress\" : \"\"", "\"printerAddress\" : \"escpos:/f\"");
    Files.writeString(file, forms);
    assertThat(Settings.in(folder).slipPrinter().orElseThrow().name()).isEqualTo("/f");
    String slips =
        forms
            .replace("\"slipPrinterAddress\" : \"\"", "\"slipPrinterAddress\" : \"escpos:/s\"")
            .replaceFirst("\"priority\" : 1", "\"priority\" : 2");
    Files.writeString(file, slips);
    assertThat(Settings.in(folder).slipPrinter().orElseThrow().name()).isEqualTo("/s");
    assertThat(Settings.in(folder).callOrder()).isEqualTo(new CallOrder(2, 1));
    Files.writeString(file, slips.replace("escpos:/s", "nowhere"));
    assertThatThrownBy(() -> Settings.in(folder))
        .isInstanceOfSatisfying(
            FaultException.class,
            why -> assertThat(why.fault().code()).isEqualTo("SETTINGS-DAMAGED"));
  }

  @Test
  void proofsMayOpenLessButNotMore() throws Exception {
    Settings strict = read("[\"Y Một\"]", "\"proofs\" : {\"RECEIPT\": \"COUNTER\"}");
    assertThat(ProofRules.USUAL.stricter(strict.proofs()).opens(Proof.RECEIPT))
        .isEqualTo(ProofRules.Opens.COUNTER);
    Path file = folder.resolve("settings.json");
    String json = Files.readString(file);
    Files.writeString(
        file, json.replace("\"RECEIPT\"", "\"CHIP_UNPROVEN\"").replace("COUNTER\"}", "OWN\"}"));
    Settings loose = Settings.in(folder);
    assertThatThrownBy(() -> ProofRules.USUAL.stricter(loose.proofs()))
        .isInstanceOfSatisfying(
            FaultException.class,
            why -> assertThat(why.fault().code()).isEqualTo("SETTINGS-PROOF"));
  }

  @Test
  void aTableThatSomebodyMisspeltIsNamedAndNeverHalfBelieved() throws Exception {
    Settings.in(folder);
    Path file = folder.resolve("settings.json");
    String json = Files.readString(file);
    for (String bad :
        List.of(
            "null",
            "[]",
            "\"OWN\"",
            "{\"RECIEPT\": \"COUNTER\"}",
            "{\"receipt\": \"COUNTER\"}",
            "{\"RECEIPT\": \"counter\"}",
            "{\"RECEIPT\": \"\"}",
            "{\"RECEIPT\": null}",
            "{\"RECEIPT\": 0}",
            "{\"RECEIPT\": [\"COUNTER\"]}")) {
      Files.writeString(
          file, json.replaceFirst("(?s)\"proofs\" : \\{[^}]*\\}", "\"proofs\" : " + bad));
      assertThatThrownBy(() -> Settings.in(folder))
          .as(bad)
          .isInstanceOfSatisfying(
              FaultException.class,
              why -> assertThat(why.fault().code()).isEqualTo("SETTINGS-DAMAGED"));
    }
    for (String bad : List.of("", "null", "[]", "{", json.replace("\"proofs\"", "\"Proofs\""))) {
      Files.writeString(file, bad);
      assertThatThrownBy(() -> Settings.in(folder))
          .as(bad)
          .isInstanceOfSatisfying(
              FaultException.class,
              why -> assertThat(why.fault().code()).isEqualTo("SETTINGS-DAMAGED"));
    }
  }
}
