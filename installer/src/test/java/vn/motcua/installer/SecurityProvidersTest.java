package vn.motcua.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityProvidersTest {
  @TempDir private Path runtime;

  @Test
  void strikesOffWhatTheRuntimeLacksAndKeepsTheOrder() throws Exception {
    Files.writeString(
        runtime.resolve("release"),
        "JAVA_VERSION=\"25\"\nMODULES=\"java.base java.naming java.smartcardio\"\n");
    Path file =
        Files.createDirectories(runtime.resolve("conf").resolve("security"))
            .resolve("java.security");
    Files.writeString(
        file,
        """
        #    security.provider.<n>=<provName | className>
        security.provider.1=SUN
        security.provider.2=SunJCE
        security.provider.3=SunJGSS
        security.provider.4=XMLDSig
        security.provider.5=SunPCSC
        security.provider.6=JdkLDAP
        security.provider.7=SunPKCS11
        securerandom.source=file:/dev/random
        """);

    new SecurityProviders(runtime).leaveOutMissing();

    assertThat(file)
        .hasContent(
            """
            #    security.provider.<n>=<provName | className>
            security.provider.1=SUN
            security.provider.2=SunJCE
            security.provider.3=SunPCSC
            security.provider.4=JdkLDAP
            securerandom.source=file:/dev/random
            """);
  }
}
