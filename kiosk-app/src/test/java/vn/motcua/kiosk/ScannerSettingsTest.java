package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanDriver;

/** What a technician says of scanners in {@code settings.json}, also in files of before. */
class ScannerSettingsTest {
  @TempDir Path folder;

  @Test
  void aFileOfTheFirstVersionHasTheUsualRest() throws Exception {
    Files.writeString(folder.resolve("settings.json"), initialWithoutAdditions());
    Settings read = Settings.in(folder);
    assertThat(read).isEqualTo(Settings.INITIAL);
    assertThat(read.hidPos()).isTrue();
  }

  private String initialWithoutAdditions() throws IOException, FaultException {
    Path other = Files.createDirectory(folder.resolve("new"));
    assertThat(Settings.in(other)).isEqualTo(Settings.INITIAL);
    String written = Files.readString(other.resolve("settings.json"));
    String cut = written.replaceFirst("(?s),\\s*\"escl\".*", "\n}\n");
    assertThat(cut).doesNotContain("overrides").doesNotContain("hidPos").isNotEqualTo(written);
    return cut;
  }

  private Settings with(String additions) throws IOException, FaultException {
    String old = initialWithoutAdditions().strip();
    Files.writeString(
        folder.resolve("settings.json"), old.substring(0, old.length() - 1) + additions + "}");
    return Settings.in(folder);
  }

  @Test
  void anOverrideNamesOnlyWhatDiffers() throws Exception {
    Settings read =
        with(", \"overrides\": {\"10.0.0.5:80\": {\"pauseMilliseconds\": 700}}, \"hidPos\": false");
    assertThat(read.hidPos()).isFalse();
    Settings.ScannerOverride override = read.overrides().get("10.0.0.5:80");
    assertThat(override).isNotNull();
    assertThat(override.escl().pauseBeforeNextPage()).isEqualTo(Duration.ofMillis(700));
    assertThat(override.escl().forceFeeder()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", \"overrides\": {\"a\": {\"pauseMilliseconds\": 10001}}",
        ", \"overrides\": {\"a\": {\"forcefeeder\": true}}",
        ", \"overrides\": 7",
        ", \"escl\": \"10.0.0.5\"",
        ", \"escl\": null",
        ", \"scanners\": []"
      })
  void nonsenseIsDamage(String additions) {
    assertThatThrownBy(() -> with(additions))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault().code()).isEqualTo("SETTINGS-DAMAGED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", \"escl\": [\"ftp://10.0.0.5/\"]",
        ", \"escl\": [\"\"]",
        ", \"folders\": [\"not/absolute\"]"
      })
  void anAddressThatCannotBeReadIsDamage(String additions) throws Exception {
    Settings read = with(additions);
    assertThatThrownBy(() -> new RealScanners(read, folder, Clock.systemUTC()).drivers())
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault().code()).isEqualTo("SETTINGS-DAMAGED"));
  }

  @Test
  void everyWayIsThere() throws Exception {
    Settings read = with(", \"escl\": [\"10.0.0.5\"], \"folders\": [\"" + folder + "\"]");
    List<ScanDriver> drivers = new RealScanners(read, folder, Clock.systemUTC()).drivers();
    assertThat(drivers).extracting(ScanDriver::name).contains("escl", "sane", "folder", "camera");
  }
}
