package vn.motcua.kiosk.bench.made;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Invented people, places and numbers. Any likeness is chance. */
final class Invented {
  private static final List<String> FAMILY =
      words("Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Ngô Đinh Lương Trịnh Tạ Mạc Quách Lò Giàng");
  private static final List<String> MIDDLE =
      words("Văn Thị Quang Thúy Đình Khánh Nhật Hải Diệu Trọng Bích Hữu Tường Ánh Công Mỹ");
  private static final List<String> GIVEN =
      words(
          "Rin Xuôn Nghênh Đượm Khuê Lài Gheo Khoáng Thiệp Brớt Sử Nguyệt Chót Duyên Nghĩa Tuyền"
              + " Hậu Vượng Sáng Thắm Quyết Lụa Bưởi Cẩn Tửu Mẫn Nhưỡng Yểng Ích Ổn Ẩn Ước");
  private static final List<String> PLACE =
      words("Nước_Lác Làng_Rào Đăk_Rế Tà_Vay Gò_Chè Suối_Mỡ Bãi_Giữa Khe_Ngòi Đồng_Lụa Hố_Sấu");
  private static final List<String> PROVINCE =
      List.of(
          "tỉnh Quảng Ngãi",
          "tỉnh Lâm Đồng",
          "thành phố Huế",
          "tỉnh Phú Thọ",
          "tỉnh Cà Mau",
          "thành phố Hải Phòng",
          "tỉnh Điện Biên",
          "tỉnh Đắk Lắk");

  private final RandomGenerator random;

  Invented(RandomGenerator random) {
    this.random = random;
  }

  private static List<String> words(String all) {
    return List.of(all.split(" "));
  }

  String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  String name() {
    return one(FAMILY) + " " + one(MIDDLE) + " " + one(GIVEN);
  }

  String placeName() {
    return one(PLACE).replace('_', ' ');
  }

  String place() {
    return one(List.of("xã ", "phường ", "thôn ")) + placeName();
  }

  String province() {
    return one(PROVINCE);
  }

  String date() {
    return String.format(
        Locale.ROOT, "%02d/%02d/%d", 1 + random.nextInt(28), 1 + random.nextInt(12), year());
  }

  int year() {
    return 1955 + random.nextInt(71);
  }

  int number(int from, int below) {
    return random.nextInt(from, below);
  }

  /** No exchange begins with 000: these telephones cannot ring. */
  String phone() {
    return String.format(Locale.ROOT, "0000 %03d %03d", number(0, 1000), number(0, 1000));
  }

  /** No province has the code 000 (TT 59/2021 and its successors). */
  String citizen() {
    return String.format(Locale.ROOT, "000%03d%06d", number(0, 400), number(0, 1_000_000));
  }

  String code() {
    return String.format(
        Locale.ROOT,
        "000.00.%02d.H%02d-25%02d%02d-%04d",
        number(1, 60),
        number(1, 63),
        number(1, 13),
        number(1, 29),
        number(1, 10_000));
  }

  String money() {
    return String.format(Locale.ROOT, "%d.%03d.000", number(1, 90), number(0, 1000));
  }
}
