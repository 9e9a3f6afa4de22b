package vn.motcua.kiosk.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue shows every control in every state, theme and size. */
class CatalogueTest {
  private static final int LOOKS = 6;

  @TempDir Path folder;

  @Test
  void everyEntryHasStatesThatCanBeMadeAgainAndAgain() {
    FxToolkit.start();
    FxRobot.runFx(() -> {
      for (CatalogueEntry entry : CatalogueEntry.all()) {
        assertThat(entry.use()).as(entry.name()).isNotBlank();
        assertThat(entry.states()).as(entry.name()).isNotEmpty();
        entry.states().values().forEach(state -> assertThat(state.get()).isNotSameAs(state.get()));
      }
    });
  }

  @Test
  @Tag("long")
  void everyPictureOnThePageIsThere() throws Exception {
    FxToolkit.start();
    int pictures = FxRobot.onFx(() -> Catalogue.draw(folder));
    int states = CatalogueEntry.all().stream().mapToInt(entry -> entry.states().size()).sum();
    assertThat(pictures).isEqualTo(states * LOOKS);
    String page = Files.readString(folder.resolve("index.html"));
    List<String> named =
        Pattern.compile("src=\"([^\"]+)\"").matcher(page).results().map(r -> r.group(1)).toList();
    assertThat(named).hasSize(pictures).doesNotHaveDuplicates();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).toList()).containsAll(named);
    }
  }
}
