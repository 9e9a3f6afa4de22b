package vn.motcua.kiosk.bench.made;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Random;

/** Puts text, tables and forms of one kind on a sheet. */
final class Composer {
  private static final double CM = 72 / 2.54;
  private static final double LEFT = 2.8 * CM;
  private static final double RIGHT = Sheet.WIDTH - 1.9 * CM;
  private static final double TOP = 1.7 * CM;
  private static final double FOOT = Sheet.HEIGHT - 2.2 * CM;
  private static final double CLOSING = 5 * CM;
  private static final List<String> TITLES =
      List.of(
          "ĐƠN XIN XÁC NHẬN",
          "TỜ KHAI THAY ĐỔI NƠI CƯ TRÚ",
          "BIÊN BẢN KIỂM TRA THỰC ĐỊA",
          "THÔNG BÁO KẾT QUẢ THẨM TRA",
          "GIẤY ỦY QUYỀN NHẬN KẾT QUẢ",
          "QUYẾT ĐỊNH HỖ TRỢ KHẨN CẤP",
          "HỢP ĐỒNG CHO THUÊ ĐẤT VƯỜN");
  private static final List<String> LABELS =
      List.of(
          "Họ, chữ đệm, tên người yêu cầu",
          "Ngày, tháng, năm sinh",
          "Số định danh cá nhân",
          "Nơi cư trú",
          "Quan hệ với người được khai",
          "Điện thoại liên hệ",
          "Mã hồ sơ liên quan",
          "Người cùng đứng tên",
          "Nơi sinh",
          "Ngày nộp hồ sơ");

  private final Sheet sheet;
  private final Family family;
  private final Random random;
  private final Invented invented;
  private final Sentences sentences;
  private final HandWriting hand;

  Composer(Sheet sheet, Family family, Font handFont, Random random) {
    this.sheet = sheet;
    this.family = family;
    this.random = random;
    this.invented = new Invented(random);
    this.sentences = new Sentences(invented);
    this.hand = new HandWriting(random, handFont);
  }

  void draw(PageKind kind) {
    switch (kind) {
      case LETTER, PHOTOCOPY, PHONE -> text(FOOT);
      case STAMPED -> closing(text(FOOT - CLOSING));
      case FORM -> closing(form());
      case TABLE -> closing(table());
      case COLUMNS -> columns();
      case SMALL_PRINT -> smallPrint();
      case BLANK -> back();
    }
  }

  private Column heading(double foot) {
    Column column = new Column(sheet, LEFT, RIGHT, TOP, foot);
    column.centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", family.bold(13));
    column.centred("Độc lập - Tự do - Hạnh phúc", family.bold(13.5));
    double middle = (LEFT + RIGHT) / 2;
    line(middle - 2.6 * CM, column.y() + 2, middle + 2.6 * CM, column.y() + 2, 0.8);
    column.skip(14);
    column.centred(invented.one(TITLES), family.bold(14.5));
    column.centred(
        "Kính gửi: Ủy ban nhân dân " + invented.place() + ", " + invented.province(),
        family.italic(13));
    column.skip(4);
    return column;
  }

  private Column text(double foot) {
    Column column = heading(foot);
    Font font = family.regular(11.5 + random.nextInt(5) * 0.5);
    int set = 0;
    while (set < 40 && column.paragraph(sentences.next(), font, CM)) {
      set++;
    }
    return column;
  }

  private Column form() {
    Column column = heading(FOOT - CLOSING);
    Font font = family.regular(12.5);
    int first = random.nextInt(LABELS.size());
    for (int i = 0; i < 8; i++) {
      String label = LABELS.get((first + i) % LABELS.size());
      field(column, font, label + ":", answer(label));
    }
    column.skip(6);
    for (int i = 0; i < 3; i++) {
      column.paragraph(sentences.next(), font, CM);
    }
    return column;
  }

  private String answer(String label) {
    return switch (label) {
      case "Ngày, tháng, năm sinh", "Ngày nộp hồ sơ" -> invented.date();
      case "Số định danh cá nhân" -> invented.citizen();
      case "Điện thoại liên hệ" -> invented.phone();
      case "Mã hồ sơ liên quan" -> invented.code();
      case "Nơi cư trú", "Nơi sinh" -> invented.place() + ", " + invented.province();
      case "Quan hệ với người được khai" ->
          invented.one(List.of("con đẻ", "bố", "mẹ vợ", "cháu ngoại", "người được ủy quyền"));
      default -> invented.name();
    };
  }

  /** A label, dots to the margin, and on them what a person wrote. The dots are no text. */
  private void field(Column column, Font font, String label, String answer) {
    column.skip(5);
    double baseline = column.nextBaseline(font);
    double end = sheet.words(label, font, column.left(), baseline);
    double dot = Sheet.width(font, ".") * 1.15;
    Graphics2D pen = sheet.pen();
    for (double x = end + 3; x < column.right() - dot; x += dot) {
      pen.drawGlyphVector(Sheet.set(font, "."), (float) x, (float) baseline);
    }
    hand.write(
        sheet, answer, end + 12 + random.nextInt(20), baseline - 1 - random.nextDouble() * 3);
    sheet.endLine();
  }

  private Column table() {
    Column column = heading(FOOT - CLOSING);
    Font font = family.regular(11);
    column.paragraph(sentences.next(), family.regular(12.5), CM);
    column.skip(4);
    double[] shares = {0.08, 0.46, 0.2, 0.26};
    int rows = 8 + random.nextInt(7);
    row(column, family.bold(11), shares, List.of("STT", "Tên giấy tờ", "Số tờ", "Ghi chú"));
    for (int i = 1; i <= rows && column.fits(24); i++) {
      String paper =
          invented.one(
              List.of(
                  "Bản sao trích lục hộ tịch",
                  "Giấy xác nhận cư trú",
                  "Sơ đồ thửa đất kèm tọa độ",
                  "Biên lai thu phí",
                  "Ảnh chân dung cỡ nhỏ",
                  "Hợp đồng đã công chứng"));
      String note =
          invented.one(List.of("Bản chính", "Bản chụp", "Nộp " + invented.date(), "Thiếu dấu"));
      String count = Integer.toString(invented.number(1, 20));
      row(column, font, shares, List.of(Integer.toString(i), paper, count, note));
    }
    column.skip(10);
    column.paragraph(sentences.next(), family.regular(12.5), CM);
    return column;
  }

  private void row(Column column, Font font, double[] shares, List<String> cells) {
    double top = column.y();
    double bottom = top + 21;
    double whole = column.right() - column.left();
    double x = column.left();
    for (int i = 0; i < shares.length; i++) {
      double end = x + whole * shares[i];
      line(x, top, end, top, 0.7);
      line(x, bottom, end, bottom, 0.7);
      line(x, top, x, bottom, 0.7);
      line(end, top, end, bottom, 0.7);
      sheet.words(cells.get(i), font, x + 5, top + 14.5);
      x = end;
    }
    sheet.endLine();
    column.skip(bottom - top);
  }

  private void columns() {
    Column heading = heading(FOOT);
    double middle = (LEFT + RIGHT) / 2;
    Font font = family.regular(11);
    for (int i = 0; i < 2; i++) {
      double left = i == 0 ? LEFT - CM : middle + 0.5 * CM;
      double right = i == 0 ? middle - 0.5 * CM : RIGHT + 0.4 * CM;
      Column column = new Column(sheet, left, right, heading.y() + 8, FOOT);
      int set = 0;
      while (set < 30 && column.paragraph(sentences.next(), font, 0)) {
        set++;
      }
    }
  }

  private void smallPrint() {
    Column column = heading(FOOT);
    Font font = family.regular(8);
    int set = 0;
    while (set < 45 && column.paragraph(sentences.next(), font, 0.6 * CM)) {
      set++;
    }
  }

  /** The front shines through mirrored, and there are holes: no text. */
  private void back() {
    AffineTransform mirrored = AffineTransform.getTranslateInstance(Sheet.WIDTH, 0);
    mirrored.scale(-1, 1);
    Graphics2D through = sheet.pen(mirrored);
    int faint = 236 + random.nextInt(12);
    through.setColor(new java.awt.Color(faint, faint, faint));
    Font font = family.regular(13);
    for (double y = TOP + 60; y < FOOT - 2 * CLOSING; y += 18) {
      String line = sentences.next();
      through.drawGlyphVector(
          Sheet.set(font, line.substring(0, Math.min(60, line.length()))), (float) LEFT, (float) y);
    }
    through.dispose();
    Graphics2D holes = sheet.pen(new AffineTransform());
    holes.setColor(new java.awt.Color(70, 68, 66));
    for (double y : new double[] {Sheet.HEIGHT / 2 - 4 * CM, Sheet.HEIGHT / 2 + 4 * CM}) {
      holes.fill(new java.awt.geom.Ellipse2D.Double(1.0 * CM, y, 0.6 * CM, 0.6 * CM));
    }
    holes.dispose();
  }

  /** Place, office, stamp over what stands there already, signature, name. */
  private void closing(Column column) {
    double middle = RIGHT - 3.6 * CM;
    column.skip(6);
    String agency = invented.place();
    column.around(agency + ", ngày " + invented.date(), family.italic(12), middle);
    column.around("TM. ỦY BAN NHÂN DÂN", family.bold(12), middle);
    column.around("CHỦ TỊCH", family.bold(12), middle);
    double y = column.y() + 1.3 * CM;
    hand.sign(sheet, middle - 1.5 * CM, y, 2.5 * CM + random.nextInt(30));
    new Stamp(random, family.bold(8.5))
        .press(sheet, middle - 1.4 * CM, y - 0.3 * CM, "ỦY BAN NHÂN DÂN " + agency);
    column.skip(2.2 * CM);
    column.around(invented.name(), family.bold(12.5), middle);
  }

  private void line(double x1, double y1, double x2, double y2, double width) {
    Graphics2D pen = sheet.pen(new AffineTransform());
    pen.setStroke(new BasicStroke((float) width));
    pen.draw(new Line2D.Double(x1, y1, x2, y2));
    pen.dispose();
  }
}
