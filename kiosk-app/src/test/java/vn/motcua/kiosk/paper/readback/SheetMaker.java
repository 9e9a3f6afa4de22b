package vn.motcua.kiosk.paper.readback;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Makes the known papers with invented people, in several layouts. The seed decides everything. */
final class SheetMaker {
  /** How label and value stand to each other. */
  enum Style {
    PLAIN,
    DOTTED,
    TABLE
  }

  private final RandomGenerator random;
  private final Style style;
  private final String font;
  private final String bold;
  private final double size;
  private final boolean otherWords;
  private int number;
  private Sheet sheet = new Sheet("");
  private int block;

  SheetMaker(RandomGenerator random, Style style, String font, String bold) {
    this(random, style, font, bold, false);
  }

  /**
   * @param otherWords whether labels are worded and numbered in another way
   */
  SheetMaker(RandomGenerator random, Style style, String font, String bold, boolean otherWords) {
    this.otherWords = otherWords;
    this.random = random;
    this.style = style;
    this.font = font;
    this.bold = bold;
    this.size = 11.5 + random.nextInt(4) * 0.5;
  }

  private Sheet begin(String kind) {
    sheet = new Sheet(kind);
    block = 1;
    return sheet;
  }

  private void nation() {
    sheet.centre("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold);
    sheet.centre("Độc lập - Tự do - Hạnh phúc", 13, bold);
    sheet.y += 14;
  }

  private String worded(String label) {
    if (!otherWords) {
      return label;
    }
    String other =
        switch (label) {
          case "Họ, chữ đệm, tên người yêu cầu" -> "Họ và tên người yêu cầu";
          case "Họ, chữ đệm, tên" ->
              sheet.kind.equals("giay-khai-sinh") ? "Họ và tên" : "Họ, chữ đệm, tên trẻ";
          case "Họ, chữ đệm, tên người mẹ" -> "Họ và tên mẹ";
          case "Họ, chữ đệm, tên người cha" -> "Họ và tên cha";
          case "Nơi cư trú" -> "Nơi thường trú";
          case "Ngày, tháng, năm sinh" -> "Ngày sinh";
          case "Tiếp nhận hồ sơ của" -> "Người nộp hồ sơ";
          case "Thời gian nhận hồ sơ" -> "Thời gian tiếp nhận hồ sơ";
          case "Thời gian trả kết quả giải quyết hồ sơ" -> "Ngày hẹn trả kết quả";
          case "Số điện thoại" -> "Điện thoại";
          case "Ngày, tháng, năm đăng ký" -> "Ngày đăng ký";
          default -> label;
        };
    number++;
    return random.nextBoolean() ? number + ". " + other : other + " (" + number % 9 + ")";
  }

  /** Label and value on a line of their own; a value that is too long goes on below. */
  private void field(String label, String value) {
    double end = sheet.put(worded(label) + ":", 62, size, font, block);
    double x = style == Style.TABLE ? Math.max(end + 12, 250) : end + 4;
    if (style == Style.TABLE) {
      block++;
    }
    String rest = value;
    boolean first = true;
    while (!rest.isEmpty()) {
      double room = 545 - x;
      String line = rest;
      while (Sheet.width(line, size, font) > room && line.contains(" ")) {
        line = line.substring(0, line.lastIndexOf(' '));
      }
      double stop = sheet.put(line, x, size, font, block);
      rest = rest.substring(line.length()).strip();
      if (rest.isEmpty() && style == Style.DOTTED) {
        dots(stop + 1, 545);
      }
      sheet.y += size * 1.55;
      x = style == Style.TABLE ? x : 62;
      first = false;
    }
    if (first) {
      if (style == Style.DOTTED) {
        dots(end + 2, 545);
      }
      sheet.y += size * 1.55;
    }
    if (style == Style.TABLE) {
      block++;
    }
  }

  private void dots(double from, double to) {
    int count = (int) ((to - from) / Sheet.width(".", size, font)) - 1;
    if (count > 2) {
      sheet.put(".".repeat(count), from, size, font, block);
    }
  }

  /** Several labels in one line. */
  private void fields(String... labelsAndValues) {
    double x = 62;
    double step = 483.0 / (labelsAndValues.length / 2);
    for (int i = 0; i < labelsAndValues.length; i += 2) {
      double end = sheet.put(labelsAndValues[i] + ":", x, size, font, block);
      end = sheet.put(labelsAndValues[i + 1], end + 4, size, font, block);
      double next = 62 + step * (i / 2 + 1);
      if (style == Style.DOTTED && next - end > 20) {
        dots(end + 1, next - 6);
      }
      x = Math.max(next, end + 10);
    }
    sheet.y += size * 1.55;
  }

  private void truth(String field, String value) {
    sheet.truth.put(field, value);
  }

  private String date(LocalDate day) {
    return switch (random.nextInt(3)) {
      case 0 -> "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
      case 1 -> "%02d-%02d-%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
      default ->
          "ngày %02d tháng %02d năm %d"
              .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    };
  }

  private LocalDate recent() {
    return LocalDate.of(random.nextInt(2021, 2026), random.nextInt(1, 13), random.nextInt(1, 29));
  }

  private Person adult(boolean female) {
    return Person.of(random, 1955, 2000, female);
  }

  private String cased(String name) {
    return random.nextBoolean() ? name.toUpperCase(Locale.ROOT) : name;
  }

  Sheet application() {
    begin("to-khai-khai-sinh");
    nation();
    sheet.centre("TỜ KHAI ĐĂNG KÝ KHAI SINH", 14, bold);
    sheet.centre(
        "Kính gửi: Ủy ban nhân dân "
            + Person.pick(random, List.of("xã Suối Vàng", "phường Cầu Đá")),
        size,
        font);
    sheet.y += 10;
    Person applicant = adult(random.nextBoolean());
    Person mother = adult(true);
    Person father = adult(false);
    boolean girl = random.nextBoolean();
    Person child = Person.of(random, 2015, 2025, girl);
    String name = cased(applicant.name());
    field("Họ, chữ đệm, tên người yêu cầu", name);
    truth("applicant.name", name);
    field("Nơi cư trú", applicant.address());
    truth("applicant.residence", applicant.address());
    field("Giấy tờ tùy thân", "CCCD số " + applicant.number() + ", cấp ngày " + date(recent()));
    truth("applicant.number", applicant.number());
    if (random.nextBoolean()) {
      field("Số điện thoại", applicant.phone());
      truth("applicant.phone", applicant.phone());
    }
    field(
        "Quan hệ với người được khai sinh",
        Person.pick(random, List.of("cha", "mẹ", "ông nội", "bà ngoại")));
    sheet.put("Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:", 62, size, bold, block);
    sheet.y += size * 1.6;
    String childName = cased(child.name());
    field("Họ, chữ đệm, tên", childName);
    truth("child.name", childName);
    field("Ngày, tháng, năm sinh", date(child.birth()));
    truth("child.birth", child.birth().toString());
    fields("Giới tính", child.sex(), "Dân tộc", "Kinh", "Quốc tịch", "Việt Nam");
    truth("child.sex", child.sex());
    field(
        "Nơi sinh",
        "Bệnh viện Đa khoa huyện " + Person.pick(random, List.of("Đức Trọng", "Krông Năng")));
    field("Quê quán", Person.of(random, 1990, 1991, true).address());
    parent("mẹ", "mother", mother);
    parent("cha", "father", father);
    sheet.put(
        "Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước",
        62,
        size,
        font,
        block);
    sheet.y += size * 1.5;
    sheet.put("pháp luật về cam đoan của mình.", 62, size, font, block);
    return sheet;
  }

  private void parent(String who, String role, Person person) {
    String name = cased(person.name());
    field("Họ, chữ đệm, tên người " + who, name);
    truth(role + ".name", name);
    String year = Integer.toString(person.birth().getYear());
    fields("Năm sinh", year, "Dân tộc", "Kinh", "Quốc tịch", "Việt Nam");
    truth(role + ".birth", year);
    field("Nơi cư trú", person.address());
    truth(role + ".residence", person.address());
  }

  Sheet certificate() {
    begin("giay-khai-sinh");
    nation();
    boolean extract = random.nextInt(3) == 0;
    sheet.centre(extract ? "TRÍCH LỤC KHAI SINH (BẢN SAO)" : "GIẤY KHAI SINH", 20, bold);
    LocalDate registered = recent();
    Person child = Person.of(random, 2005, 2021, random.nextBoolean());
    String number = random.nextInt(1, 400) + "/" + registered.getYear() + (extract ? "-BS" : "");
    sheet.put("Số: " + number, 400, size, font, block);
    truth("certificate.number", number);
    sheet.y += size * 2;
    String name = child.name().toUpperCase(Locale.ROOT);
    field("Họ, chữ đệm, tên", name);
    truth("child.name", name);
    field("Ngày, tháng, năm sinh", date(child.birth()));
    field("Ghi bằng chữ", words(child.birth()));
    truth("child.birth", child.birth().toString());
    fields("Giới tính", child.sex(), "Dân tộc", "Kinh", "Quốc tịch", "Việt Nam");
    truth("child.sex", child.sex());
    field(
        "Nơi sinh",
        "Trạm y tế " + Person.pick(random, List.of("xã Nậm Khắt", "phường Vĩnh Nguyên")));
    field("Quê quán", child.address());
    if (random.nextBoolean()) {
      field("Số định danh cá nhân", child.number());
      truth("child.number", child.number());
    }
    parent("mẹ", "mother", adult(true));
    parent("cha", "father", adult(false));
    Person declarant = adult(random.nextBoolean());
    field("Họ, chữ đệm, tên người đi khai sinh", declarant.name());
    truth("declarant.name", declarant.name());
    field("Giấy tờ tùy thân", "Căn cước công dân số " + declarant.number());
    truth("declarant.number", declarant.number());
    field("Nơi đăng ký khai sinh", "UBND xã Suối Vàng");
    field("Ngày, tháng, năm đăng ký", date(registered));
    truth("certificate.registered", registered.toString());
    return sheet;
  }

  /** Front and back of a card on one sheet, as copiers give them. */
  Sheet card() {
    begin("can-cuoc");
    Person holder = adult(random.nextBoolean());
    boolean recent = random.nextBoolean();
    double s = 10;
    double left = 215;
    sheet.y = 110;
    sheet.put("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", left, 9, bold, block);
    sheet.y += 14;
    sheet.put("Độc lập - Tự do - Hạnh phúc", left + 30, 9, bold, block);
    sheet.y += 22;
    sheet.put(recent ? "CĂN CƯỚC" : "CĂN CƯỚC CÔNG DÂN", left + 20, 15, bold, block);
    sheet.y += 14;
    sheet.put(recent ? "IDENTITY CARD" : "Citizen Identity Card", left + 40, 9, font, block);
    sheet.y += 22;
    truth("holder.number", holder.number());
    String name = holder.name().toUpperCase(Locale.ROOT);
    truth("holder.name", name);
    truth("holder.birth", holder.birth().toString());
    truth("holder.sex", holder.sex());
    truth("holder.residence", holder.address());
    LocalDate issued = recent();
    LocalDate expires = issued.plusYears(15);
    truth("card.issued", issued.toString());
    truth("card.expires", expires.toString());
    String birth = slash(holder.birth());
    if (recent) {
      cardBelow("Số định danh cá nhân / Personal identification number:", holder.number(), left, s);
      cardBelow("Họ, chữ đệm và tên khai sinh / Full name:", name, left, s);
      sheet.put("Ngày, tháng, năm sinh / Date of birth: " + birth, left, s, font, block);
      sheet.y += 16;
      sheet.put("Giới tính / Sex: " + holder.sex(), left, s, font, block);
      sheet.put("Quốc tịch / Nationality: Việt Nam", left + 130, s, font, block);
    } else {
      sheet.put("Số / No.: " + holder.number(), left, 12, bold, block);
      sheet.y += 18;
      cardBelow("Họ và tên / Full name:", name, left, s);
      sheet.put("Ngày sinh / Date of birth: " + birth, left, s, font, block);
      sheet.y += 16;
      sheet.put("Giới tính / Sex: " + holder.sex(), left, s, font, block);
      sheet.put("Quốc tịch / Nationality: Việt Nam", left + 120, s, font, block);
      sheet.y += 16;
      cardBelow(
          "Quê quán / Place of origin:", Person.of(random, 1990, 1991, true).address(), left, s);
      residence("Nơi thường trú / Place of residence:", holder.address(), left, s);
      block++;
      sheet.put("Có giá trị đến: " + slash(expires), 90, 8, font, block);
    }
    sheet.y += 120;
    block++;
    if (recent) {
      residence("Nơi cư trú / Place of residence:", holder.address(), 90, s);
      cardBelow("Nơi đăng ký khai sinh / Place of birth:", "xã Suối Vàng, tỉnh Lâm Đồng", 90, s);
      sheet.put("Ngày, tháng, năm cấp / Date of issue: " + slash(issued), 90, s, font, block);
      sheet.y += 16;
      sheet.put("Ngày, tháng, năm hết hạn / Date of expiry: " + slash(expires), 90, s, font, block);
      sheet.put("BỘ CÔNG AN", 400, s, bold, block);
    } else {
      sheet.put("Đặc điểm nhận dạng / Personal identification:", 90, s, font, block);
      sheet.y += 14;
      sheet.put("Nốt ruồi C: 1cm trên sau mép trái", 90, s, font, block);
      sheet.y += 16;
      sheet.put("Ngày, tháng, năm / Date, month, year: " + slash(issued), 90, s, font, block);
      sheet.y += 16;
      sheet.put("CỤC TRƯỞNG CỤC CẢNH SÁT", 110, s, font, block);
    }
    sheet.y += 70;
    zone(holder, expires);
    return sheet;
  }

  private void cardBelow(String label, String value, double left, double s) {
    sheet.put(label, left, s, font, block);
    sheet.y += 15;
    sheet.put(value, left, 11, bold, block);
    sheet.y += 17;
  }

  private void residence(String label, String value, double left, double s) {
    int comma = value.indexOf(',');
    sheet.put(label + " " + value.substring(0, comma + 1), left, s, font, block);
    sheet.y += 15;
    sheet.put(value.substring(comma + 2), left, s, font, block);
    sheet.y += 17;
  }

  private void zone(Person holder, LocalDate expires) {
    String document = holder.number().substring(3);
    String one = "IDVNM" + document + check(document) + holder.number() + "<<" + random.nextInt(10);
    String birth = "%ty%<tm%<td".formatted(holder.birth());
    String end = "%ty%<tm%<td".formatted(expires);
    String two =
        birth + check(birth) + (holder.female() ? "F" : "M") + end + check(end) + "VNM<<<<<<<<<<<";
    String composite =
        one.substring(5) + two.substring(0, 7) + two.substring(8, 15) + two.substring(18);
    two += check(composite);
    String bare = Plain.fold(holder.name()).toUpperCase(Locale.ROOT).replaceAll("[^A-Z ]", "");
    String three = bare.replaceFirst(" ", "<<").replace(' ', '<');
    three = (three + "<".repeat(30)).substring(0, 30);
    for (String line : List.of(one, two, three)) {
      sheet.put(line, 90, 14, "Monospaced", block);
      sheet.y += 22;
    }
  }

  private static String check(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      sum += (c == '<' ? 0 : Character.getNumericValue(c)) * new int[] {7, 3, 1}[i % 3];
    }
    return Integer.toString(sum % 10);
  }

  Sheet receipt() {
    begin("mau-01");
    nation();
    sheet.centre("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", 14, bold);
    LocalDate received = recent();
    String code =
        random.nextBoolean()
            ? "000.00.%02d.H%02d-%ty%<tm%<td-%04d"
                .formatted(
                    random.nextInt(1, 40), random.nextInt(1, 64), received, random.nextInt(10_000))
            : "H%02d.%03d.%02d-%ty%<tm%<td-%04d"
                .formatted(
                    random.nextInt(1, 64),
                    random.nextInt(1, 400),
                    random.nextInt(1, 40),
                    received,
                    random.nextInt(10_000));
    Person person = adult(random.nextBoolean());
    field("Mã hồ sơ", code);
    truth("dossier.code", code);
    field("Tiếp nhận hồ sơ của", person.name());
    truth("applicant.name", person.name());
    field("Địa chỉ", person.address());
    truth("applicant.residence", person.address());
    if (style == Style.TABLE) {
      field("Số điện thoại", person.phone());
    } else {
      fields("Số điện thoại", person.phone(), "Email", "khong.co@example.vn");
    }
    truth("applicant.phone", person.phone());
    field("Nội dung yêu cầu giải quyết", "Đăng ký khai sinh");
    sheet.put("Thành phần hồ sơ nộp gồm:", 62, size, font, block);
    sheet.y += size * 1.5;
    sheet.put("1. Tờ khai đăng ký khai sinh (bản chính)", 80, size, font, block);
    sheet.y += size * 1.5;
    sheet.put("2. Giấy chứng sinh (bản chính)", 80, size, font, block);
    sheet.y += size * 1.6;
    field("Số lượng hồ sơ", "01 (bộ)");
    field("Thời gian giải quyết hồ sơ theo quy định", "05 ngày làm việc");
    LocalDate due = received.plusDays(random.nextInt(1, 40));
    field("Thời gian nhận hồ sơ", moment(received));
    truth("dossier.received", received.toString());
    field("Thời gian trả kết quả giải quyết hồ sơ", moment(due));
    truth("dossier.due", due.toString());
    field("Đăng ký nhận kết quả tại", "Trung tâm Phục vụ hành chính công");
    return sheet;
  }

  Sheet request() {
    begin("don-de-nghi");
    nation();
    sheet.centre("ĐƠN ĐỀ NGHỊ XÁC NHẬN NƠI Ở", 14, bold);
    sheet.y += 8;
    Person person = adult(random.nextBoolean());
    truth("applicant.name", person.name());
    truth("applicant.birth", person.birth().toString());
    truth("applicant.number", person.number());
    truth("applicant.phone", person.phone());
    truth("applicant.residence", person.address());
    String text =
        "Tôi tên là "
            + person.name()
            + ", sinh ngày "
            + date(person.birth())
            + ", số định danh cá nhân "
            + person.number()
            + ", do Cục Cảnh sát quản lý hành chính về trật tự xã hội cấp ngày "
            + slash(recent())
            + ".";
    paragraph(text);
    paragraph(
        "Nơi cư trú hiện nay: "
            + person.address()
            + "; số điện thoại liên hệ "
            + person.phone()
            + ".");
    paragraph(
        "Mùa mưa vừa rồi, cây cầu gỗ trước nhà bị lũ cuốn nên thư từ hay thất lạc. Tôi kính mong"
            + " quý cơ quan ghi nhận chỗ ở mới của gia đình tôi bên bờ đông, cách trường mẫu giáo chừng"
            + " ba trăm bước, cạnh giếng nước chung của xóm.");
    return sheet;
  }

  /** A paper that nobody knows. */
  Sheet unknown() {
    begin(PaperKind.GENERIC);
    nation();
    sheet.centre("BIÊN BẢN HỌP THÔN", 14, bold);
    Person person = adult(true);
    paragraph(
        "Hôm nay, chủ tọa là bà "
            + person.name()
            + ", số định danh cá nhân "
            + person.number()
            + ", cùng các hộ dân trong thôn họp bàn về con đường liên thôn và đóng góp của từng nhà.");
    LocalDate day = recent();
    String code = "H26.025.16-%ty%<tm%<td-%04d".formatted(day, random.nextInt(10_000));
    paragraph("Kèm theo hồ sơ " + code + " đã nộp.");
    truth("dossier.code", code);
    return sheet;
  }

  private void paragraph(String text) {
    double x = 90;
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (Sheet.width(longer, size, font) > 545 - x) {
        sheet.put(line.toString(), x, size, font, block);
        sheet.y += size * 1.45;
        x = 62;
        line = new StringBuilder(word);
      } else {
        line = new StringBuilder(longer);
      }
    }
    sheet.put(line.toString(), x, size, font, block);
    sheet.y += size * 1.7;
  }

  private String moment(LocalDate day) {
    return "%02d giờ %02d phút, ngày %02d tháng %02d năm %d"
        .formatted(
            random.nextInt(7, 17),
            random.nextInt(60),
            day.getDayOfMonth(),
            day.getMonthValue(),
            day.getYear());
  }

  private static String slash(LocalDate day) {
    return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }

  private static final List<String> UNITS =
      List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");

  static String words(LocalDate day) {
    int year = day.getYear();
    String rest =
        year % 100 == 0
            ? ""
            : " " + (year % 100 < 10 ? "linh " + UNITS.get(year % 10) : below100(year % 100));
    return "Ngày "
        + below100(day.getDayOfMonth())
        + " tháng "
        + below100(day.getMonthValue())
        + " năm "
        + UNITS.get(year / 1000)
        + " nghìn "
        + UNITS.get(year / 100 % 10)
        + " trăm"
        + rest;
  }

  private static String below100(int n) {
    if (n < 10) {
      return UNITS.get(n);
    }
    String ten = n < 20 ? "mười" : UNITS.get(n / 10) + " mươi";
    int unit = n % 10;
    String last =
        unit == 0 ? "" : " " + (unit == 5 ? "lăm" : unit == 1 && n > 20 ? "mốt" : UNITS.get(unit));
    return ten + last;
  }
}
