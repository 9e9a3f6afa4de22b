package vn.motcua.kiosk.paper.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.FaultException;

/**
 * Tokens behind PKCS#11, played by SoftHSM in a process of its own: its configuration is a variable
 * of the environment, and a token that goes away must not take this process's tokens with it.
 */
class TokenKeyTest {
  private static final List<String> MODULES =
      List.of(
          "/usr/lib/softhsm/libsofthsm2.so",
          "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
          "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so");

  @AutoClose
  private static final SignKit kit = new SignKit("Nguyễn Văn Thử", TestAuthority.Kind.SIGNER_CRL);

  private static Path module;

  @TempDir static Path folder;

  @BeforeAll
  static void begin() throws Exception {
    module =
        MODULES.stream()
            .map(Path::of)
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(() -> new AssertionError("install the Debian package softhsm2"));
    Files.createDirectory(folder.resolve("tokens"));
    Files.writeString(
        folder.resolve("softhsm2.conf"),
        "directories.tokendir = "
            + folder.resolve("tokens")
            + "\nobjectstore.backend = file\n"
            + "log.level = ERROR\n");
    run(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "can-bo",
        "--so-pin",
        "87654321",
        "--pin",
        "123456");
    TestAuthority.p12(folder.resolve("key.p12"), kit.holder, "123456");
    SignKit.plain(folder.resolve("in.pdf"));
    Files.write(folder.resolve("root.cer"), kit.authority.root.certificate().getEncoded());
    assertThat(java("fill")).contains("FILLED");
  }

  @Test
  void aTokenSigns() throws Exception {
    assertThat(java("sign")).contains("SIGNED PKCS#11 can-bo");
    PdfVerdict verdict = kit.verify(folder.resolve("out.pdf"));
    assertThat(verdict.isGood()).as(verdict.toString()).isTrue();
  }

  @Test
  void theWrongPinTokenAndKeyAreNamed() throws Exception {
    assertThat(java("pin,label,alias"))
        .containsSubsequence(
            "pin: FAULT SIGN-KEY-PIN",
            "label: FAULT SIGN-TOKEN-NONE",
            "alias: FAULT SIGN-KEY-NONE");
  }

  @Test
  void pulledOutInTheMiddleTheDocumentIsAsItWas() throws Exception {
    byte[] before = Files.readAllBytes(folder.resolve("in.pdf"));
    assertThat(java("gone")).contains("FAULT SIGN-TOKEN-GONE");
    assertThat(Files.readAllBytes(folder.resolve("in.pdf"))).isEqualTo(before);
    assertThat(folder.resolve("gone.pdf")).doesNotExist();
  }

  @Test
  void whatIsNoModuleIsSaid() throws Exception {
    Path text = folder.resolve("module.so");
    Files.writeString(text, "no library");
    for (Path each : List.of(text, folder.resolve("none.so"))) {
      FaultException thrown =
          catchThrowableOfType(
              FaultException.class,
              () -> TokenKey.open(each, Optional.empty(), Optional.empty(), new char[] {'1'}));
      assertThat(thrown.fault().code()).isEqualTo("SIGN-TOKEN-MODULE");
    }
  }

  private static String java(String act) throws Exception {
    return run(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        TokenProcess.class.getName(),
        act,
        module.toString(),
        folder.toString());
  }

  private static String run(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Path output = Files.createTempFile(folder, "run", ".txt");
    builder.redirectOutput(output.toFile());
    builder.environment().put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    Process process = builder.start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command[0] + " did not end");
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
