package vn.motcua.kiosk.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.motcua.kiosk.pdf.EmbeddedFont;
import vn.motcua.kiosk.pdf.PageContent;

/** What stands on form 01, from top to foot, at one scale. */
final class ReceiptLayout {
  private static final double LEADING = 1.22;
  private static final double DOTS = 0.6;

  private final Faces faces;
  private final Receipt receipt;
  private final double x;
  private final double width;
  private final double scale;
  private final double body;
  private final PaperTable table;
  private final Set<Block> rows = new HashSet<>();

  ReceiptLayout(Faces faces, Receipt receipt, double x, double width, double scale) {
    this.faces = faces;
    this.receipt = receipt;
    this.x = x;
    this.width = width;
    this.scale = scale;
    this.body = 9.6 * scale;
    this.table = new PaperTable(faces, 9 * scale, x, width);
  }

  /**
   * @param dueFirst whether the appointment stands above the rest, so that it is on the first page
   *     of several
   */
  List<Block> blocks(boolean dueFirst) {
    List<Block> all = new ArrayList<>();
    all.add(head());
    all.add(Block.gap(3 * scale));
    all.add(title());
    all.add(codes());
    all.add(Block.gap(3 * scale));
    if (dueFirst) {
      all.add(due());
      all.add(Block.gap(3 * scale));
    }
    if (!receipt.counter().isBlank()) {
      all.add(field("Bộ phận tiếp nhận", receipt.counter()));
    }
    all.add(strongField("Tiếp nhận hồ sơ của", receipt.applicant()));
    String owner = Typesetting.clean(receipt.owner());
    if (!owner.isEmpty() && !owner.equals(Typesetting.clean(receipt.applicant()))) {
      all.add(field("Chủ hồ sơ", owner));
    }
    all.add(field("Địa chỉ", receipt.address()));
    all.add(pair("Điện thoại", receipt.phone(), "Số định danh", receipt.maskedId()));
    all.add(strongField("Nội dung yêu cầu giải quyết", receipt.procedure()));
    papers(all);
    all.add(
        pair(
            "Số lượng hồ sơ",
            "%02d bộ".formatted(receipt.sets()),
            "Số trang đã quét",
            Integer.toString(receipt.pagesScanned())));
    if (!receipt.processingTime().isBlank()) {
      all.add(field("Thời gian giải quyết theo quy định", receipt.processingTime()));
    }
    all.add(field("Thời gian nhận hồ sơ", VietnameseTime.moment(receipt.receivedAt())));
    if (!dueFirst) {
      all.add(Block.gap(4 * scale));
      all.add(due());
      all.add(Block.gap(3 * scale));
    }
    if (!receipt.fee().isBlank()) {
      all.add(field("Phí, lệ phí", receipt.fee()));
    }
    all.add(field("Đăng ký nhận kết quả", receipt.channel()));
    all.add(pair("Vào sổ theo dõi hồ sơ, quyển số", receipt.book(), "Số thứ tự", receipt.number()));
    all.add(signatures());
    return all;
  }

  /** What stands above {@code next} when it is the first on a new page. */
  List<Block> overleaf(Block next) {
    List<Block> above = new ArrayList<>();
    above.addAll(
        Line.left(
            faces.italic(),
            body,
            x,
            width,
            LEADING,
            "Mã hồ sơ " + receipt.dossierCode() + " (tiếp theo)"));
    above.add(Block.gap(4 * scale));
    if (rows.contains(next)) {
      above.add(table.head());
    }
    return above;
  }

  /** The foot of every page. It is drawn from its upper edge. */
  Block foot(int page, int of) {
    String take = "Mang giấy này khi nhận kết quả";
    String how =
        "Xem hồ sơ đến đâu: đưa mã vuông vào máy tra cứu, hoặc gõ mã hồ sơ và mã tra cứu."
            + (receipt.hotline().isBlank() ? "" : " Hỏi đáp: " + receipt.hotline() + ".")
            + (of > 1 ? " Trang " + page + "/" + of + "." : "");
    List<Block> lines = new ArrayList<>();
    lines.add(rule(0.5));
    lines.add(Block.gap(3));
    lines.addAll(Line.centred(faces.bold(), 11, x, width, 1.2, take));
    double size = Math.max(6, Typesetting.fit(faces.regular(), 8, width, how));
    lines.addAll(Line.centred(faces.regular(), size, x, width, 1.2, how));
    return new Stack(lines);
  }

  private Block head() {
    double left = width * 0.42;
    double right = width - left;
    List<Block> mine = new ArrayList<>();
    mine.addAll(Line.centred(faces.regular(), 8.4 * scale, x, left, 1.2, receipt.authority()));
    mine.addAll(Line.centred(faces.bold(), 8.4 * scale, x, left, 1.2, receipt.centre()));
    mine.add(shortRule(x + left / 2, left * 0.35));
    mine.addAll(
        Line.centred(
            faces.regular(), 8.6 * scale, x, left, 1.3, "Số: " + orDots(receipt.number(), 12)));

    List<Block> country = new ArrayList<>();
    String nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    String motto = "Độc lập - Tự do - Hạnh phúc";
    double nationSize = Typesetting.fit(faces.bold(), 8.6 * scale, right - 4, nation);
    double mottoSize = nationSize * 1.08;
    country.addAll(Line.centred(faces.bold(), nationSize, x + left, right, 1.2, nation));
    country.addAll(Line.centred(faces.bold(), mottoSize, x + left, right, 1.2, motto));
    country.add(shortRule(x + left + right / 2, faces.bold().width(motto) * mottoSize));
    String place = Typesetting.clean(receipt.place());
    country.addAll(
        Line.centred(
            faces.italic(),
            8.8 * scale,
            x + left,
            right,
            1.3,
            (place.isEmpty() ? "" : place + ", ") + VietnameseTime.dateLine(receipt.receivedAt())));
    return new SideBySide(List.of(new Stack(mine), new Stack(country)));
  }

  private Block title() {
    List<Block> lines = new ArrayList<>();
    double size = Typesetting.fit(faces.bold(), 13 * scale, width, ReceiptForm.TITLE);
    lines.addAll(Line.centred(faces.bold(), size, x, width, 1.25, ReceiptForm.TITLE));
    lines.addAll(
        Line.centred(
            faces.italic(),
            7.6 * scale,
            x,
            width,
            1.2,
            "(Liên: Giao người nộp hồ sơ)  Receipt of dossier and appointment for the result"));
    return new Stack(lines);
  }

  private Block codes() {
    double side = 25 * Sheet.MM;
    double gap = 3 * Sheet.MM;
    double barRoom = width - side - gap;
    String code = Typesetting.clean(receipt.dossierCode());
    boolean bars = Codes.barCanCarry(code);
    double modules = bars ? Codes.barModules(code) : 1;
    // Below a quarter of a millimetre a module, hand scanners begin to miss.
    double least = 0.25 * Sheet.MM;
    boolean beside = barRoom / modules >= least;
    double barWidth = Math.min(beside ? barRoom : width, modules * 0.36 * Sheet.MM);
    double barHeight = 12 * Sheet.MM;
    List<Block> column = new ArrayList<>();
    column.add(Block.gap(2 * Sheet.MM));
    if (bars && beside) {
      column.add(barBlock(code, x + (barRoom - barWidth) / 2, barWidth, barHeight));
    }
    column.addAll(
        Line.centred(
            faces.bold(),
            Math.max(8, Typesetting.fit(faces.bold(), 11, barRoom, "Mã hồ sơ: " + code)),
            x,
            barRoom,
            1.25,
            "Mã hồ sơ: " + code));
    column.addAll(
        Line.centred(
            faces.bold(), 13, x, barRoom, 1.25, "Mã tra cứu: " + orDots(receipt.secret(), 8)));
    Block square =
        new Block() {
          @Override
          public double height() {
            return side;
          }

          @Override
          public void draw(PageContent page, double top) {
            if (!receipt.qrText().isEmpty()) {
              Codes.qr(page, receipt.qrText(), x + width - side, top - side, side);
            }
          }
        };
    Block both = new SideBySide(List.of(new Stack(column), square));
    if (!bars || beside) {
      return both;
    }
    return new Stack(
        List.of(both, barBlock(code, x + (width - barWidth) / 2, barWidth, barHeight)));
  }

  private static Block barBlock(String code, double left, double wide, double high) {
    return new Block() {
      @Override
      public double height() {
        return high + 2;
      }

      @Override
      public void draw(PageContent page, double top) {
        Codes.bar(page, code, left, top - high, wide, high);
      }
    };
  }

  private void papers(List<Block> all) {
    if (receipt.papers().isEmpty()) {
      return;
    }
    List<Block> lines = table.rows(receipt.papers());
    rows.addAll(lines.subList(1, lines.size()));
    // The head never stands alone at the foot of a page.
    all.add(
        new Stack(
            List.of(
                new Stack(
                    Line.left(faces.regular(), body, x, width, 1.3, "Thành phần hồ sơ nộp gồm:")),
                table.head(),
                lines.getFirst())));
    all.addAll(lines.subList(1, lines.size()));
    all.add(Block.gap(3 * scale));
  }

  private Block due() {
    String when = VietnameseTime.appointment(receipt.dueAt());
    double pad = 5 * scale;
    double inner = width - 2 * pad;
    List<Block> lines = new ArrayList<>();
    lines.addAll(Line.centred(faces.bold(), 9.4 * scale, x + pad, inner, 1.2, "HẸN TRẢ KẾT QUẢ"));
    double size = Typesetting.fit(faces.bold(), 20, inner, when);
    lines.addAll(Line.centred(faces.bold(), size, x + pad, inner, 1.2, when));
    if (!receipt.dueExplanation().isBlank()) {
      lines.addAll(
          Line.centred(faces.italic(), 8.4 * scale, x + pad, inner, 1.2, receipt.dueExplanation()));
    }
    Stack text = new Stack(lines);
    return new Block() {
      @Override
      public double height() {
        return text.height() + 2 * pad;
      }

      @Override
      public void draw(PageContent page, double top) {
        page.frame(x, top - height(), width, height(), 1.2);
        text.draw(page, top - pad);
      }
    };
  }

  private Block signatures() {
    double column = width / 2;
    return new Stack(
        List.of(
            Block.gap(4 * scale),
            new SideBySide(
                List.of(
                    signature(x, column, "NGƯỜI NỘP HỒ SƠ", receipt.applicant()),
                    signature(x + column, column, "NGƯỜI TIẾP NHẬN HỒ SƠ", receipt.officer())))));
  }

  private Block signature(double left, double column, String role, String name) {
    List<Block> lines = new ArrayList<>();
    lines.addAll(Line.centred(faces.bold(), 9.4 * scale, left, column, 1.2, role));
    lines.addAll(
        Line.centred(faces.italic(), 8.2 * scale, left, column, 1.2, "(Ký và ghi rõ họ tên)"));
    lines.add(Block.gap(30 * scale));
    lines.addAll(Line.centred(faces.bold(), 9.4 * scale, left + 4, column - 8, 1.2, name));
    return new Stack(lines);
  }

  private Block field(String label, String value) {
    return labelled(faces.regular(), label, value);
  }

  private Block strongField(String label, String value) {
    return labelled(faces.bold(), label, value);
  }

  private Block labelled(EmbeddedFont valueFont, String label, String value) {
    if (value.isBlank()) {
      return dotted(x, width, label);
    }
    return LabelledText.of(faces.regular(), valueFont, body, x, width, LEADING, label, value);
  }

  private Block pair(String label1, String value1, String label2, String value2) {
    double half = width * 0.52;
    return new SideBySide(
        List.of(cell(x, half - 6, label1, value1), cell(x + half, width - half, label2, value2)));
  }

  private Block cell(double left, double room, String label, String value) {
    if (value.isBlank()) {
      return dotted(left, room, label);
    }
    return LabelledText.of(
        faces.regular(), faces.regular(), body, left, room, LEADING, label, value);
  }

  private Block dotted(double left, double room, String label) {
    Line words = new Line(faces.regular(), body, left, label + ":", LEADING * body);
    return new Block() {
      @Override
      public double height() {
        return words.height();
      }

      @Override
      public void draw(PageContent page, double top) {
        words.draw(page, top);
        double y = top - words.height() * 0.8;
        double from = left + faces.regular().width(label + ": ") * body;
        page.dashes(Math.min(from, left + room - 10), y, left + room, y, DOTS);
      }
    };
  }

  private Block rule(double thickness) {
    return new Block() {
      @Override
      public double height() {
        return thickness;
      }

      @Override
      public void draw(PageContent page, double top) {
        page.line(x, top, x + width, top, thickness);
      }
    };
  }

  private Block shortRule(double middle, double length) {
    return new Block() {
      @Override
      public double height() {
        return 4 * scale;
      }

      @Override
      public void draw(PageContent page, double top) {
        page.line(middle - length / 2, top - 2, middle + length / 2, top - 2, 0.6);
      }
    };
  }

  private static String orDots(String text, int dots) {
    String clean = Typesetting.clean(text);
    return clean.isEmpty() ? ".".repeat(dots) : clean;
  }
}
