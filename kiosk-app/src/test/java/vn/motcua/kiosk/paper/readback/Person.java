package vn.motcua.kiosk.paper.readback;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/** Somebody invented. */
record Person(
    String name, boolean female, LocalDate birth, String number, String address, String phone) {
  private static final List<String> FAMILY =
      List.of(
          "Nguyễn", "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng",
          "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Trịnh", "Mạc", "Lương", "Tạ", "Đoàn",
          "Quách", "Giàng", "Lò", "Nông", "Triệu");
  private static final List<String> MIDDLE_F =
      List.of("Thị", "Thị Ngọc", "Thị Thu", "Kim", "Thùy", "Bích", "Thị Mỹ", "Hoài", "Khánh");
  private static final List<String> MIDDLE_M =
      List.of("Văn", "Hữu", "Đức", "Quốc", "Minh", "Xuân", "Đình", "Thế", "Công", "Bá", "Trọng");
  private static final List<String> GIVEN =
      List.of(
          "An", "Bình", "Cường", "Dũng", "Đạt", "Giang", "Hạnh", "Hương", "Khánh", "Lan", "Mạnh",
          "Nghĩa", "Oanh", "Phượng", "Quỳnh", "Sơn", "Thảo", "Tuấn", "Uyên", "Vinh", "Yến",
          "Trường", "Huệ", "Thủy", "Tuyết", "Nguyệt", "Ngân", "Lợi", "Hậu", "Phước", "Kiệt", "Toàn",
          "Ái", "Vỹ");
  private static final List<String> OTHERS =
      List.of(
          "Y Bhăm Niê",
          "H'Hen Mlô",
          "K'Brểu",
          "Ksor H'Nhung",
          "Rơ Châm Hyen",
          "Siu Bláh",
          "A Lăng Nhớ",
          "Điểu K'Đức",
          "Sùng A Páo",
          "Thào Thị Mỷ",
          "Lò Văn Pản",
          "Kpă Thuyên");
  private static final List<String> PLACES =
      List.of(
          "xã Suối Vàng",
          "phường Cầu Đá",
          "xã Ea Nuôl",
          "thị trấn Mường Lạnh",
          "phường Bàn Thạch",
          "xã Tân Hòa Đông",
          "xã Nậm Khắt",
          "phường Vĩnh Nguyên");
  private static final List<String> PROVINCES =
      List.of(
          "tỉnh Lâm Đồng",
          "thành phố Đà Nẵng",
          "tỉnh Đắk Lắk",
          "tỉnh Sơn La",
          "tỉnh Quảng Ngãi",
          "thành phố Cần Thơ",
          "tỉnh Lào Cai",
          "tỉnh Khánh Hòa");
  private static final List<String> HAMLETS =
      List.of(
          "thôn Nước Trong",
          "tổ dân phố 7",
          "ấp Bình Thạnh",
          "số 12 đường Lê Lợi",
          "buôn Ko Sia",
          "bản Pá Khoang",
          "thôn 3",
          "khu phố 5",
          "số 45/2 đường Trần Phú");
  private static final List<String> CODES =
      List.of("001", "014", "048", "051", "066", "068", "079", "092", "010", "056", "038");

  static Person of(RandomGenerator random, int fromYear, int toYear, boolean female) {
    String name =
        random.nextInt(12) == 0
            ? pick(random, OTHERS)
            : pick(random, FAMILY)
                + " "
                + pick(random, female ? MIDDLE_F : MIDDLE_M)
                + " "
                + pick(random, GIVEN);
    LocalDate birth =
        LocalDate.of(
            random.nextInt(fromYear, toYear + 1), random.nextInt(1, 13), random.nextInt(1, 29));
    int century = (birth.getYear() - 1900) / 100;
    String number =
        pick(random, CODES)
            + (century * 2 + (female ? 1 : 0))
            + "%02d%06d".formatted(birth.getYear() % 100, random.nextInt(1_000_000));
    String address =
        pick(random, HAMLETS) + ", " + pick(random, PLACES) + ", " + pick(random, PROVINCES);
    String phone =
        "0"
            + pick(random, List.of("3", "5", "7", "8", "9"))
            + "%08d".formatted(random.nextInt(100_000_000));
    return new Person(name, female, birth, number, address, phone);
  }

  static <T> T pick(RandomGenerator random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  String sex() {
    return female ? "Nữ" : "Nam";
  }
}
