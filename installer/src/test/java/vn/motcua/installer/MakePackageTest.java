package vn.motcua.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The package is made, unpacked and started, with nothing but what is in it. */
class MakePackageTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int make(String... arguments) throws InterruptedException {
    return MakePackage.run(
        arguments,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void wrongUse() throws Exception {
    assertThat(make("--fly")).isEqualTo(2);
    assertThat(make("--out")).isEqualTo(2);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "a .deb is unpacked where dpkg is")
  void theDebRunsByItself(@TempDir Path dir) throws Exception {
    runsByItself(dir, "--out", dir.resolve("made").toString(), "--json", "--quick");
  }

  /** As it is handed out: compressed, with a cache learnt from a walk through all screens. */
  @Test
  @Tag("long")
  @EnabledOnOs(value = OS.LINUX, disabledReason = "a .deb is unpacked where dpkg is")
  void theDebThatIsHandedOutRunsByItself(@TempDir Path dir) throws Exception {
    runsByItself(dir, "--out", dir.resolve("made").toString(), "--json");
  }

  private void runsByItself(Path dir, String... arguments) throws Exception {
    assertThat(make(arguments)).as(err.toString(StandardCharsets.UTF_8)).isZero();
    Path deb;
    try (var files = Files.list(dir.resolve("made"))) {
      deb = files.findFirst().orElseThrow();
    }
    assertThat(deb.getFileName().toString()).endsWith("_amd64.deb");

    Path root = dir.resolve("root");
    Started unpack = Started.run(dir, 300, "dpkg-deb", "-x", deb.toString(), root.toString());
    assertThat(unpack.exit()).as(unpack.err()).isZero();
    String launcher = root.resolve("opt/motcua/bin/motcua").toString();

    Started version = Started.run(dir, 120, launcher, "--version");
    assertThat(version.out()).startsWith("Một Cửa ");

    Path walk = dir.resolve("walk");
    Started demo =
        Started.run(dir, 300, launcher, "demo", "--headless", "--out", walk.toString(), "--json");
    assertThat(demo.exit()).as(demo.err()).isZero();
    assertThat(Files.readString(walk.resolve("summary.json"))).contains("\"pdfa\"");
    // JavaFX must not unpack its libraries into somebody's home.
    assertThat(root.resolve("opt/motcua/lib/runtime/lib/libglass.so")).exists();
    // Names that the runtime lacks would be looked for on the class path at every start.
    assertThat(root.resolve("opt/motcua/lib/runtime/conf/security/java.security"))
        .content()
        .contains("=SunPCSC")
        .doesNotContain("=XMLDSig");

    Started control = Started.run(dir, 300, "dpkg-deb", "-f", deb.toString(), "Depends");
    assertThat(control.out().toLowerCase(Locale.ROOT)).contains("pcscd", "libgtk-3-0", "libpulse0");
  }
}
