package vn.motcua.kiosk.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class VietQrTest {
  private static final String PAYEE = "0010A000000727" + "0123" + "0006970403" + "0109113366668";

  /** A transfer to an invented account, the amount left to the payer. */
  public static final String STATIC = sealed("000201010211" + napas() + "53037045802VN");

  private static final String DYNAMIC =
      sealed(
          "000201010212"
              + napas()
              + "5303704"
              + "540525000"
              + "5802VN"
              + "62230819PHI H48 261122 0003");

  private static String napas() {
    String value = PAYEE + "0208QRIBFTTA";
    return "38" + value.length() + value;
  }

  private static String sealed(String body) {
    return body + "6304" + MerchantCode.checksum(body + "6304");
  }

  @Test
  void theChecksumIsTheOneOfTheStandard() {
    assertThat(MerchantCode.checksum("123456789")).isEqualTo("29B1"); // CRC-16/IBM-3740
  }

  @Test
  void saysWhereTheMoneyGoes() {
    assertThat(VietQr.read(STATIC))
        .contains(new VietQr("970403", "113366668", Optional.empty(), Optional.empty()));
    assertThat(VietQr.read(DYNAMIC))
        .contains(
            new VietQr(
                "970403", "113366668", Optional.of(25_000L), Optional.of("PHI H48 261122 0003")));
    assertThat(VietQr.read(DYNAMIC).orElseThrow().toString()).doesNotContain("113366668");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "6304",
        "000201",
        "00020153037045802VN", // nobody to pay
        "0002010102113840PAYEE53038405802VN", // dollars
        "0002010102113840PAYEE53037045802US",
        "0002010102133840PAYEE53037045802VN", // neither static nor dynamic
        "0102110002013840PAYEE53037045802VN", // version not first
        "0002010102113840PAYEE530370454015802VN", // an amount of one character that is no digit
        "0002010102113840PAYEE530370454010", // amount nought
        "0002010102113840PAYEE53037045303704",
        "000201010211383XPAYEE53037045802VN",
        "00020101021138990010A00000072753037045802VN",
        "00020101021138180010A000000999010053037045802VN"
      })
  void anythingElseIsNone(String body) {
    assertThat(VietQr.read(sealed(body.replace("PAYEE", PAYEE)))).isEmpty();
    assertThat(VietQr.read(body)).isEmpty();
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    for (int i = 0; i < DYNAMIC.length(); i++) {
      for (char other : "0A9".toCharArray()) {
        if (DYNAMIC.charAt(i) != other) {
          String changed = DYNAMIC.substring(0, i) + other + DYNAMIC.substring(i + 1);
          assertThat(VietQr.read(changed)).as(changed).isEmpty();
        }
      }
      assertThat(VietQr.read(DYNAMIC.substring(0, i))).isEmpty();
    }
  }

  @Test
  void neverThrows() {
    Random random = new Random(4);
    for (int round = 0; round < 50_000; round++) {
      StringBuilder body = new StringBuilder("000201");
      for (int i = random.nextInt(60); i > 0; i--) {
        body.append(
            random.nextInt(8) == 0
                ? (char) random.nextInt(0x3000)
                : "0123853".charAt(random.nextInt(7)));
      }
      assertThat(VietQr.read(sealed(body.toString()))).isEmpty();
    }
  }
}
