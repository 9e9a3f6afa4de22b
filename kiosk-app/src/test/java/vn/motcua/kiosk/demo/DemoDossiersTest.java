package vn.motcua.kiosk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Progress;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.Sex;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;

class DemoDossiersTest {
  @TempDir Path folder;

  private static List<Party> bearers() {
    return SimulatedCitizens.all().stream()
        .map(card ->
            new Party(
                Optional.of(card.number()),
                card.name(),
                Optional.of(card.birth()),
                Optional.of(card.sex() == Sex.FEMALE),
                card.residence(),
                ""))
        .toList();
  }

  private List<DemoDossiers.DemoReceipt> fill(DossierStore store, Clock clock)
      throws FaultException {
    return DemoDossiers.fill(
        store, Resources.procedures(), Samples.CALENDAR, Samples.CENTRE, clock, 7, bearers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T02:00:00", // a Sunday night
        "2026-11-24T10:00:00", // a holiday
        "2026-11-26T10:00:00",
        "2027-02-15T10:00:00", // after Tết
        "2031-01-01T00:00:00" // a year without data
      })
  void showsEveryStageStatusAndAnswerOnAnyDay(String now) throws FaultException {
    Clock clock = Samples.at(now);
    try (DataFolder data = DataFolder.open(folder.resolve("data"));
        DossierStore store = DossierStore.open(data, clock)) {
      List<DemoDossiers.DemoReceipt> receipts = fill(store, clock);
      List<Dossier> all = store.list(Optional.empty(), "");

      assertThat(receipts).hasSize(40);
      assertThat(all).hasSize(40);
      assertThat(all).extracting(Dossier::stage).contains(Stage.values());
      assertThat(all).extracting(Dossier::status).contains(PortalStatus.values());
    }
  }

  @Test
  void isTheSameEveryTimeAndOpensWithItsSecrets() throws FaultException {
    Clock clock = Samples.at("2026-11-26T10:00:00");
    List<Dossier> first;
    try (DataFolder data = DataFolder.open(folder.resolve("one"));
        DossierStore store = DossierStore.open(data, clock)) {
      List<DemoDossiers.DemoReceipt> receipts = fill(store, clock);
      first = store.list(Optional.empty(), "");
      for (DemoDossiers.DemoReceipt receipt : receipts) {
        assertThat(store.opens(receipt.code(), receipt.secret())).isTrue();
        assertThat(DemoDossiers.secret(receipt.code(), 7)).isEqualTo(receipt.secret());
      }
      assertThat(fill(store, clock)).as("a filled store stays as it is").isEmpty();
      assertThat(store.count()).isEqualTo(40);
    }
    try (DataFolder data = DataFolder.open(folder.resolve("two"));
        DossierStore store = DossierStore.open(data, clock)) {
      fill(store, clock);
      assertThat(store.list(Optional.empty(), "")).isEqualTo(first);
    }
  }

  @Test
  void givesEveryCardSeveralDossiersAndEveryDossierAnHonestAnswer() throws FaultException {
    Clock clock = Samples.at("2026-11-26T10:00:00");
    LocalDateTime now = LocalDateTime.now(clock);
    try (DataFolder data = DataFolder.open(folder.resolve("data"));
        DossierStore store = DossierStore.open(data, clock)) {
      fill(store, clock);
      for (Party bearer : bearers()) {
        CitizenNumber number = new CitizenNumber(bearer.number().orElseThrow());
        assertThat(store.ofCitizen(number)).hasSizeGreaterThanOrEqualTo(4);
      }
      List<Dossier> all = store.list(Optional.empty(), "");
      List<Progress> progress =
          all.stream().map(dossier -> Progress.of(dossier, now, Samples.CALENDAR)).toList();
      for (Class<?> kind : Arrays.asList(Progress.class.getPermittedSubclasses())) {
        assertThat(progress).anyMatch(kind::isInstance);
      }
      assertThat(progress)
          .anyMatch(p -> p instanceof Progress.Late late && late.apology().isPresent())
          .anyMatch(p -> p instanceof Progress.Late late && late.apology().isEmpty());
      assertThat(all)
          .extracting(d -> d.procedure().code())
          .contains(
              Resources.procedures().all().stream()
                  .map(procedure -> procedure.code())
                  .toArray(String[]::new));
      assertThat(all).allMatch(dossier -> !dossier.since().isAfter(now));
    }
  }
}
