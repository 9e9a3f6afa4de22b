package vn.motcua.kiosk.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.payment.FeeCode;
import vn.motcua.kiosk.payment.PaymentAccount;
import vn.motcua.kiosk.payment.VietQr;

/** What is drawn is what a reader reads. */
class QrPictureTest {
  @BeforeAll
  static void toolkit() {
    FxToolkit.start();
  }

  /** The second reference stands for texts whose usual mask no reader finds. */
  @ParameterizedTest
  @ValueSource(strings = {"H48125162611230001", "H48025162611260003", "HS2611260003L2"})
  void aPaymentsCodeIsReadBackFromItsPixels(String reference) throws Exception {
    String text = FeeCode.of(new PaymentAccount("970436", "0011001932418"), 15_000, reference);
    Image picture = QrPicture.of(text, 3);
    int side = (int) picture.getWidth();
    int[] pixels = new int[side * side];
    picture
        .getPixelReader()
        .getPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
    String read =
        new QRCodeReader()
            .decode(
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
            .getText();
    assertThat(read).isEqualTo(text);
    assertThat(VietQr.read(read))
        .hasValueSatisfying(code -> assertThat(code.amount()).contains(15_000L));
    assertThat(pixels[0]).as("the quiet zone is light").isEqualTo(0xFFFFFFFF);
  }
}
