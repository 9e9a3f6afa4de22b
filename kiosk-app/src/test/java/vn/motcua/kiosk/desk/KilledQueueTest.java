package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.Ticket;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;

/** The program is killed outright between number and slip: no number is given out twice. */
class KilledQueueTest {
  @TempDir Path root;

  @Test
  void aNumberThatSomebodySawIsNeverGivenOutAgain() throws Exception {
    kill(2);
  }

  @Test
  @Tag("long")
  void aNumberThatSomebodySawIsNeverGivenOutAgainOneHundredTimes() throws Exception {
    kill(100);
  }

  private void kill(int times) throws Exception {
    Random random = new Random(11);
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "--enable-native-access=ALL-UNNAMED",
                  QueueProcess.class.getName(),
                  root.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
        assertThat(said.readLine()).isEqualTo("begin");
        hear(seen, said.readLine());
        LockSupport.parkNanos(random.nextInt(60) * 1_000_000L);
        child.toHandle().destroyForcibly();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
          hear(seen, line);
        }
      }
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(seen).hasSizeGreaterThanOrEqualTo(times).doesNotHaveDuplicates();
    try (DataFolder data = DataFolder.open(root);
        DossierStore store = DossierStore.open(data, QueueProcess.CLOCK)) {
      assertThat(store.tickets(java.time.LocalDate.now(QueueProcess.CLOCK)))
          .extracting(Ticket::label)
          .containsAll(seen);
    }
  }

  /** The last line may have been cut: only whole ones count. */
  private static void hear(List<String> seen, String line) {
    if (line.matches("taken A[0-9]{3,4}\\.")) {
      seen.add(line.substring("taken ".length(), line.length() - 1));
    }
  }
}
