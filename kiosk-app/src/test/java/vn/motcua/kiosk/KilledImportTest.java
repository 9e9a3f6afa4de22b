package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.motcua.kiosk.store.AuditTrail;

/** An import is killed outright, run again, and everything is there once. */
class KilledImportTest {
  private static final String MAPPING =
      """
      {"columns": {"code": "Mã", "procedure": "TTHC", "ownerName": "Chủ", "ownerNumber": "CCCD",
        "ownerPhone": "ĐT", "ownerAddress": "Địa chỉ", "received": "Nhận", "due": "Hẹn",
        "status": "Tình trạng", "notes": "Ghi chú"}}
      """;

  @TempDir Path root;

  @Test
  void whatWasCutOffIsRunAgain() throws Exception {
    Path csv = table(1500);
    Process child = start(csv, "-Xmx300m");
    Path wal = root.resolve("data/motcua.db-wal");
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (size(wal) < 1_000_000 && child.isAlive() && System.nanoTime() < end) {
      LockSupport.parkNanos(2_000_000);
    }
    child.toHandle().destroyForcibly();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    JsonNode again = Typed.run(root.resolve("home"), words(csv)).done();
    assertThat(again.path("taken").longValue() + again.path("same").longValue()).isEqualTo(1500);
    assertThat(again.path("conflict").longValue() + again.path("refused").longValue()).isZero();
    JsonNode third = Typed.run(root.resolve("home"), words(csv)).done();
    assertThat(third.path("same").longValue()).isEqualTo(1500);
    assertThat(AuditTrail.verify(root.resolve("data"), Optional.empty(), false).findings())
        .isEmpty();
  }

  @Test
  @Tag("long")
  void aHundredThousandRowsNeedLittleMemory() throws Exception {
    Path csv = table(100_000);
    long begin = System.nanoTime();
    Process child = start(csv, "-Xmx256m");
    assertThat(child.waitFor(15, TimeUnit.MINUTES)).isTrue();
    assertThat(child.exitValue()).isZero();
    System.err.println(
        "100,000 rows in " + (System.nanoTime() - begin) / 1_000_000_000 + " s, heap of 256 MiB");
    JsonNode again = Typed.run(root.resolve("home"), words(csv)).done();
    assertThat(again.path("same").longValue()).isEqualTo(100_000);
  }

  private Process start(Path csv, String heap) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Kiosk.class.getName()));
    command.addAll(List.of(words(csv)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(root.resolve("said.txt").toFile())
        .start();
  }

  private String[] words(Path csv) {
    return new String[] {
      "import",
      csv.toString(),
      "--mapping",
      root.resolve("mapping.json").toString(),
      "--data",
      root.resolve("data").toString()
    };
  }

  private Path table(int rows) throws Exception {
    Files.writeString(root.resolve("mapping.json"), MAPPING);
    Path csv = root.resolve("old.csv");
    try (BufferedWriter out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
      out.write("Mã,TTHC,Chủ,CCCD,ĐT,Địa chỉ,Nhận,Hẹn,Tình trạng,Ghi chú,Tủ\n");
      for (int i = 0; i < rows; i++) {
        int day = i / 30 % 28 + 1;
        int month = i / 840 % 12 + 1;
        int year = 2015 + i / 10_080;
        out.write(
            String.format(
                Locale.ROOT,
                "000.00.16.H48-%02d%02d%02d-%04d,1.004873,Đinh Thị Số %d,051%09d,0912%06d,"
                    + "Thôn %d xã Suối Đá,%02d/%02d/%d 08:00:00,%02d/%02d/%d,%d,\"ghi chú, %d\",T%d%n",
                year % 100,
                month,
                day,
                i % 30 + 1,
                i % 997,
                i,
                i % 1_000_000,
                i % 9,
                day,
                month,
                year,
                day,
                month,
                year,
                i % 4 == 0 ? 4 : 10,
                i,
                i % 50));
      }
    }
    return csv;
  }

  private static long size(Path file) throws Exception {
    return Files.exists(file) ? Files.size(file) : 0;
  }
}
