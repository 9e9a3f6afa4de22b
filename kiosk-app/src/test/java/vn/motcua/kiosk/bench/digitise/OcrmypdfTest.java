package vn.motcua.kiosk.bench.digitise;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.FaultException;

class OcrmypdfTest {
  @TempDir Path folder;

  @Test
  void whereItIsNotInstalledItIsNamed() {
    assertThatThrownBy(
            () -> new Ocrmypdf(folder, Duration.ofMinutes(1), Map.of("PATH", "/nowhere")))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("BENCH-NO-OCRMYPDF");
  }
}
