package vn.motcua.kiosk.paper.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.token.SoftHsm;
import vn.motcua.scanner.FaultException;

/** Tokens behind PKCS#11, played by SoftHSM. */
class TokenKeyTest {
  @AutoClose
  private static final SignKit kit = new SignKit("Nguyễn Văn Thử", TestAuthority.Kind.SIGNER_CRL);

  private static SoftHsm hsm;

  @TempDir static Path folder;

  @BeforeAll
  static void begin() throws Exception {
    hsm = SoftHsm.with(folder, "can-bo");
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
    return hsm.java(TokenProcess.class, act, hsm.module().toString(), folder.toString());
  }
}
