package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What staff read exists in both languages. */
class OfficeTextsTest {
  @ParameterizedTest
  @ValueSource(strings = {"counter/texts", "counter/faults", "technician/texts", "kit/trust"})
  void bothLanguagesSayTheSameThings(String bundle) throws IOException {
    Properties vietnamese = load("/vn/motcua/kiosk/ui/" + bundle + ".properties");
    Properties english = load("/vn/motcua/kiosk/ui/" + bundle + "_en.properties");
    TreeSet<String> plain = new TreeSet<>(english.stringPropertyNames());
    plain.removeIf(key -> key.endsWith(".one")); // Vietnamese has no plural
    assertThat(plain).isEqualTo(new TreeSet<>(vietnamese.stringPropertyNames()));
    for (String key : plain) {
      for (int slot = 0; slot < 6; slot++) {
        String place = "{" + slot + "}";
        assertThat(english.getProperty(key).contains(place))
            .as("%s in %s", place, key)
            .isEqualTo(vietnamese.getProperty(key).contains(place));
      }
    }
  }

  private static Properties load(String name) throws IOException {
    Properties loaded = new Properties();
    try (InputStream in = OfficeTextsTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      loaded.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return loaded;
  }
}
