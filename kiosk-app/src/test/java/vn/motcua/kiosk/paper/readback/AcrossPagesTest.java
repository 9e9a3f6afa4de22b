package vn.motcua.kiosk.paper.readback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.paper.ocr.PageText;

/** What pages say of each other. */
class AcrossPagesTest {
  private final PaperReader reader = new PaperReader(PaperKinds.shipped(), CalibrationTest.CLOCK);

  private static PageText form(String name, String number) {
    return Line.page(
        "TỜ KHAI ĐĂNG KÝ KHAI SINH",
        "Họ, chữ đệm, tên người yêu cầu: " + name,
        "Số định danh cá nhân: " + number);
  }

  private static PageText born(String name, String birth) {
    return Line.page(
        "GIẤY KHAI SINH", "Họ, chữ đệm, tên: " + name, "Ngày, tháng, năm sinh: " + birth);
  }

  private static List<Proposal> of(ReadBack read, String field) {
    return read.proposals().stream().filter(one -> one.field().equals(field)).toList();
  }

  @Test
  void twoNumbersOfOneApplicantOnTwoPagesAreAConflictAndNeitherIsSure() {
    assertTrue(
        of(reader.read(List.of(form("Lê Thị An", "001190012345"))), "applicant.number")
                .getFirst()
                .confidence()
            >= 0.9);
    ReadBack read =
        reader.read(List.of(form("Lê Thị An", "001190012345"), form("Lê Thị An", "001190012346")));
    List<Proposal> numbers = of(read, "applicant.number");
    assertEquals(2, numbers.size());
    for (Proposal number : numbers) {
      assertTrue(number.confidence() < 0.9);
      assertTrue(number.why().contains(Reason.OTHER_PAGE_DIFFERS));
    }
    assertEquals(1, read.conflicts().size());
    Conflict conflict = read.conflicts().getFirst();
    assertEquals(Reason.OTHER_PAGE_DIFFERS, conflict.why());
    assertEquals(
        Set.of("001190012345", "001190012346"),
        conflict.proposals().stream().map(Proposal::value).collect(Collectors.toSet()));
    assertEquals(
        Set.of(1, 2),
        conflict.proposals().stream().map(Proposal::page).collect(Collectors.toSet()));
    assertTrue(
        of(read, "applicant.name").stream().allMatch(one -> one.confidence() > 0.9),
        "what agrees is surer");
  }

  @Test
  void aThirdPageDoesNotOutvoteTheSecond() {
    PageText first = form("Lê Thị An", "001190012345");
    ReadBack read = reader.read(List.of(first, form("Lê Thị An", "001190012346"), first));
    assertTrue(of(read, "applicant.number").stream().allMatch(one -> one.confidence() < 0.9));
    assertEquals(3, read.conflicts().getFirst().proposals().size());
  }

  @Test
  void aDossierHasOneApplicantSoAnotherOneIsAConflict() {
    ReadBack read =
        reader.read(
            List.of(form("Lê Thị An", "001190012345"), form("Trần Văn Bình", "079088000019")));
    assertEquals(2, read.conflicts().size());
    assertTrue(read.proposals().stream().allMatch(one -> one.confidence() < 0.9));
  }

  @Test
  void otherRolesAndPlainlyOtherPeopleAreNoConflict() {
    ReadBack roles =
        reader.read(List.of(form("Lê Thị An", "001190012345"), born("LÊ AN NHIÊN", "01/02/2021")));
    assertEquals(List.of(), roles.conflicts());
    ReadBack siblings =
        reader.read(List.of(born("LÊ AN NHIÊN", "01/02/2021"), born("LÊ GIA BẢO", "07/09/2018")));
    assertEquals(List.of(), siblings.conflicts());
    assertTrue(of(siblings, "child.name").stream().allMatch(one -> one.confidence() >= 0.9));
  }

  @Test
  void aChildWithTwoBirthDatesIsAConflict() {
    ReadBack read =
        reader.read(List.of(born("LÊ AN NHIÊN", "01/02/2021"), born("LÊ AN NHIÊN", "02/02/2021")));
    assertEquals(1, read.conflicts().size());
    assertTrue(of(read, "child.birth").stream().allMatch(one -> one.confidence() < 0.9));
  }

  @Test
  void whatAPaperSaysOfItselfIsNoConflict() {
    ReadBack read =
        reader.read(List.of(Line.page("Ngày cấp: 05/03/2020"), Line.page("Ngày cấp: 06/03/2021")));
    assertEquals(2, of(read, "date.issued").size());
    assertEquals(List.of(), read.conflicts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NAME | LÊ THỊ HOÀ | Lê Thị Hòa | false
          NAME | LÊ THỊ HOÀ | LE THI HOA | false
          NAME | LÊ THỊ HOÀ | LÊ THỊ HOÁ | true
          NAME | LÊ VĂN AN | LÊ VĂN ÂN | true
          NUMBER | 001190012345 | 001190012346 | true
          NUMBER | 001190012345 | 201234567 | false
          DATE | 1990-02-17 | 1990 | false
          DATE | 1990-02-17 | 1990-02-18 | true
          ADDRESS | Thôn 1, xã Suối Đá | thôn 1 xã Suối Đá, tỉnh Quảng Ngãi | false
          ADDRESS | Thôn 1, xã Suối Đá | Thôn 2, xã Suối Đá | true
          PHONE | 0905000111 | 0905000112 | true
          """)
  void writtenAnotherWayIsNoOtherValue(ValueKind kind, String a, String b, boolean differs) {
    SameValue one = value(kind, a);
    SameValue other = value(kind, b);
    assertEquals(differs, one.differs(other));
    assertEquals(differs, other.differs(one));
  }

  private static SameValue value(ValueKind kind, String text) {
    return SameValue.of(
        new Proposal("x.y", "", kind, text, 0.9, List.of(), 1, new Box(0, 0, 1, 1)));
  }
}
