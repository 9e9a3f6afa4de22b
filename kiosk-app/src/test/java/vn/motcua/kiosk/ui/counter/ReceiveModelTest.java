package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenQr;
import vn.motcua.kiosk.citizen.Citizens;
import vn.motcua.kiosk.citizen.Verdicts;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.Trust;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;

/** What the form takes and refuses, without a window. */
class ReceiveModelTest {
  @TempDir Path root;
  private CounterWorld world;
  private ReceiveModel model;

  @BeforeEach
  void open() throws FaultException, IOException {
    world = new CounterWorld(root.resolve("data"), true);
    model =
        new ReceiveModel(
            world.desks, new Errands(new Background(Runnable::run)), () -> "Cán bộ Một", "2");
  }

  @AfterEach
  void close() throws FaultException {
    world.close();
  }

  private static CitizenQr qr(SimulatedCardProfile card) {
    return CitizenQr.read(CounterWorld.qr(card)).orElseThrow();
  }

  private static Citizen read(SimulatedCardProfile card, Trust trust) {
    Citizen said = Citizens.of(qr(card));
    return new Citizen(
        said.number(),
        said.name(),
        said.birth(),
        said.female(),
        said.residence(),
        said.ethnicity(),
        said.issued(),
        said.expiry(),
        Optional.of(Verdicts.of(trust)),
        said.differences());
  }

  @Test
  void nothingOfAForgedCardStaysInTheForm() {
    SimulatedCardProfile card = SimulatedCitizens.a();
    model.applicant().field(PersonForm.Key.PHONE).text().set("0900");
    model.qrScanned(qr(card));
    assertThat(model.applicant().field(PersonForm.Key.NAME).value()).isEqualTo(card.name());
    model.cardRead(read(card, Trust.FORGED));
    assertThat(model.trust().get()).contains(Trust.FORGED);
    assertThat(model.applicant().field(PersonForm.Key.NAME).value()).isEmpty();
    assertThat(model.applicant().field(PersonForm.Key.PHONE).value()).isEqualTo("0900");
  }

  @Test
  void aSecondPersonIsAskedAboutAndMayTakeThePlace() {
    model.cardRead(read(SimulatedCitizens.a(), Trust.VERIFIED));
    model.cardRead(read(SimulatedCitizens.b(), Trust.SIGNED_UNKNOWN_ISSUER));
    assertThat(model.otherPerson().get()).isPresent();
    assertThat(model.applicant().field(PersonForm.Key.NAME).value())
        .isEqualTo(SimulatedCitizens.a().name());
    assertThat(model.trust().get()).contains(Trust.VERIFIED);
    model.otherIsApplicant();
    assertThat(model.applicant().field(PersonForm.Key.NAME).value())
        .isEqualTo(SimulatedCitizens.b().name());
    assertThat(model.trust().get()).contains(Trust.SIGNED_UNKNOWN_ISSUER);
  }

  @Test
  void saysWhatIsMissingAndReceivesNothingBefore() {
    assertThat(model.missing().get())
        .extracting(Missing::what)
        .containsExactly(
            Missing.Kind.APPLICANT_NUMBER, Missing.Kind.APPLICANT_NAME, Missing.Kind.PROCEDURE);
    model.receive();
    assertThat(model.busy().get()).isFalse();
    model.ownerDiffers().set(true);
    assertThat(model.missing().get()).extracting(Missing::what).contains(Missing.Kind.OWNER_NAME);
  }
}
