package vn.motcua.scanner.paper.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed while it scans loses nothing: after every kill each original is, with
 * every byte, in exactly one place; in the end each was handed over whole.
 */
@Timeout(value = 1, unit = TimeUnit.DAYS)
class FolderKillTest {
  private static final int FILES = 6;

  @TempDir private Path home;
  private Path folder = Path.of("/");
  private Path accepted = Path.of("/");
  private HotFolder hot = new HotFolder(folder);
  private int sheet;
  private int checkedOff;

  @BeforeEach
  void folder() throws IOException {
    folder = Files.createDirectory(home.resolve("hot"));
    accepted = home.resolve("accepted");
    hot = new HotFolder(folder);
  }

  @Test
  @Timeout(120)
  void nothingIsLostHoweverOftenItIsKilled() throws Exception {
    Set<String> originals = new HashSet<>();
    for (int round = 0; round < 4; round++) {
      fill(originals);
      Process child = FolderChild.start(folder, accepted, 0, home.resolve("log"));
      try {
        // Killed from outside, once it has begun to hand over pages.
        awaitPages(child, FolderChild.accepted(accepted).size() + 1 + round);
      } finally {
        child.destroyForcibly().waitFor();
      }
      eachIsInExactlyOnePlace(originals);
    }
    finish(originals);
  }

  /** Two computers at one share: the rename decides. */
  @Test
  @Timeout(120)
  void twoProcessesShareTheFilesBetweenThem() throws Exception {
    Set<String> originals = new HashSet<>();
    for (int i = 0; i < 4; i++) {
      fill(originals);
    }
    Path others = home.resolve("others");
    Process one = FolderChild.start(folder, accepted, 0, home.resolve("log"));
    Process two = FolderChild.start(folder, others, 0, home.resolve("log"));
    assertThat(one.waitFor(100, TimeUnit.SECONDS) && two.waitFor(100, TimeUnit.SECONDS)).isTrue();
    List<String> all = new ArrayList<>(FolderChild.accepted(accepted));
    all.addAll(FolderChild.accepted(others));
    assertThat(all).containsExactlyInAnyOrderElementsOf(originals);
    eachIsInExactlyOnePlace(originals);
  }

  /** At thousands of instants, a third of them before the first page. */
  @Test
  @Tag("long")
  void nothingIsLostAtThousandsOfInstants() throws Exception {
    Random random = new Random(4);
    Set<String> originals = new HashSet<>();
    for (int round = 0; round < Integer.getInteger("motcua.kills", 2000); round++) {
      if (round % 20 == 0) {
        checkOff(originals);
      }
      if (hot.everywhere().stream().filter(each -> each.getParent().equals(folder)).count() < 3) {
        fill(originals);
      }
      long most = 1 + random.nextLong(600_000);
      FolderChild.start(folder, accepted, most, home.resolve("log")).waitFor();
      eachIsInExactlyOnePlace(originals);
    }
    finish(originals);
  }

  /** What was received is looked at for the last time, so that the rest stays few. */
  private void checkOff(Set<String> originals) throws IOException {
    Set<String> handedOver = new HashSet<>(FolderChild.accepted(accepted));
    for (Path each : hot.everywhere()) {
      if (each.startsWith(folder.resolve("da-nhan"))) {
        String hash = FolderChild.hash(Files.readAllBytes(each));
        assertThat(handedOver).contains(hash);
        originals.remove(hash);
        checkedOff++;
        Files.delete(each);
      }
    }
  }

  private void fill(Set<String> originals) throws IOException {
    for (int i = 0; i < FILES; i++) {
      byte[] page = HotFolder.page(++sheet);
      originals.add(FolderChild.hash(page));
      // The same names again and again: nothing may be replaced.
      Path file = folder.resolve("scan" + i + ".jpg");
      Path fresh = Files.write(home.resolve("fresh"), page);
      Files.move(fresh, Files.exists(file) ? folder.resolve("more" + sheet + ".jpg") : file);
    }
  }

  private void awaitPages(Process child, int pages) throws IOException, InterruptedException {
    while (child.isAlive() && FolderChild.accepted(accepted).size() < pages) {
      child.waitFor(1, TimeUnit.MILLISECONDS);
    }
  }

  private void eachIsInExactlyOnePlace(Set<String> originals) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path each : hot.everywhere()) {
      found.add(FolderChild.hash(Files.readAllBytes(each)));
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(originals);
  }

  private void finish(Set<String> originals) throws Exception {
    Process child = FolderChild.start(folder, accepted, 0, home.resolve("log"));
    assertThat(child.waitFor(100, TimeUnit.SECONDS)).isTrue();
    eachIsInExactlyOnePlace(originals);
    assertThat(hot.everywhere()).allMatch(each -> each.startsWith(folder.resolve("da-nhan")));
    TreeMap<String, Integer> times = new TreeMap<>();
    FolderChild.accepted(accepted).forEach(each -> times.merge(each, 1, Integer::sum));
    assertThat(times.keySet()).containsAll(originals).hasSize(originals.size() + checkedOff);
    assertThat(HotFolder.names(hot.mine().resolve("taken"))).isEmpty();
    // Only what was in hand when the process died may come twice.
    assertThat(times.values()).allMatch(n -> n >= 1);
  }
}
