package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.motcua.kiosk.demo.DemoDossiers;
import vn.motcua.kiosk.demo.DemoDossiers.DemoReceipt;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.scanner.FaultException;

/** {@code lookup} on a folder with forty dossiers. */
class LookupCommandTest {
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));

  @TempDir Path dir;
  private DemoReceipt receipt;

  private House open() throws FaultException {
    return House.open(dir, CLOCK, (_, _) -> new House.Hardware(List.of(), List.of(), List.of()));
  }

  @BeforeEach
  void fill() throws FaultException {
    try (House house = open()) {
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

  private Typed lookup(String code, String secret) {
    return Typed.run(dir, "lookup", code, "--secret", secret, "--data", dir.toString());
  }

  @Test
  void opensWithCodeAndSecret() {
    JsonNode found = lookup(receipt.code().value(), receipt.secret().value()).done();
    assertThat(found.get("code").asString()).isEqualTo(receipt.code().value());
    assertThat(found.get("stage").asString())
        .isIn("RECEPTION", "APPRAISAL", "APPROVAL", "SIGNING", "RETURN");
    assertThat(found.get("portalStatus").asInt()).isBetween(1, 10);
    for (String key : List.of("holder", "since", "due", "asOf")) {
      assertThat(found.has(key)).as(key).isTrue();
    }
  }

  @Test
  void forgivesHowPeopleType() {
    String careless = receipt.code().value().toLowerCase(java.util.Locale.ROOT).replace('.', ' ');
    assertThat(lookup(careless, receipt.secret().value().toLowerCase(java.util.Locale.ROOT)).exit())
        .isZero();
  }

  @Test
  void saysTheSameOfUnknownAndWrong() {
    Typed wrong = lookup(receipt.code().value(), "222222");
    Typed unknown = lookup("H48.025.16-260101-9999", receipt.secret().value());
    assertThat(wrong.fault()).isEqualTo("LOOKUP-UNKNOWN");
    assertThat(unknown.json()).isEqualTo(wrong.json());
    assertThat(lookup("' OR 1=1 --", "<script>").fault()).isEqualTo("LOOKUP-UNKNOWN");
  }

  @Test
  void refusesAFolderThatIsInUse() throws FaultException {
    try (House _ = open()) {
      assertThat(lookup(receipt.code().value(), receipt.secret().value()).fault())
          .isEqualTo("STORE-IN-USE");
    }
  }
}
