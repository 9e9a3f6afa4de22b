package vn.motcua.kiosk.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.FaultSentences;

class TextsTest {
  private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

  private final Texts texts =
      new Texts(
          new FaultSentences(List.of(FaultSentences.DEVICES)), "vn.motcua.kiosk.ui.citizen.texts");

  @Test
  void datesAreSaidAsPeopleSayThem() {
    assertThat(texts.dates().weekdayDay(THURSDAY)).isEqualTo("thứ Năm, 26/11");
    assertThat(texts.dates().full(THURSDAY)).isEqualTo("Thứ Năm, 26/11/2026");
    assertThat(texts.dates().weekday(LocalDate.of(2026, 11, 29))).isEqualTo("Chủ nhật");
    texts.language().set(Locale.of("en"));
    assertThat(texts.dates().weekdayDay(THURSDAY)).isEqualTo("Thursday, 26 November");
  }

  @Test
  void oneIsNotMany() {
    texts.language().set(Locale.of("en"));
    assertThat(texts.count("a.papers.brief", 1)).startsWith("1 paper is");
    assertThat(texts.count("a.papers.brief", 2)).startsWith("2 papers are");
  }

  @Test
  void onlySlotsAreFilled() {
    assertThat(Texts.fill("{0} isn't {1} {x} {", "a", "{0}")).isEqualTo("a isn't {0} {x} {");
  }

  /** A sentence that a language lacks, or that forgets what is put in, is found here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "vn.motcua.kiosk.ui.kit.texts",
        "vn.motcua.kiosk.ui.kit.faults",
        "vn.motcua.kiosk.ui.citizen.texts"
      })
  void everySentenceIsThereInBothLanguages(String bundle) throws IOException {
    Properties vi = properties(bundle, "");
    Properties en = properties(bundle, "_en");
    assertThat(vi).isNotEmpty();
    for (String key : vi.stringPropertyNames()) {
      if (key.startsWith("language.")) {
        continue; // each language is named in itself
      }
      assertThat(en.stringPropertyNames()).as("English for %s", key).contains(key);
      assertThat(slots(vi.getProperty(key))).as(key).containsAll(slots(en.getProperty(key)));
    }
  }

  private static Properties properties(String bundle, String language) throws IOException {
    String name = "/" + bundle.replace('.', '/') + language + ".properties";
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(TextsTest.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    }
  }

  private static Set<String> slots(String sentence) {
    Set<String> slots = new TreeSet<>();
    Matcher found = Pattern.compile("\\{[0-9]}").matcher(sentence);
    while (found.find()) {
      slots.add(found.group());
    }
    return slots;
  }
}
