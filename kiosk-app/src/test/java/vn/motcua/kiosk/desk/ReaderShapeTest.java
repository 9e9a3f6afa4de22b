package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderShapeTest {
  @ParameterizedTest
  @CsvSource({
    "ACS ACR39U ICC Reader 00 00, SLOT",
    "ACS ACR122U PICC Interface 00 00, PAD",
    "HID Global OMNIKEY 5022 Smart Card Reader 00 00, PAD",
    "Identiv uTrust 3700 F CL Reader 00 00, PAD",
    "Gemalto USB SmartCard Reader 00 00, SLOT",
    "ACS ACR1281 1S Dual Reader PICC 00 01, PAD",
    "Feitian R502 Contact Reader 00 00, SLOT",
    "Feitian R502 Contactless Reader 00 00, PAD",
    "Simulated, PAD"
  })
  void theNameLetsSuppose(String name, ReaderShape shape) {
    assertThat(ReaderShape.of(List.of(name))).isEqualTo(shape);
  }

  @Test
  void aReaderOfBothKindsIsAPadAndNoReaderToo() {
    assertThat(
            ReaderShape.of(
                List.of("ACS ACR1281 1S Dual Reader ICC 00 00", "ACS ACR1281 Dual Reader PICC")))
        .isEqualTo(ReaderShape.PAD);
    assertThat(ReaderShape.of(List.of())).isEqualTo(ReaderShape.PAD);
  }
}
