package vn.motcua.kiosk.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.pdf.Tool;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/**
 * A disk without room, for real: a file system of 100 KB of its own where the machine lets us mount
 * one, else the kernel's limit on the size of a file. The work runs in a process of its own.
 */
class FullDiskTest {
  @TempDir Path folder;

  @Test
  void aFullDiskIsNamedAndNothingHalfIsLeft() throws Exception {
    Path page = TestPages.jpeg(folder.resolve("page.jpg"), TestPages.draw(200, 0, true, true), 200);
    assertThat(Files.size(page)).isGreaterThan(110_000);
    Path disk = Files.createDirectory(folder.resolve("disk"));
    String[] java = {
      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
      "-XX:TieredStopAtLevel=1",
      "--enable-native-access=ALL-UNNAMED",
      "-cp",
      System.getProperty("java.class.path"),
      Child.class.getName(),
      page.toString(),
      disk.toString()
    };
    Tool.Answer answer;
    if (canMount(disk)) {
      String mount = "mount -t tmpfs -o size=100k none " + disk + " && exec \"$@\"";
      answer = Tool.run(join(new String[] {"unshare", "-rm", "sh", "-c", mount, "sh"}, java));
    } else {
      answer = Tool.run(join(new String[] {"prlimit", "--fsize=100000"}, java));
    }
    assertThat(answer.text()).contains("fault PDF-DISK-FULL").contains("left [old.pdf]");
  }

  @Test
  void theLimitOnTheSizeOfAFileIsNamedAsWell() throws Exception {
    Path page = TestPages.jpeg(folder.resolve("page.jpg"), TestPages.draw(200, 0, true, true), 200);
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Tool.Answer answer =
        Tool.run(
            "prlimit",
            "--fsize=100000",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-UsePerfData",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            page.toString(),
            disk.toString());
    assertThat(answer.text()).contains("fault PDF-DISK-FULL").contains("left [old.pdf]");
  }

  private static boolean canMount(Path disk) throws IOException, InterruptedException {
    return Tool.run("unshare", "-rm", "mount", "-t", "tmpfs", "none", disk.toString()).exit() == 0;
  }

  private static String[] join(String[] a, String[] b) {
    return java.util.stream.Stream.of(a, b)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }

  /** Digitises the first argument into the folder of the second and says how it went. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws IOException {
      Path disk = Path.of(args[1]);
      Path old = disk.resolve("old.pdf");
      Files.writeString(old, "the old file");
      try (Digitiser digitiser = new Digitiser(Clock.systemUTC(), 1)) {
        digitiser.digitise(
            List.of(Path.of(args[0])),
            DigitiseRequest.of("Thử", "").withOcr(false).withProfile(Profile.ORIGINAL),
            old,
            Progress.NONE,
            new Cancellation());
        System.out.println("no fault");
      } catch (FaultException e) {
        System.out.println("fault " + e.fault().code());
      }
      try (var left = Files.list(disk)) {
        System.out.println("left " + left.map(p -> p.getFileName().toString()).toList());
      }
      System.out.println(Files.readString(old));
    }
  }
}
