package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScannerId;

/** Profiles in their folder: kept, locked, sent on, and never lost to a slip. */
class ScanProfilesTest {
  private static final ScanProfile FEEDER =
      new ScanProfile(
          "Giấy tờ hai mặt",
          ScannerId.parse("sane:127.0.0.1:6566/fujitsu:fi-7160:42"),
          PaperSource.FEEDER_DUPLEX,
          ColourMode.GREY,
          200,
          new PageSize("A4"),
          80,
          BlankPages.PROPOSE,
          "Máy ở quầy 2");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-25T02:00:00Z"));
  private final InstantSource source = now::get;
  private final Clock clock = source.withZone(ZoneOffset.UTC);

  @TempDir Path root;

  private Path folder() {
    return root.resolve("profiles");
  }

  private ScanProfiles open() {
    return new ScanProfiles(folder(), clock);
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow();
    }
  }

  private static String fault(ThrowingCallable work) {
    FaultException thrown = catchThrowableOfType(FaultException.class, work);
    assertThat(thrown).as("a fault was expected").isNotNull();
    return thrown.fault().code();
  }

  @Test
  void aProfileComesBackAsItWasMadeInAnotherProcess() throws Exception {
    assertThat(open().list().profiles()).isEmpty();
    open().make(FEEDER);
    assertThat(open().find("giấy TỜ hai mặt ")).isEqualTo(new KeptProfile(FEEDER, false));
    assertThat(fault(() -> open().make(FEEDER.named("GIẤY TỜ HAI MẶT"))))
        .isEqualTo("PROFILE-EXISTS");
    assertThat(fault(() -> open().find("Khác"))).isEqualTo("PROFILE-NONE");
    assertThat(file().getFileName().toString()).matches("giay-to-hai-mat-[0-9a-f]{8}\\.json");
  }

  @Test
  void profilesStandInTheOrderOfTheirNamesAndCanBeRenamed() throws Exception {
    for (String name : List.of("Đơn", "2 Ảnh", "Bản đồ", "1 Chính")) {
      open().make(FEEDER.named(name));
    }
    open().change("Bản đồ", FEEDER.named("Ảnh thẻ"));
    assertThat(open().list().profiles())
        .extracting(kept -> kept.profile().name())
        .containsExactly("1 Chính", "2 Ảnh", "Ảnh thẻ", "Đơn");
    assertThat(fault(() -> open().change("Đơn", FEEDER.named("1 chính"))))
        .isEqualTo("PROFILE-EXISTS");
    open().remove("Đơn");
    assertThat(open().list().profiles()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"dpi\" : 200', '\"dpi\" : 20'",
    "'\"dpi\" : 200', '\"dpi\" : \"200\"'",
    "'\"dpi\" : 200', '\"dpi\" : 200.5'",
    "'\"quality\" : 80', '\"quality\" : 101'",
    "'\"source\" : \"FEEDER_DUPLEX\"', '\"source\" : \"feeder\"'",
    "'\"size\" : \"A4\"', '\"size\" : \"A9\"'",
    "'\"size\" : \"A4\"', '\"size\" : \"5x5\"'",
    "'\"blanks\" : \"PROPOSE\"', '\"blanks\" : \"DROP\"'",
    "'\"mode\" : \"GREY\",', ''",
    "'\"mode\" : \"GREY\",', '\"mode\" : \"GREY\", \"mode\" : \"GREY\",'",
    "'\"mode\" : \"GREY\",', '\"mode\" : \"GREY\", \"extra\" : 1,'",
    "'\"version\" : 1', '\"version\" : 2'",
    "'\"device\" : \"sane:', '\"device\" : \":sane:'",
    "'{', '[{'",
  })
  void aSpoiltFileIsNamedAndLeftAloneAndTheOthersWork(String from, String to) throws Exception {
    open().make(FEEDER);
    Path file = file();
    String spoilt = Files.readString(file).replace(from, to);
    assertThat(spoilt).isNotEqualTo(Files.readString(file));
    Files.writeString(file, spoilt);
    open().make(FEEDER.named("Khác"));

    ProfileList list = open().list();
    assertThat(list.profiles()).extracting(kept -> kept.profile().name()).containsExactly("Khác");
    assertThat(list.damaged())
        .singleElement()
        .asString()
        .startsWith(file.getFileName().toString() + ": ");
    assertThat(fault(() -> open().find(FEEDER.name()))).isEqualTo("PROFILE-DAMAGED");
    assertThat(fault(() -> open().make(FEEDER))).isEqualTo("PROFILE-DAMAGED");
    assertThat(file).hasContent(spoilt);
  }

  @Test
  void noCutOfAFileIsTakenForAProfile() throws Exception {
    open().make(FEEDER);
    Path file = file();
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length - 2; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThat(open().list().profiles()).as("cut at %d", length).isEmpty();
      assertThat(open().list().damaged()).hasSize(1);
    }
  }

  @Test
  void aLockedProfileStaysAsItIsUntilThePinComes() throws Exception {
    open().make(FEEDER);
    assertThat(fault(() -> open().lock(FEEDER.name(), "12a4"))).isEqualTo("PROFILE-PIN-FORM");
    open().lock(FEEDER.name(), "240826");
    assertThat(open().find(FEEDER.name()).locked()).isTrue();
    byte[] locked = Files.readAllBytes(file());
    assertThat(new String(locked, java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("240826");

    Path sent = root.resolve("sent.json");
    assertThat(open().exportTo(sent, List.of())).isEqualTo(1);
    assertThat(fault(() -> open().change(FEEDER.name(), FEEDER))).isEqualTo("PROFILE-LOCKED");
    assertThat(fault(() -> open().remove(FEEDER.name()))).isEqualTo("PROFILE-LOCKED");
    assertThat(fault(() -> open().lock(FEEDER.name(), "1111"))).isEqualTo("PROFILE-LOCKED");
    assertThat(fault(() -> open().importFrom(sent, true))).isEqualTo("PROFILE-LOCKED");
    assertThat(fault(() -> open().unlock(FEEDER.name(), "240827"))).isEqualTo("PROFILE-PIN");
    assertThat(file()).hasBinaryContent(locked);

    open().unlock(FEEDER.name(), "240826");
    assertThat(fault(() -> open().unlock(FEEDER.name(), "240826"))).isEqualTo("PROFILE-NOT-LOCKED");
    open().remove(FEEDER.name());
    assertThat(open().list().profiles()).isEmpty();
  }

  @Test
  void aLockedFileThatWasEditedByHandIsNoticed() throws Exception {
    open().make(FEEDER);
    open().lock(FEEDER.name(), "2408");
    String locked = Files.readString(file());
    for (String edited :
        List.of(
            locked.replace("\"dpi\" : 200", "\"dpi\" : 300"),
            locked.replace("\"rounds\" : 210000", "\"rounds\" : 100000"),
            locked.replace("Máy ở quầy 2", "Máy ở quầy 3"))) {
      assertThat(edited).isNotEqualTo(locked);
      Files.writeString(file(), edited);
      assertThat(open().list().damaged()).singleElement().asString().contains("changed by hand");
      assertThat(fault(() -> open().unlock(FEEDER.name(), "2408"))).isEqualTo("PROFILE-DAMAGED");
    }
    Files.writeString(file(), locked);
    assertThat(open().list().damaged()).isEmpty();
  }

  @Test
  void wrongPinsAreSlowedDownAcrossProcesses() throws Exception {
    open().make(FEEDER);
    open().lock(FEEDER.name(), "2408");
    for (int i = 0; i < 3; i++) {
      assertThat(fault(() -> open().unlock(FEEDER.name(), "0000"))).isEqualTo("PROFILE-PIN");
    }
    assertThat(fault(() -> open().unlock(FEEDER.name(), "2408"))).isEqualTo("PROFILE-PIN-WAIT");
    now.set(now.get().minus(Duration.ofDays(400)));
    assertThat(fault(() -> open().unlock(FEEDER.name(), "2408")))
        .as("a clock that is set back helps nobody")
        .isEqualTo("PROFILE-PIN-WAIT");
    now.set(now.get().plus(Duration.ofDays(400)).plusSeconds(31));
    assertThat(fault(() -> open().unlock(FEEDER.name(), "0000"))).isEqualTo("PROFILE-PIN");
    now.set(now.get().plusSeconds(31));
    assertThat(fault(() -> open().unlock(FEEDER.name(), "2408")))
        .as("now it is a minute")
        .isEqualTo("PROFILE-PIN-WAIT");
    now.set(now.get().plusSeconds(30));
    open().unlock(FEEDER.name(), "2408");
    Files.writeString(folder().resolve("tries"), "rubbish");
    open().lock(FEEDER.name(), "2408");
    assertThat(fault(() -> open().unlock(FEEDER.name(), "2408"))).isEqualTo("PROFILE-PIN-WAIT");
  }

  @Test
  void whatOneMachineExportsAnotherTakesInWholeOrNotAtAll() throws Exception {
    open().make(FEEDER);
    open().make(FEEDER.named("Thẻ"));
    open().lock("Thẻ", "2408");
    Path sent = root.resolve("sent.json");
    assertThat(open().exportTo(sent, List.of("thẻ"))).isEqualTo(1);
    assertThat(open().exportTo(sent, List.of())).isEqualTo(2);
    assertThat(Files.readString(sent)).doesNotContain("lock");
    assertThat(fault(() -> open().exportTo(sent, List.of("Không")))).isEqualTo("PROFILE-NONE");

    ScanProfiles other = new ScanProfiles(root.resolve("other"), clock);
    assertThat(other.importFrom(sent, false)).hasSize(2);
    assertThat(other.find("Thẻ").locked()).isFalse();
    other.remove("Thẻ");
    assertThat(fault(() -> other.importFrom(sent, false))).isEqualTo("PROFILE-EXISTS");
    assertThat(other.list().profiles()).as("nothing was taken in").hasSize(1);
    assertThat(other.importFrom(sent, true)).hasSize(2);

    Files.writeString(sent, Files.readString(sent).replace("\"dpi\" : 200", "\"dpi\" : 9"));
    assertThat(fault(() -> other.importFrom(sent, true))).isEqualTo("PROFILE-DAMAGED");
  }

  @Test
  void aNameThatCouldFoolSomebodyIsNone() {
    for (String name : List.of("", "  ", "a\nb", "a\u202eb", "a\u0000", "x".repeat(61))) {
      assertThatThrownBy(() -> FEEDER.named(name)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(FEEDER.named(" Đo\u031bn ").name()).isEqualTo("Đ\u01a1n");
  }

  @Test
  void sizesAreNamedOrMillimetres() {
    assertThat(PageSize.parse("a4").area()).isEqualTo(ScanArea.A4);
    assertThat(PageSize.parse("Card").area()).isEqualTo(ScanArea.CARD);
    assertThat(PageSize.parse("whole").area().isWhole()).isTrue();
    assertThat(PageSize.parse("210×297.5").area()).isEqualTo(ScanArea.sized(210, 297.5));
    for (String wrong : List.of("", "A6", "210", "210x", "9x100", "1001x10", "-5x10", "1e3x10")) {
      assertThatThrownBy(() -> PageSize.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
