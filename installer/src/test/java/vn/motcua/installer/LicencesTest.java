package vn.motcua.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every library that is packed stands in the list of licences, and no other. */
class LicencesTest {
  private static final Path HOUSE = Path.of(System.getProperty("motcua.house"));
  private static final Set<String> OURS = Set.of("kiosk-app", "scanner-drivers");

  @Test
  void theListNamesWhatIsPacked() throws IOException {
    Set<String> packed;
    try (Stream<Path> libraries = Files.list(Path.of("target", "libs"))) {
      packed =
          libraries
              .map(jar -> jar.getFileName().toString().replaceFirst("-[0-9].*\\.jar$", ""))
              .filter(name -> !OURS.contains(name))
              .collect(Collectors.toSet());
    }
    String list = Files.readString(HOUSE.resolve("kiosk-app/docs/licences.md"));
    String table = list.substring(list.indexOf("| library"), list.indexOf("The package also"));
    Set<String> named =
        Pattern.compile("`([^`]+)`")
            .matcher(table)
            .results()
            .map(name -> name.group(1))
            .collect(Collectors.toSet());
    assertThat(packed).isNotEmpty();
    assertThat(named).containsExactlyInAnyOrderElementsOf(packed);
  }
}
