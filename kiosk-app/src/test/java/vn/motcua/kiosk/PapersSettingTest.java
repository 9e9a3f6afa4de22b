package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a centre sets for "Cần giấy tờ gì?" is checked when it is read. */
class PapersSettingTest {
  @TempDir Path folder;

  @Test
  void anEarlierFileHasNoneAndALinkIsRead() throws Exception {
    assertThat(Settings.in(folder).papers()).isEqualTo(PapersSetting.NONE);
    Path file = folder.resolve("settings.json");
    String json = Files.readString(file);
    String without = json.replaceFirst("(?s),\\s*\"papers\" : \\{[^}]*\\}", "");
    assertThat(without).isNotEqualTo(json);
    Files.writeString(file, without);
    assertThat(Settings.in(folder).papers()).isEqualTo(PapersSetting.NONE);
    Files.writeString(
        file,
        without.replaceFirst(
            "\\}\\s*$",
            ", \"papers\" : {\"link\" : \"https://x.example/{0}\", \"scanProfile\" : \"Máy dân\"}}"));
    assertThat(Settings.in(folder).papers())
        .isEqualTo(new PapersSetting("https://x.example/{0}", "Máy dân"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://x.example/{0}", "https://x.example/", "x", "https://x y/{0}"})
  void aLinkThatLeadsNowhereIsRefused(String link) {
    assertThatThrownBy(() -> new PapersSetting(link, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("papers.link");
  }
}
