package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.PackageRow;

/** The program is killed outright while packages leave: none is lost, doubled or half written. */
class KilledPackageTest {
  @TempDir Path root;

  private final Set<String> received = new HashSet<>();

  @Test
  void everyPackageLeavesOnce() throws Exception {
    kill(3, 60);
  }

  @Test
  @Tag("long")
  void everyPackageLeavesOnceHundredsOfTimes() throws Exception {
    kill(200, 60);
  }

  private void kill(int times, int milliseconds) throws Exception {
    Path out = Files.createDirectory(root.resolve("out"));
    Random random = new Random(5);
    for (int i = 0; i < times; i++) {
      Process child =
          new ProcessBuilder(command(out)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
        assertThat(said.readLine()).isEqualTo("begin");
        hear(said.readLine());
        LockSupport.parkNanos(random.nextInt(milliseconds) * 1_000_000L);
        child.toHandle().destroyForcibly();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
          hear(line);
        }
      }
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    check(out);
  }

  private void hear(String line) {
    // The last line may have been cut.
    if (line.matches("received H48\\.125\\.16-[0-9]{6}-[0-9]{4}")) {
      received.add(line.substring("received ".length()));
    }
  }

  private void check(Path out) throws Exception {
    try (DataFolder data = DataFolder.open(root.resolve("data"));
        DossierStore store = DossierStore.open(data, PackageProcess.CLOCK)) {
      PackageDesk desk = PackageProcess.desk(data, store, out);
      while (desk.pump()) {
        assertThat(desk.trouble()).isEmpty();
      }
      assertThat(store.packages().open(10)).isEmpty();
      List<String> sent = new ArrayList<>();
      for (String name : names(out)) {
        assertThat(name).as("only whole packages").endsWith(".zip");
        String code = name.substring(0, name.lastIndexOf('_'));
        int version =
            Integer.parseInt(name.substring(name.lastIndexOf('_') + 1, name.length() - 4));
        PackageRow row = store.packages().find(new DossierCode(code), version).orElseThrow();
        assertThat(row.state()).isEqualTo(PackageRow.State.WRITTEN);
        assertThat(sha256(out.resolve(name))).isEqualTo(row.file().orElseThrow().sha256());
        sent.add(code);
      }
      assertThat(new HashSet<>(sent)).as("nothing is lost").containsAll(received);
      assertThat(store.packages().counts().get(PackageRow.State.WRITTEN))
          .isEqualTo((long) sent.size());
      // A dossier that was cut off between reception and its file leaves again with the file only.
      assertThat(sent.size() - new HashSet<>(sent).size()).isZero();
    }
  }

  private static List<String> names(Path out) throws Exception {
    try (var all = Files.list(out)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private List<String> command(Path out) {
    List<String> scan = KilledScanTest.command(root, "");
    List<String> words = new ArrayList<>(scan.subList(0, scan.size() - 4));
    words.add(PackageProcess.class.getName());
    words.add(root.resolve("data").toString());
    words.add(out.toString());
    return words;
  }
}
