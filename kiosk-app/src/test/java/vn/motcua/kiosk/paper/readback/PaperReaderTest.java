package vn.motcua.kiosk.paper.readback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.paper.ocr.PageText;

/** From words to proposals. */
class PaperReaderTest {
  private final PaperReader reader = new PaperReader(PaperKinds.shipped(), CalibrationTest.CLOCK);

  private ReadBack read(String... lines) {
    return reader.read(List.of(Line.page(lines)));
  }

  private static Optional<String> value(ReadBack read, String field) {
    return read.best(field).map(Proposal::value);
  }

  @Test
  void everyValueOfCleanPagesInEveryLayoutIsFound() {
    Score score = new Score();
    for (int i = 0; i < 24; i++) {
      Random random = new Random(300 + i);
      Sheet sheet = CalibrationTest.sheet(random, i);
      score.add(sheet, reader.read(List.of(SheetReading.clean(sheet))));
    }
    assertEquals(24, score.papersRight);
    assertTrue(score.recall() >= 0.99, score.missed::toString);
    assertEquals(List.of(), score.surelyWrong);
  }

  @Test
  void withOneLetterInAHundredWrongTheSureOnesAreRight() {
    Score score = new Score();
    for (int i = 0; i < 48; i++) {
      Random random = new Random(9000 + i);
      Sheet sheet = CalibrationTest.sheet(random, i);
      score.add(sheet, reader.read(List.of(SheetReading.words(sheet, random, 0.01))));
    }
    assertEquals(48, score.papersRight);
    assertTrue(score.sureRight() >= 0.98, score.table());
    assertTrue(score.recall() >= 0.85, score.table());
    assertTrue(score.sure() > 80, score.table());
  }

  @Test
  void titlesWithErrorsOrWithoutMarksAreKnown() {
    assertEquals(
        "giay-khai-sinh",
        read("GIAY KHAI SINH", "Ho, chu dem, ten: NGUYEN VAN AN").papers().getFirst().kind());
    assertEquals(
        "giay-khai-sinh",
        read("GlẤY KHAl SlNH", "Họ, chữ đệm, tên: LÊ AN").papers().getFirst().kind());
    assertEquals(
        "to-khai-khai-tu",
        read("TỜ KHAI ĐĂNG KÝ KHAI TỬ", "Họ, chữ đệm, tên: LÊ AN").papers().getFirst().kind());
  }

  @Test
  void aTitleWithinRunningTextIsNone() {
    ReadBack read = read("Kèm theo bản sao giấy khai sinh của cháu Lê An,", "Họ và tên: Lê Văn An");
    assertEquals(PaperKind.GENERIC, read.papers().getFirst().kind());
    assertTrue(value(read, "child.name").isEmpty());
  }

  @Test
  void ofUnknownPapersOnlyCodesAndLabelledDatesAreRead() {
    ReadBack read =
        read(
            "BIÊN BẢN HỌP",
            "Họ và tên: Lê Văn An",
            "Số định danh cá nhân: 079190012345",
            "Hồ sơ H48.025.16-251122-0003",
            "Ngày cấp: 05/03/2020");
    assertEquals(
        List.of("date.issued", "dossier.code"),
        read.proposals().stream().map(Proposal::field).sorted().toList());
  }

  @Test
  void ethnicityAndReligionAreNeverProposed() {
    ReadBack read =
        read(
            "GIẤY KHAI SINH",
            "Họ, chữ đệm, tên: LÊ VĂN AN",
            "Giới tính: Nam Dân tộc: Ê Đê Quốc tịch: Việt Nam",
            "Tôn giáo: Không");
    assertFalse(read.proposals().toString().contains("Ê Đê"));
    assertTrue(
        read.proposals().stream()
            .noneMatch(one -> one.value().contains("Đê") || one.value().contains("Không")));
    assertEquals(Optional.of("Nam"), value(read, "child.sex"));
  }

  @Test
  void aNumberThatContradictsTheBirthDateIsDoubtedAndNamed() {
    ReadBack read =
        read(
            "CĂN CƯỚC CÔNG DÂN",
            "Số / No.: 079190012345",
            "Họ và tên / Full name: LÊ THỊ AN",
            "Ngày sinh / Date of birth: 01/02/1985",
            "Giới tính / Sex: Nữ");
    assertTrue(read.best("holder.number").orElseThrow().confidence() < 0.5);
    assertEquals(Reason.CONTRADICTS_BIRTH, read.conflicts().getFirst().why());
  }

  @Test
  void twoValuesForOneFieldAreAConflictAndNeitherIsSure() {
    ReadBack read =
        read(
            "ĐƠN ĐỀ NGHỊ XÁC NHẬN",
            "Tôi tên là Lê Văn An, sinh ngày 01/02/1985.",
            "Tôi tên là Trần Thị Bích, sinh ngày 01/02/1990.");
    assertTrue(
        read.conflicts().stream()
            .anyMatch(one -> one.why() == Reason.OTHERS_READ && one.proposals().size() == 2));
    assertTrue(read.proposals().stream().noneMatch(one -> one.confidence() >= 0.9));
  }

  @Test
  void theZoneOnTheBackProvesTheCard() {
    String[] lines = {
      "IDVNM1900123454079190012345<<8",
      "9002017F3002017VNM<<<<<<<<<<<4",
      "LE<<THI<AN<<<<<<<<<<<<<<<<<<<<"
    };
    ReadBack wrong = read(lines);
    assertEquals("can-cuoc", wrong.papers().getFirst().kind());
    assertTrue(wrong.best("holder.number").orElseThrow().confidence() < 0.5);
    Sheet card =
        new SheetMaker(new Random(3), SheetMaker.Style.PLAIN, "Tinos-Regular.ttf", "Tinos-Bold.ttf")
            .card();
    ReadBack right = reader.read(List.of(SheetReading.clean(card)));
    Proposal number = right.best("holder.number").orElseThrow();
    assertEquals(card.truth.get("holder.number"), number.value());
    assertTrue(number.confidence() >= 0.95);
    assertTrue(
        number.why().contains(Reason.CHECK_DIGITS_AGREE)
            || number.why().contains(Reason.READ_TWICE));
  }

  @Test
  void twoPagesThatSayTheSameMakeItSurer() {
    PageText page = Line.page("GIẤY KHAI SINH", "Họ, chữ đệm, tên: LÊ VĂN AN");
    double once = reader.read(List.of(page)).best("child.name").orElseThrow().confidence();
    ReadBack twice = reader.read(List.of(page, page));
    assertEquals(2, twice.proposals().size());
    assertTrue(twice.best("child.name").orElseThrow().confidence() > once);
    assertEquals(List.of(), twice.conflicts());
  }

  @Test
  void thePlaceOnThePageIsThatOfTheValue() {
    PageText page = Line.page("GIẤY KHAI SINH", "Họ, chữ đệm, tên: LÊ VĂN AN");
    Box box = reader.read(List.of(page)).best("child.name").orElseThrow().box();
    assertEquals(60 + 6 * "Họ, chữ đệm, tên: ".length(), box.left(), 0.1);
    assertEquals(box.left() + 6 * "LÊ VĂN AN".length(), box.right(), 0.1);
    assertTrue(box.top() < 78 && box.bottom() > 78 && box.bottom() < 84);
  }

  @Test
  void proposalsDoNotPrintTheirValues() {
    ReadBack read = read("GIẤY KHAI SINH", "Họ, chữ đệm, tên: LÊ VĂN AN");
    assertFalse(read.toString().contains("AN,"));
    assertFalse(read.proposals().toString().contains("LÊ"));
  }

  @Test
  void everyReasonHasASentenceInBothLanguages() {
    for (Reason reason : Reason.values()) {
      assertFalse(reason.sentence(java.util.Locale.of("vi")).isBlank());
      assertFalse(
          reason
              .sentence(java.util.Locale.ENGLISH)
              .equals(reason.sentence(java.util.Locale.of("vi"))));
    }
  }
}
