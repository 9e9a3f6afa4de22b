package vn.motcua.scanner.chip.simulated;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.chip.Sex;

/** Three invented citizens. Any likeness to living people is chance. */
public final class SimulatedCitizens {
  private SimulatedCitizens() {}

  /** Card A: a woman from Quảng Ngãi, of the Hrê people. */
  public static SimulatedCardProfile a() {
    return new SimulatedCardProfile(
        "051191407263",
        "Đinh Thị Mai",
        LocalDate.of(1991, 3, 12),
        Sex.FEMALE,
        "Hrê",
        "Không",
        "Sơn Tây, Quảng Ngãi",
        "Thôn Làng Rào, xã Sơn Tây, tỉnh Quảng Ngãi",
        "Nốt ruồi cách 2 cm dưới trước cánh mũi phải",
        LocalDate.of(2022, 5, 18),
        Optional.of(LocalDate.of(2031, 3, 12)),
        "Đinh Văn Rỡ",
        "Phạm Thị Hường",
        "",
        "");
  }

  /** Card B: an older man whose card does not expire, with a former number. */
  public static SimulatedCardProfile b() {
    return new SimulatedCardProfile(
        "038048615290",
        "Đặng Vũ Trường Thưởng",
        LocalDate.of(1948, 11, 2),
        Sex.MALE,
        "Kinh",
        "Phật giáo",
        "Nông Cống, Thanh Hóa",
        "Số 7 ngõ Giếng Đồn, xã Trường Sơn, huyện Nông Cống, tỉnh Thanh Hóa",
        "Sẹo chấm cách 1,5 cm trên sau đuôi lông mày trái",
        LocalDate.of(2021, 8, 9),
        Optional.empty(),
        "Đặng Vũ Khuyến",
        "Nguyễn Thị Ngưỡng",
        "Lữ Thị Quỳnh Hoẵng",
        "170483926");
  }

  /** Card C: a young woman of the Ê Đê people; her name has no Kinh family name. */
  public static SimulatedCardProfile c() {
    return new SimulatedCardProfile(
        "066301538174",
        "H'Lưin Kbriêng",
        LocalDate.of(2001, 7, 25),
        Sex.FEMALE,
        "Ê Đê",
        "Tin Lành",
        "Krông Bông, Đắk Lắk",
        "Buôn Ea Mroa, xã Cư Pui, tỉnh Đắk Lắk",
        "",
        LocalDate.of(2024, 9, 30),
        Optional.of(LocalDate.of(2041, 7, 25)),
        "Y Ngăm Êñuôl",
        "H'Bliă Kbriêng",
        "",
        "");
  }

  /** All three. */
  public static List<SimulatedCardProfile> all() {
    return List.of(a(), b(), c());
  }
}
