package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannerId;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

/** Profiles held against a device, tried on it, and offered with its state. */
class ProfileDeskTest {
  @TempDir Path root;

  private final SimulatedScanDriver scanner =
      new SimulatedScanDriver("desk", "Máy quét mô phỏng", Duration.ZERO);
  private ProfileDesk desk;

  @BeforeEach
  void open() {
    desk =
        new ProfileDesk(
            List.of(scanner),
            new ScanProfiles(root.resolve("profiles"), Clock.systemUTC()),
            root.resolve("tmp"));
  }

  private ScanProfile profile(String name) {
    return ScanProfile.of(name, scanner.device(), ScanSettings.ARCHIVE);
  }

  private String lacks(ScanProfile profile) {
    FaultException thrown = catchThrowableOfType(FaultException.class, () -> desk.check(profile));
    assertThat(thrown).as("a fault was expected").isNotNull();
    return ((ScanFault.UnsupportedSetting) thrown.fault()).setting();
  }

  private static ScanProfile with(ScanProfile like, int dpi, String size) {
    return new ScanProfile(
        like.name(),
        like.device(),
        like.source(),
        like.mode(),
        dpi,
        new PageSize(size),
        like.quality(),
        like.blanks(),
        like.note());
  }

  @Test
  void whatTheDeviceCannotDoIsSaidAtOnce() throws FaultException {
    ScanProfile good = profile("Chính");
    assertThat(desk.check(good)).isEmpty();
    assertThat(lacks(with(good, 1200, "whole"))).isEqualTo("dpi");
    assertThat(lacks(with(good, 300, "A3"))).isEqualTo("area");
    assertThat(desk.check(with(good, 300, "218x350"))).as("3 mm are forgiven").isEmpty();
    scanner.fail(new ScanFault.Offline(), 0);
    assertThat(desk.check(good)).contains(new ScanFault.Offline());
  }

  @Test
  void aTestPageIsScannedByTheProfile() throws Exception {
    scanner.load(List.of(Pages.text("A"), Pages.text("B")));
    Path page = desk.test(profile("Chính"), new Cancellation());
    assertThat(Files.readAllBytes(page)).isEqualTo(Pages.text("A"));
    assertThat(scanner.loaded()).as("one page is enough").isEqualTo(1);
    scanner.unload();
    FaultException thrown =
        catchThrowableOfType(
            FaultException.class, () -> desk.test(profile("Chính"), new Cancellation()));
    assertThat(thrown.fault()).isEqualTo(new ScanFault.FeederEmpty());
  }

  @Test
  void withoutAProfileTheHouseProposesFeederAndGlass() throws FaultException {
    List<ScanChoice> choices = desk.choices();
    assertThat(choices)
        .extracting(choice -> choice.profile().source())
        .containsExactly(PaperSource.FEEDER, PaperSource.FLATBED);
    assertThat(choices)
        .allSatisfy(choice -> {
          assertThat(choice.proposed()).isTrue();
          assertThat(choice.simulated()).isTrue();
          assertThat(choice.state()).contains(DeviceState.READY);
          assertThat(choice.profile().mode()).isEqualTo(ColourMode.COLOUR);
          assertThat(choice.profile().dpi()).isEqualTo(300);
          assertThat(choice.profile().blanks()).isEqualTo(BlankPages.PROPOSE);
          assertThat(choice.profile().name()).isEqualTo("Máy quét mô phỏng");
        });
    assertThat(desk.made()).as("proposals are not kept").isEmpty();
  }

  @Test
  void madeProfilesStandInPlaceOfProposalsWithTheStateOfTheirDevices() throws FaultException {
    desk.profiles().make(profile("1 Chính"));
    desk.profiles()
        .make(ScanProfile.of("2 Máy cũ", new ScannerId("simulated", "gone"), ScanSettings.ARCHIVE));
    desk.profiles()
        .make(ScanProfile.of("3 Hãng lạ", new ScannerId("twain", "x"), ScanSettings.ARCHIVE));
    assertThat(desk.choices().getFirst().profile().blanks())
        .as("a technician's choice stays")
        .isEqualTo(BlankPages.KEEP);
    assertThat(desk.made()).extracting(ScanChoice::state).containsOnly(Optional.empty());
    assertThat(desk.choices())
        .extracting(choice -> choice.state().orElseThrow())
        .containsExactly(DeviceState.READY, DeviceState.OFFLINE, DeviceState.OFFLINE);
    scanner.jam();
    assertThat(desk.choices().getFirst().state()).contains(DeviceState.ATTENTION);
  }
}
