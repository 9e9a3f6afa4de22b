package vn.motcua.kiosk.paper.readback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a value, and which. */
class ValuesTest {
  private final NumberValue numbers = new NumberValue(new NumberStructure(CalibrationTest.CLOCK));
  private final DateValue dates = new DateValue(CalibrationTest.CLOCK);
  private final CodeValue codes = new CodeValue(CalibrationTest.CLOCK);
  private final NameValue names = new NameValue();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          05/03/2020 | 2020-03-05
          5-3-2020. | 2020-03-05
          O5/O3/2O20 | 2020-03-05
          ngày 05 tháng 03 năm 2020 | 2020-03-05
          ngay 5 thang 3 nam 2020 | 2020-03-05
          08 giờ 30 phút, ngày 05 tháng 12 năm 2025 | 2025-12-05
          ngày mười hai tháng ba năm hai nghìn không trăm hai mươi | 2020-03-12
          Ngày hai mươi mốt tháng mười một năm một nghìn chín trăm chín mươi lăm | 1995-11-21
          ngày năm tháng năm năm hai nghìn linh năm | 2005-05-05
          ngày mùng một tháng giêng năm hai nghìn | 2000-01-01
          """)
  void dates(String text, String iso) {
    assertEquals(Optional.of(iso), dates.read(Line.tokens(text), false).map(Reading::value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31/02/2020",
        "00/03/2020",
        "12/13/2020",
        "1990",
        "123/456/7890",
        "tháng 3 năm 2020",
        "ngày hai tháng ba"
      })
  void noDates(String text) {
    assertTrue(dates.read(Line.tokens(text), false).isEmpty());
  }

  @Test
  void aYearWhereAYearIsEnough() {
    assertEquals(Optional.of("1990"), dates.read(Line.tokens("1990"), true).map(Reading::value));
    assertTrue(dates.read(Line.tokens("2990"), true).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          079190012345 | 079190012345
          O7919OOl2345 | 079190012345
          079 190 012345, cấp ngày | 079190012345
          0 7 9 1 9 0 0 1 2 3 4 5 | 079190012345
          CCCD số 079190012345 | 079190012345
          CMND 250123456 | 250123456
          """)
  void numbers(String text, String number) {
    assertEquals(Optional.of(number), numbers.read(Line.tokens(text)).map(Reading::value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"999190012345", "079990012345", "079190012", "07919001234", "0791900123456"})
  void numbersThatFailOrCannotBeChecked(String text) {
    Reading reading = numbers.read(Line.tokens(text)).orElseThrow();
    assertTrue(reading.quality() < (reading.value().length() == 9 ? 0.8 : 0.5), reading.value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Nguyễn Thị Lan, sinh ngày | Nguyễn Thị Lan
          NGUYỄN THỊ LAN .......... | NGUYỄN THỊ LAN
          ......Nguyễn Thị Lan...... | Nguyễn Thị Lan
          ông Y Bhăm Niê chịu trách nhiệm | Y Bhăm Niê
          H'Hen Mlô | H'Hen Mlô
          """)
  void names(String text, String name) {
    assertEquals(name, names.read(Line.tokens(text)).getFirst().value());
  }

  @Test
  void misreadMarksOfAFamilyNameAreDoubtedAndASecondReadingOffered() {
    var readings = names.read(Line.tokens("NGUYỀN VĂN AN"));
    assertEquals(2, readings.size());
    assertTrue(readings.stream().anyMatch(one -> one.value().equals("NGUYỄN VĂN AN")));
    assertTrue(readings.stream().allMatch(one -> one.quality() < 0.7));
  }

  @Test
  void aNameOfNineSyllablesIsReadWhole() {
    String name = "NGUYỄN HOÀNG PHƯƠNG KHÁNH LINH THẢO VY TÔN NỮ";
    for (String line : List.of(name, name + ", sinh ngày", name + " sinh ngày")) {
      Reading reading = names.read(Line.tokens(line)).getFirst();
      assertEquals(name, reading.value());
      assertTrue(reading.quality() > 0.9);
      assertFalse(reading.why().contains(Reason.VALUE_CUT));
    }
  }

  @Test
  void whatWasCutIsDoubtedAndSaysSo() {
    String name = "NGUYỄN HOÀNG PHƯƠNG KHÁNH LINH THẢO VY TÔN NỮ";
    for (String line : List.of(name + " 12", name + " ANH MINH CHÂU HÀ", name + " " + name)) {
      Reading reading = names.read(Line.tokens(line)).getFirst();
      assertTrue(reading.quality() < 0.9);
      assertTrue(reading.why().contains(Reason.VALUE_CUT));
    }
    Reading address =
        OtherValues.address(Line.tokens("Thôn Nước Trong, xã Suối Đá, ".repeat(10))).orElseThrow();
    assertTrue(address.quality() < 0.9);
    assertTrue(address.why().contains(Reason.VALUE_CUT));
  }

  @Test
  void runningTextIsNoName() {
    assertTrue(names.read(Line.tokens("cam đoan những nội dung")).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          000.00.12.H26-250525-0437 | 000.00.12.H26-250525-0437
          H48.025.16-251122-0003 | H48.025.16-251122-0003
          h48.O25.16 - 25l122 - OOO3 | H48.025.16-251122-0003
          """)
  void codes(String text, String code) {
    assertEquals(Optional.of(code), codes.read(Line.tokens(text)).map(Reading::value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "H48.025.16-251342-0003",
        "H48.025.16-991122-0003",
        "H48.025.16-301122-0003",
        "0979123456",
        "12/2020/NĐ-CP"
      })
  void noCodes(String text) {
    assertTrue(codes.find(Line.tokens(text)).isEmpty());
  }

  @Test
  void otherValues() {
    assertEquals(
        "0912345678", OtherValues.phone(Line.tokens("0912 345 678")).orElseThrow().value());
    assertEquals(
        "0912345678", OtherValues.phone(Line.tokens("+84912345678")).orElseThrow().value());
    assertTrue(OtherValues.phone(Line.tokens("091234567")).orElseThrow().quality() < 0.5);
    assertEquals("Nữ", OtherValues.sex(Line.tokens("Nữ Quốc tịch")).orElseThrow().value());
    assertTrue(OtherValues.sex(Line.tokens("Nam Nữ")).isEmpty());
    assertEquals("123/2020", OtherValues.register(Line.tokens("123 / 2020")).orElseThrow().value());
    assertEquals("7/2019-BS", OtherValues.register(Line.tokens("7/2019-BS")).orElseThrow().value());
    assertTrue(OtherValues.address(Line.tokens("12 34 56")).isEmpty());
  }

  @Test
  void syllables() {
    for (String word :
        "Nguyễn Thị Quỳnh Phượng Nghĩa Yến Oanh Uyên Khuyên Gia Giang Thùy An Ý".split(" ")) {
      assertTrue(Syllable.isVietnamese(word), word);
    }
    for (String word : "Nguvễn Phướt Thj Hạnb Bhăm Đạả Phuợngg Cảt".split(" ")) {
      assertTrue(!Syllable.isVietnamese(word) || word.equals("Phướt"), word);
    }
  }
}
