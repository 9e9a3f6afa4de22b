package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DraftCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.payment.VietQrTest;

class ScannedCodeTest {
  private static final DossierCode CODE = new DossierCode("H48.025.16-261122-0003");
  private static final LookupSecret SECRET = new LookupSecret("7K3MPX");

  @Test
  void readsWhatTheReceiptCarries() {
    assertThat(ScannedCode.read(ScannedCode.receiptText(CODE, SECRET)))
        .isEqualTo(new ScannedCode.Receipt(CODE, SECRET));
    assertThat(ScannedCode.read(CODE.value())).isEqualTo(new ScannedCode.CodeOnly(CODE));
    assertThat(ScannedCode.read("051191407263||Đinh Thị Mai|12031991|Nữ|Sơn Tây|18052022"))
        .isInstanceOf(ScannedCode.Card.class);
    assertThat(ScannedCode.read(VietQrTest.STATIC)).isInstanceOf(ScannedCode.Payment.class);
    DraftCode draft = DraftCode.random(new Random(8));
    assertThat(ScannedCode.read(draft.qrText())).isEqualTo(new ScannedCode.Draft(draft));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MC1",
        "MC2|H48.025.16-261122-0003|7K3MPX",
        "mc1|H48.025.16-261122-0003|7K3MPX",
        "MC1|h48.025.16-261122-0003|7K3MPX",
        "MC1|H48.025.16-261322-0003|7K3MPX",
        "MC1|H48.025.16-261122-0003|7k3mpx",
        "MC1|H48.025.16-261122-0003|7K3MP",
        "MC1|H48.025.16-261122-0003|7K3MPX|",
        "MC1|H48.025.16-261122-0003",
        " H48.025.16-261122-0003",
        "H48.025.16-261122-0003\n",
        "h48.025.16-261122-0003",
        "https://example.org/H48.025.16-261122-0003",
        "'; DROP TABLE dossier; --",
        "<script>alert(1)</script>",
        "MCD1|222222223",
        "00020101021153037045802VN63040000",
        "8934563138164"
      })
  void isStrict(String text) {
    assertThat(ScannedCode.read(text)).isEqualTo(new ScannedCode.Unknown());
  }

  @Test
  void neverThrows() {
    Random random = new Random(9);
    for (int i = 0; i < 20_000; i++) {
      char[] text = new char[random.nextInt(60)];
      for (int c = 0; c < text.length; c++) {
        text[c] =
            random.nextBoolean()
                ? (char) random.nextInt(65536)
                : "MC1|H48.-0".charAt(random.nextInt(10));
      }
      assertThat(ScannedCode.read(new String(text))).isNotNull();
    }
    assertThat(ScannedCode.read("|".repeat(10_000))).isEqualTo(new ScannedCode.Unknown());
  }
}
