package vn.motcua.kiosk.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The programs of the platform. */
class EnginesTest {
  @Test
  void espeakReadsVietnamese() throws IOException {
    EspeakEngine engine = EspeakEngine.find().orElseThrow();
    assertThat(engine.speaks(Locale.of("vi"))).isTrue();
    assertThat(engine.speaks(Locale.of("hre"))).isFalse();
    Sound sound = engine.render("Lý do: chờ tra sổ gốc ở tỉnh.", Locale.of("vi"));
    assertThat(sound.milliseconds()).isBetween(1_000, 8_000);
  }

  @Test
  void theVoicesOfWindowsAreForWindowsOnly() {
    assertThat(SapiEngine.find()).isEmpty();
    assertThat(SapiEngine.SPEAK).doesNotContain("\"").contains("SetOutputToWaveFile");
    assertThat(SapiEngine.LIST).doesNotContain("\"");
  }

  @Test
  void theJackIsReadFromWhatAlsaShows() {
    String contents =
        "numid=10,iface=CARD,name='Front Headphone Jack'\n"
            + "  ; type=BOOLEAN,access=r-------,values=1\n  : values=off\n"
            + "numid=11,iface=CARD,name='Mic Jack'\n"
            + "  ; type=BOOLEAN,access=r-------,values=1\n  : values=on\n";
    assertThat(AlsaJack.read(contents)).isEqualTo(Optional.of(false));
    assertThat(AlsaJack.read(contents.replace("values=off", "values=on"))).contains(true);
    assertThat(AlsaJack.read("")).isEmpty();
    assertThat(new AlsaJack().plugged()).isNotNull();
  }

  @Test
  void samplesAreScaledAndDoubledForTwoChannels() {
    byte[] bytes = LineLoudspeaker.bytes(new short[] {100, -200}, 0, 2, 2, 0.5);
    assertThat(bytes).containsExactly(50, 0, 50, 0, -100, -1, -100, -1);
  }
}
