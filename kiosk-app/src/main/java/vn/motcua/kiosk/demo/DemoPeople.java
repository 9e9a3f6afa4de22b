package vn.motcua.kiosk.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.motcua.kiosk.dossier.Party;

/** Invented people. Any likeness to living ones is chance. */
final class DemoPeople {
  private record Person(String name, boolean female, int year, String village) {}

  private static final List<Person> PEOPLE =
      List.of(
          new Person("Phạm Văn Rin", false, 1974, "Thôn Nước Lác"),
          new Person("Đinh Thị Xuôn", true, 1988, "Thôn Làng Rào"),
          new Person("Y Hlứa", true, 1996, "Thôn Đăk Rế"),
          new Person("A Thút", false, 1969, "Thôn Đăk Rế"),
          new Person("Hồ Thị Nghênh", true, 2001, "Thôn Tà Vay"),
          new Person("Lê Quang Đượm", false, 1958, "Thôn Xuân Hòa"),
          new Person("Nguyễn Thị Thùy Vân Khuê", true, 1993, "Thôn Xuân Hòa"),
          new Person("Đinh Văn Hrẽ", false, 1985, "Thôn Gò Chè"),
          new Person("Y Bhươm", false, 1979, "Thôn Nước Lác"),
          new Person("H'Dlen Mjâo", true, 1999, "Thôn Gò Chè"),
          new Person("Trần Hữu Phước Lành", false, 1990, "Thôn Tà Vay"),
          new Person("Võ Thị Lài", true, 1947, "Thôn Xuân Hòa"),
          new Person("Phạm Thị Gheo", true, 1982, "Thôn Làng Rào"),
          new Person("Bùi Đình Khoáng", false, 2003, "Thôn Nước Lác"),
          new Person("A Jring", false, 1992, "Thôn Đăk Rế"),
          new Person("Huỳnh Ngọc Thiệp", false, 1964, "Thôn Xuân Hòa"),
          new Person("Y Mưng", true, 1971, "Thôn Đăk Rế"),
          new Person("Đinh Thị Brớt", true, 2004, "Thôn Gò Chè"),
          new Person("Ngô Thanh Sử", false, 1987, "Thôn Tà Vay"),
          new Person("K'Wêr", false, 1995, "Thôn Làng Rào"),
          new Person("Trương Thị Ánh Nguyệt", true, 1977, "Thôn Xuân Hòa"),
          new Person("Phạm Văn Chót", false, 2000, "Thôn Nước Lác"),
          new Person("Cao Thị Mỹ Duyên", true, 1998, "Thôn Tà Vay"),
          new Person("Đỗ Trọng Nghĩa", false, 1953, "Thôn Xuân Hòa"));

  private DemoPeople() {}

  static int count() {
    return PEOPLE.size();
  }

  /** The person of that place in the list, with a number that fits birth and sex. */
  static Party person(int place, RandomGenerator random) {
    Person person = PEOPLE.get(place % PEOPLE.size());
    LocalDate birth = LocalDate.of(person.year(), 1 + random.nextInt(12), 1 + random.nextInt(28));
    return new Party(
        Optional.of(number(birth, person.female(), random)),
        person.name(),
        Optional.of(birth),
        Optional.of(person.female()),
        person.village() + ", xã Sơn Tây, tỉnh Quảng Ngãi",
        // No exchange begins with 000: these telephones cannot ring.
        String.format(Locale.ROOT, "0000 %03d %03d", random.nextInt(1000), random.nextInt(1000)));
  }

  /** A small child of {@code parent}: no number yet. */
  static Party child(Party parent, LocalDate birth, boolean female) {
    String family = parent.name().split(" ", 2)[0];
    boolean kinhShaped = family.length() > 1 && family.indexOf('\'') < 0;
    String given = female ? "Thị Sao Mai" : "Văn Bình Minh";
    return new Party(
        Optional.empty(),
        kinhShaped ? family + " " + given : female ? "Y Sao" : "A Bình",
        Optional.of(birth),
        Optional.of(female),
        parent.address(),
        "");
  }

  private static String number(LocalDate birth, boolean female, RandomGenerator random) {
    int century = birth.getYear() / 100 - 19;
    return String.format(
        Locale.ROOT,
        "051%d%02d%06d",
        2 * century + (female ? 1 : 0),
        birth.getYear() % 100,
        random.nextInt(1_000_000));
  }
}
