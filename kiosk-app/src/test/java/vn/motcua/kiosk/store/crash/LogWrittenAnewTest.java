package vn.motcua.kiosk.store.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The log of a process that died is on the disk as the system shows it before anything of it goes
 * into the database.
 */
@EnabledOnOs(OS.LINUX)
class LogWrittenAnewTest {
  @TempDir Path folder;

  @Test
  void theLogOfADeadProcessIsForcedBeforeTheDatabaseIsTouched() throws Exception {
    CrashLab lab = new CrashLab(folder.resolve("day")).work("a", 1, 1, 1);
    assertThat(lab.killed(CrashLab.SAID, 4, 1).run()).isNotEmpty();
    long length = lab.data().resolve("motcua.db-wal").toFile().length();
    assertThat(length).isPositive();

    assertThat(CrashLab.unwanted(lab.calm().recorded().work("b", 0, 1, 1).run())).isEmpty();

    Map<Long, String> names = new HashMap<>();
    List<String> done = new ArrayList<>();
    long written = 0;
    for (Recording.Entry entry : lab.recording().entries()) {
      String name = names.getOrDefault(entry.a(), "");
      switch (entry.kind()) {
        case OPEN -> names.put(entry.a(), entry.name());
        case WRITE -> {
          if (name.endsWith("motcua.db-wal") && done.isEmpty()) {
            assertThat(entry.b()).isEqualTo(written);
            written += entry.bytes().length;
          } else if (name.endsWith("motcua.db")) {
            done.add("database");
          }
        }
        case SYNC -> {
          if (name.endsWith("motcua.db-wal") && written == length) {
            done.add("log forced");
          }
        }
        default -> {}
      }
    }
    assertThat(written).isEqualTo(length);
    assertThat(done).contains("database").startsWith("log forced");
  }
}
