package vn.motcua.kiosk.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Payment;
import vn.motcua.kiosk.dossier.PaymentReference;
import vn.motcua.scanner.FaultException;

class StatementTest {
  private static final String MAPPING =
      "# Ngân hàng A\nseparator=semicolon\nid=Số bút toán\namount=Ghi có\n"
          + "purpose=Nội dung\nthousands=dot\n";

  private static Statement read(String csv) throws FaultException {
    return Statement.read(csv.getBytes(StandardCharsets.UTF_8), StatementMapping.read(MAPPING));
  }

  @Test
  void readsWhatABankExports() throws Exception {
    Statement statement =
        read(
            "\ufeffNgày;Số bút toán;Ghi nợ;Ghi có;Nội dung\r\n"
                + "26/11/2026;FT1;;15.000;MBVCB.1.H48025162611260003.CT tu A\r\n"
                + "26/11/2026;FT2;20.000;;chuyen di\r\n"
                + "\r\n"
                + "26/11/2026;FT3;;8000;\"hai dong\nva \"\"nhay\"\"; H48\"\r\n"
                + "26/11/2026;FT4;;1.50;sai\r\n"
                + "26/11/2026;FT1;;15.000;lap lai\r\n"
                + "26/11/2026;;;15.000;khong so\r\n"
                + "26/11/2026;FT6;;15.000\r\n");
    assertThat(statement.rows())
        .containsExactly(
            new Statement.Row(2, "FT1", 15_000, "MBVCB.1.H48025162611260003.CT tu A"),
            new Statement.Row(5, "FT3", 8_000, "hai dong\nva \"nhay\"; H48"));
    assertThat(statement.unread())
        .containsExactly(
            new Statement.Unread(7, Statement.Why.AMOUNT),
            new Statement.Unread(8, Statement.Why.TWICE),
            new Statement.Unread(9, Statement.Why.ID),
            new Statement.Unread(10, Statement.Why.COLUMNS));
  }

  @ParameterizedTest
  @CsvSource({
    "1.234.567, 1234567",
    "15000, 15000",
    "+15.000, 15000",
    "'15,000', ",
    "15.00, ",
    "1.5000, ",
    "abc, ",
    "1e4, ",
    "99999999999999, ",
  })
  void anAmountIsReadWhollyOrReported(String amount, Long expected) throws Exception {
    Statement statement = read("Số bút toán;Ghi có;Nội dung\n1;\"" + amount + "\";x\n");
    assertThat(statement.rows().stream().map(Statement.Row::amount).findFirst())
        .isEqualTo(Optional.ofNullable(expected));
    assertThat(statement.unread()).hasSize(expected == null ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a;b;c",
        "Số bút toán;Ghi có\n",
        "Số bút toán;Ghi có;Ghi có;Nội dung\n",
        "Số bút toán;Ghi có;Nội dung\n1;\"2;3\n"
      })
  void whatIsNoStatementIsRefused(String csv) {
    assertThatThrownBy(() -> read(csv))
        .isInstanceOfSatisfying(
            FaultException.class,
            fault -> assertThat(fault.fault().code()).isEqualTo("PAYMENT-STATEMENT"));
  }

  @Test
  void otherCharactersAreRefused() {
    byte[] latin = "Số bút toán;Ghi có;Nội dung\n".getBytes(StandardCharsets.UTF_16);
    assertThatThrownBy(() -> Statement.read(latin, StatementMapping.read(MAPPING)))
        .isInstanceOf(FaultException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "separator=comma",
        "separator=space\nid=a\namount=b\npurpose=c\nthousands=dot",
        "separator=comma\nid=a\namount=b\npurpose=c\nthousands=blank",
        "separator=comma\nid=a\nid=a\namount=b\npurpose=c\nthousands=dot",
        "separator=comma\nid=a\namount=b\npurpose=c\nthousands=dot\nmore=x",
        "rubbish"
      })
  void aWrongMappingIsRefused(String mapping) {
    assertThatThrownBy(() -> StatementMapping.read(mapping))
        .isInstanceOfSatisfying(
            FaultException.class,
            fault -> assertThat(fault.fault().code()).isEqualTo("PAYMENT-MAPPING"));
  }

  private static Payment payment(int serial, int number, long amount) {
    DossierCode code = DossierCode.of("H48.025.16", java.time.LocalDate.of(2026, 11, 26), serial);
    return new Payment(
        code,
        number,
        amount,
        PaymentReference.of(code, number),
        LocalDateTime.parse("2026-11-26T09:00"),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "H48025162611260003, 15000, CONFIRMED",
    "MBVCB.77.h48025162611260003.CT tu 001 toi 002, 15000, CONFIRMED",
    "phi H48.025.16-261126-0003 nop, 15000, CONFIRMED",
    "H4802516 261126 0003, 15000, CONFIRMED",
    "H48025162611260003, 14999, AMOUNT",
    "H48025162611260003, 150000, AMOUNT",
    "H480251626112600031, 15000, UNCLEAR",
    "XH48025162611260003, 15000, UNCLEAR",
    "H48025162611260003 H48025162611260004, 15000, SEVERAL",
    "H48025162611260003L2, 8000, CONFIRMED",
    "H48025162611260003L2, 15000, AMOUNT",
    "261126-0003, 15000, FOREIGN",
    "tien dien thang 11, 15000, FOREIGN",
  })
  void onlyOneNamedPaymentWithItsExactAmountIsConfirmed(
      String purpose, long amount, String expected) {
    List<Payment> awaited =
        List.of(payment(3, 1, 15_000), payment(3, 2, 8_000), payment(4, 1, 15_000));
    Reconciliation found =
        Reconciliation.of(List.of(new Statement.Row(2, "1", amount, purpose)), awaited);
    String outcome =
        !found.confirmed().isEmpty()
            ? "CONFIRMED"
            : found.foreign() == 1 ? "FOREIGN" : found.doubtful().getFirst().why().name();
    assertThat(outcome).isEqualTo(expected);
  }

  @Test
  void moneyThatComesAgainIsNamedWithItsDossier() {
    Payment paid = payment(3, 1, 15_000);
    Reconciliation found =
        Reconciliation.of(
            List.of(new Statement.Row(2, "9", 15_000, "phi H48.025.16-261126-0003")),
            List.of(payment(4, 1, 15_000)),
            List.of(paid));
    assertThat(found.foreign()).isZero();
    assertThat(found.doubtful().getFirst().why()).isEqualTo(Reconciliation.Why.PAID);
    assertThat(found.doubtful().getFirst().payments()).containsExactly(paid);
  }

  @Test
  void accentsOfHeadingsAndAMarkBeforeTheMappingDoNoHarm() throws Exception {
    StatementMapping mapping =
        StatementMapping.read(
            "\ufeffseparator=comma\nid=Mã\namount=Số tiền\npurpose=Nội dung\nthousands=none\n");
    String heading = Normalizer.normalize("Mã,Số tiền,Nội dung", Normalizer.Form.NFD);
    Statement read =
        Statement.read((heading + "\n1,5,x\n").getBytes(StandardCharsets.UTF_8), mapping);
    assertThat(read.rows()).hasSize(1);
  }

  @Test
  void twoTransfersForOnePaymentAreForAPersonToSee() {
    List<Statement.Row> rows =
        List.of(
            new Statement.Row(2, "1", 15_000, "H48025162611260003"),
            new Statement.Row(3, "2", 15_000, "H48025162611260003"));
    Reconciliation found = Reconciliation.of(rows, List.of(payment(3, 1, 15_000)));
    assertThat(found.confirmed()).isEmpty();
    assertThat(found.doubtful())
        .extracting(Reconciliation.Doubt::why)
        .containsExactly(Reconciliation.Why.TWICE, Reconciliation.Why.TWICE);
  }

  @Test
  void noRowIsLostAndNoneConfirmsWhatItDoesNotName() {
    Random random = new Random(62);
    for (int round = 0; round < 300; round++) {
      List<Payment> awaited = new ArrayList<>();
      for (int serial = 1; serial <= 12; serial++) {
        awaited.add(payment(serial * (random.nextBoolean() ? 1 : 1111), 1, 1000L * serial));
      }
      List<Payment> unique = awaited.stream().distinct().toList();
      List<Statement.Row> rows = new ArrayList<>();
      for (int row = 0; row < 10; row++) {
        Payment any = awaited.get(random.nextInt(awaited.size()));
        String noise = random.nextInt(4) == 0 ? "" + random.nextInt(10) : "";
        rows.add(
            new Statement.Row(
                row + 2,
                "FT" + row,
                random.nextInt(4) == 0 ? 1 + random.nextInt(9000) : any.amount(),
                random.nextInt(5) == 0 ? "khác" : "CT " + any.reference() + noise));
      }
      Reconciliation found = Reconciliation.of(rows, unique);
      assertThat(found.confirmed().size() + found.doubtful().size() + found.foreign())
          .isEqualTo(rows.size());
      for (Reconciliation.Match match : found.confirmed()) {
        assertThat(match.row().amount()).isEqualTo(match.payment().amount());
        assertThat(match.row().purpose()).isEqualTo("CT " + match.payment().reference());
      }
      assertThat(found.confirmed().stream().map(Reconciliation.Match::payment))
          .doesNotHaveDuplicates();
    }
  }
}
