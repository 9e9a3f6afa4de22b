package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultSentence;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.paper.ScanFault;

/** Every fault that the code can name has something to say to people, in both languages. */
class FaultSentencesTest {
  private static final Locale VIETNAMESE = Locale.of("vi");

  private static final FaultSentences SENTENCES = AppFaults.sentences();

  /** The codes of all faults, and what they are called in the code. */
  private static Map<String, String> codes = Map.of();

  /** Once, and without whatever else our classes use: a few thousand of JavaFX's and the JDK's. */
  @BeforeAll
  static void collect() {
    codes =
        ArchConfiguration.withThreadLocalScope(configuration -> {
          configuration.setResolveMissingDependenciesFromClassPath(false);
          return codes();
        });
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(place -> !place.contains("-tests.jar"))
            .importPackages("vn.motcua")) {
      Class<?> made = type.reflect();
      if (Fault.class.isAssignableFrom(made) && made.isRecord()) {
        for (Fault fault : examples(made)) {
          codes.put(fault.code(), made.getName());
        }
      }
    }
    return codes;
  }

  /** One for every constant of an enum component, or just one. */
  private static List<Fault> examples(Class<?> type) {
    RecordComponent[] parts = type.getRecordComponents();
    List<Fault> made = new ArrayList<>();
    int rounds =
        Arrays.stream(parts)
            .filter(part -> part.getType().isEnum())
            .mapToInt(part -> part.getType().getEnumConstants().length)
            .max()
            .orElse(1);
    for (int i = 0; i < rounds; i++) {
      int round = i;
      Object[] values = Arrays.stream(parts).map(part -> value(part.getType(), round)).toArray();
      made.add(made(type, parts, values));
    }
    return made;
  }

  private static Fault made(Class<?> type, RecordComponent[] parts, Object[] values) {
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return (Fault) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type.getName(), e);
    }
  }

  private static Object value(Class<?> type, int round) {
    if (type.isEnum()) {
      return type.getEnumConstants()[round % type.getEnumConstants().length];
    }
    return type == int.class ? (Object) 1 : "x";
  }

  @Test
  void everyFaultHasItsSentencesInBothLanguages() {
    assertThat(codes)
        .containsKeys("STORE-FULL", "STORE-IN-USE", "LOOKUP-UNKNOWN", "SCAN-JAM", "CHIP-REMOVED");
    codes.forEach((code, name) -> {
      assertThat(code).as(name).matches("[A-Z0-9]+(-[A-Z0-9]+)+");
      FaultSentence vi = SENTENCES.find(code, VIETNAMESE).orElseThrow(() -> missing(code, name));
      FaultSentence en =
          SENTENCES.find(code, Locale.ENGLISH).orElseThrow(() -> missing(code, name));
      for (FaultSentence sentence : List.of(vi, en)) {
        assertThat(sentence.what()).as(code).isNotBlank();
        assertThat(sentence.todo()).as(code).isNotBlank();
      }
      assertThat(en.what()).as("%s is not translated", code).isNotEqualTo(vi.what());
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "mode", "dpi", "size", "area", "format", "settings", "x-res"})
  void aSettingThatADeviceLacksIsNamed(String setting) {
    Fault fault = new ScanFault.UnsupportedSetting(setting);
    for (Locale language : List.of(VIETNAMESE, Locale.ENGLISH)) {
      FaultSentence general = SENTENCES.find(fault.code(), language).orElseThrow();
      FaultSentence named = SENTENCES.of(fault, language);
      assertThat(named.what()).isNotEqualTo(general.what()).doesNotContain("{0}");
      assertThat(named.todo()).isEqualTo(general.todo());
    }
    assertThat(SENTENCES.of(fault, Locale.ENGLISH).what())
        .isNotEqualTo(SENTENCES.of(fault, VIETNAMESE).what());
    assertThat(SENTENCES.of(new ScanFault.UnsupportedSetting("x-res"), VIETNAMESE).what())
        .contains("x-res");
  }

  @Test
  void theManualNamesEveryFaultAndNoOther() throws IOException {
    List<String> named =
        Pattern.compile("(?m)^\\| `([A-Z0-9-]+)` \\|")
            .matcher(Files.readString(Path.of("docs", "faults.md")))
            .results()
            .map(row -> row.group(1))
            .toList();
    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            codes.keySet().stream().filter(code -> !code.startsWith("BUG-")).toList());
  }

  private static AssertionError missing(String code, String name) {
    return new AssertionError("no sentence for " + code + " of " + name);
  }
}
