package vn.motcua.kiosk.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackgroundTest {
  /** Of {@code stat} (proc(5)) behind the name in brackets: the nice value is the 17th word. */
  private static int nice() {
    try {
      String stat = Files.readString(Path.of("/proc/thread-self/stat"));
      return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "the kernel is asked for the nice value")
  void aThreadInTheBackgroundGivesWayAndNoOtherDoes() throws Exception {
    CompletableFuture<Integer> seen = new CompletableFuture<>();
    int before = nice();
    Thread thread = Thread.ofPlatform().daemon().start(Background.of(() -> seen.complete(nice())));
    assertThat(seen.get()).isGreaterThan(before + 5);
    thread.join();
    assertThat(nice()).isEqualTo(before);
  }

  @Test
  @EnabledOnOs(value = OS.WINDOWS, disabledReason = "elsewhere Java's priorities do nothing")
  void aThreadInTheBackgroundHasTheLowestPriority() throws Exception {
    CompletableFuture<Integer> seen = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .start(Background.of(() -> seen.complete(Thread.currentThread().getPriority())));
    assertThat(seen.get()).isEqualTo(Thread.MIN_PRIORITY);
  }
}
