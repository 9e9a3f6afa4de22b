package vn.motcua.kiosk.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Payment;
import vn.motcua.kiosk.dossier.PaymentReference;

class FeeCodeTest {
  private static final PaymentAccount ACCOUNT = new PaymentAccount("970436", "0011001932418");

  @Test
  void isTheCodeThatTheStandardAsksFor() {
    DossierCode code = new DossierCode("H48.025.16-261126-0003");
    Payment payment =
        new Payment(
            code,
            1,
            15_000,
            PaymentReference.of(code, 1),
            LocalDateTime.parse("2026-11-26T09:00"),
            Optional.empty());
    String text = FeeCode.of(ACCOUNT, payment);
    String body =
        "000201"
            + "010212"
            + "38570010A0000007270127000697043601130011001932418"
            + "0208QRIBFTTA"
            + "5303704"
            + "540515000"
            + "5802VN"
            + "62210817H48025162611260003".replace("62210817", "62220818")
            + "6304";
    assertThat(text).isEqualTo(body + slowChecksum(body));
    assertThat(FeeCode.check(text))
        .contains(
            new VietQr(
                "970436",
                "0011001932418",
                Optional.of(15_000L),
                Optional.of("H48025162611260003")));
  }

  /** Drawn, looked at, and taken apart by code that shares nothing with what made it. */
  @Test
  void anyCodeIsReadBackByAnotherDecoder() throws Exception {
    Random random = new Random(38);
    for (int i = 0; i < 300; i++) {
      PaymentAccount account =
          new PaymentAccount(
              "" + (100_000 + random.nextInt(900_000)), letters(random, 1 + random.nextInt(19)));
      long amount = 1 + random.nextLong(i % 7 == 0 ? 9_999_999_999_999L : 1_000_000);
      String purpose = letters(random, 1 + random.nextInt(25));
      String text = FeeCode.of(account, amount, purpose);
      String seen = i % 10 == 0 ? throughAPicture(text) : text;
      assertThat(seen).isEqualTo(text);
      Map<String, String> code = parts(seen);
      assertThat(code.keySet().iterator().next()).isEqualTo("00");
      assertThat(code).containsEntry("00", "01").containsEntry("01", "12");
      assertThat(code).containsEntry("53", "704").containsEntry("58", "VN");
      assertThat(code).containsEntry("54", "" + amount);
      Map<String, String> napas = parts(code.get("38"));
      assertThat(napas).containsEntry("00", "A000000727").containsEntry("02", "QRIBFTTA");
      assertThat(parts(napas.get("01")))
          .containsEntry("00", account.bank())
          .containsEntry("01", account.number());
      assertThat(parts(code.get("62"))).containsEntry("08", purpose);
      assertThat(code.get("63"))
          .isEqualTo(slowChecksum(seen.substring(0, seen.length() - 4)))
          .matches("[0-9A-F]{4}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "lệ phí",
        "LE-PHI",
        "H48.025",
        "A  B",
        " A",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
      })
  void aPurposeThatBanksChangeIsRefused(String purpose) {
    assertThatThrownBy(() -> FeeCode.of(ACCOUNT, 1, purpose))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 10_000_000_000_000L, Long.MAX_VALUE})
  void anAmountThatNoCodeCarriesIsRefused(long amount) {
    assertThatThrownBy(() -> FeeCode.of(ACCOUNT, amount, "A"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"97043, 1", "9704361, 1", "97043A, 1", "970436, ''", "970436, 12345678901234567890"})
  void anAccountThatNoCodeNamesIsRefused(String bank, String number) {
    assertThatThrownBy(() -> new PaymentAccount(bank, number))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "H48.025.16-261126-0003, 1, H48025162611260003",
    "H48.025.16-261126-0003, 2, H48025162611260003L2",
    "000.00.01.H48-241115-0003, 1, 0000001H482411150003",
    "H48.0251.1616.ABCD.EF12-261126-0003, 1, HS2611260003",
    "H48.0251.1616.ABCD.EF12-261126-0003, 3, HS2611260003L3",
  })
  void theReferenceFitsInto25Characters(String code, int number, String reference) {
    assertThat(PaymentReference.of(new DossierCode(code), number)).isEqualTo(reference);
  }

  @Test
  void everyReferenceCanStandInACode() {
    Random random = new Random(25);
    for (int i = 0; i < 5000; i++) {
      StringBuilder agency = new StringBuilder("H48");
      for (int n = random.nextInt(7); n > 0; n--) {
        agency.append('.').append(letters(random, 1 + random.nextInt(4)));
      }
      if (DossierCode.strict(agency + "-260101-0001").isEmpty()) {
        continue;
      }
      DossierCode code =
          DossierCode.of(
              agency.toString(),
              LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900)),
              1 + random.nextInt(2_000_000));
      String reference = PaymentReference.of(code, 1 + random.nextInt(99));
      assertThat(FeeCode.check(FeeCode.of(ACCOUNT, 1, reference)).orElseThrow().purpose())
          .contains(reference);
    }
  }

  private static String letters(Random random, int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(random.nextInt(36)));
    }
    return text.toString();
  }

  private static Map<String, String> parts(String text) {
    Map<String, String> parts = new LinkedHashMap<>();
    String rest = text;
    while (!rest.isEmpty()) {
      int length = Integer.parseInt(rest.substring(2, 4), 10);
      assertThat(parts.put(rest.substring(0, 2), rest.substring(4, 4 + length))).isNull();
      rest = rest.substring(4 + length);
    }
    return parts;
  }

  /** CRC by long division of the bits, as in a textbook. */
  private static String slowChecksum(String text) {
    StringBuilder bits = new StringBuilder();
    for (char c : text.toCharArray()) {
      bits.append(String.format("%8s", Integer.toBinaryString(c)).replace(' ', '0'));
    }
    bits.append("0".repeat(16));
    char[] all = bits.toString().toCharArray();
    for (int i = 0; i < 16; i++) {
      all[i] = all[i] == '0' ? '1' : '0';
    }
    String divisor = "10001000000100001";
    for (int i = 0; i + 16 < all.length; i++) {
      if (all[i] == '1') {
        for (int j = 0; j < 17; j++) {
          all[i + j] = all[i + j] == divisor.charAt(j) ? '0' : '1';
        }
      }
    }
    String rest = new String(all, all.length - 16, 16);
    return String.format("%04X", Integer.parseInt(rest, 2));
  }

  private static String throughAPicture(String text) throws Exception {
    BitMatrix drawn = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 400, 400);
    LuminanceSource seen =
        new LuminanceSource(drawn.getWidth(), drawn.getHeight()) {
          @Override
          public byte[] getRow(int y, byte[] row) {
            byte[] bytes = new byte[getWidth()];
            for (int x = 0; x < bytes.length; x++) {
              bytes[x] = (byte) (drawn.get(x, y) ? 20 : 235);
            }
            return bytes;
          }

          @Override
          public byte[] getMatrix() {
            byte[] bytes = new byte[getWidth() * getHeight()];
            for (int y = 0; y < getHeight(); y++) {
              System.arraycopy(getRow(y, new byte[0]), 0, bytes, y * getWidth(), getWidth());
            }
            return bytes;
          }
        };
    return new QRCodeReader()
        .decode(new BinaryBitmap(new GlobalHistogramBinarizer(seen)))
        .getText();
  }
}
