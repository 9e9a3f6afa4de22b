package vn.motcua.kiosk.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.motcua.kiosk.pdf.PageContent;

/** The parts that forms are made of, at one scale. */
final class FormParts {
  private static final double LEADING = 1.22;
  private static final double DOTS = 0.6;
  private static final double QR_SIDE = 29 * Sheet.MM;

  private final Faces faces;
  private final double x;
  private final double width;
  private final double scale;

  FormParts(Faces faces, double x, double width, double scale) {
    this.faces = faces;
    this.x = x;
    this.width = width;
    this.scale = scale;
  }

  /** NĐ 30/2020, Phụ lục I: who writes at the left, the country's name at the right. */
  Block head(String authority, String centre, String number, String place, String date) {
    double left = width * 0.42;
    double right = width - left;
    List<Block> mine = new ArrayList<>();
    mine.addAll(Line.centred(faces.regular(), 8.4 * scale, x, left, 1.2, authority));
    mine.addAll(Line.centred(faces.bold(), 8.4 * scale, x, left, 1.2, centre));
    mine.add(shortRule(x + left / 2, left * 0.35));
    if (!number.isEmpty()) {
      mine.addAll(Line.centred(faces.regular(), 8.6 * scale, x, left, 1.3, number));
    }
    List<Block> country = new ArrayList<>();
    String nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    String motto = "Độc lập - Tự do - Hạnh phúc";
    double nationSize = Typesetting.fit(faces.bold(), 8.6 * scale, right - 4, nation);
    double mottoSize = nationSize * 1.08;
    country.addAll(Line.centred(faces.bold(), nationSize, x + left, right, 1.2, nation));
    country.addAll(Line.centred(faces.bold(), mottoSize, x + left, right, 1.2, motto));
    country.add(shortRule(x + left + right / 2, faces.bold().width(motto) * mottoSize));
    String line = place.isEmpty() ? date : place + ", " + date;
    country.addAll(Line.centred(faces.italic(), 8.8 * scale, x + left, right, 1.3, line));
    return new SideBySide(List.of(new Stack(mine), new Stack(country)));
  }

  Block title(String text, String note) {
    double size = Math.max(10 * scale, Typesetting.fit(faces.bold(), 13 * scale, width, text));
    List<Block> lines = new ArrayList<>();
    lines.addAll(Line.centred(faces.bold(), size, x, width, 1.25, text));
    if (!note.isEmpty()) {
      lines.addAll(Line.centred(faces.italic(), 7.6 * scale, x, width, 1.2, note));
    }
    return new Stack(lines);
  }

  Block codes(String code, boolean withSecret, String secret, String qr) {
    double side = qr.isEmpty() ? 0 : QR_SIDE;
    double barRoom = qr.isEmpty() ? width : width - side - 3 * Sheet.MM;
    boolean bars = Codes.barCanCarry(code);
    double modules = bars ? Codes.barModules(code) : 1;
    // Below a quarter of a millimetre a module, hand scanners begin to miss.
    boolean beside = barRoom / modules >= 0.25 * Sheet.MM;
    double barWidth = Math.min(beside ? barRoom : width, modules * 0.36 * Sheet.MM);
    double barHeight = 12 * Sheet.MM;
    List<Block> column = new ArrayList<>();
    column.add(Block.gap(2 * Sheet.MM));
    if (bars && beside) {
      column.add(bar(code, x + (barRoom - barWidth) / 2, barWidth, barHeight));
    }
    String shown = "Mã hồ sơ: " + code;
    double size = Math.max(8, Typesetting.fit(faces.bold(), 11, barRoom, shown));
    column.addAll(Line.centred(faces.bold(), size, x, barRoom, 1.25, shown));
    if (withSecret) {
      String told = "Mã tra cứu: " + (secret.isEmpty() ? ".".repeat(8) : secret);
      column.addAll(Line.centred(faces.bold(), 13, x, barRoom, 1.25, told));
    }
    Block both =
        qr.isEmpty()
            ? new Stack(column)
            : new SideBySide(List.of(new Stack(column), square(qr, side)));
    if (!bars || beside) {
      return both;
    }
    return new Stack(List.of(both, bar(code, x + (width - barWidth) / 2, barWidth, barHeight)));
  }

  private Block square(String qr, double side) {
    return new Block() {
      @Override
      public double height() {
        return side;
      }

      @Override
      public void draw(PageContent page, double top) {
        Codes.qr(page, qr, x + width - side, top - side, side);
      }
    };
  }

  private static Block bar(String code, double left, double wide, double high) {
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

  Block frame(String title, String value, String note) {
    double pad = 5 * scale;
    double inner = width - 2 * pad;
    List<Block> lines = new ArrayList<>();
    lines.addAll(Line.centred(faces.bold(), 9.4 * scale, x + pad, inner, 1.2, title));
    double size = Math.max(12, Typesetting.fit(faces.bold(), 20, inner, value));
    lines.addAll(Line.centred(faces.bold(), size, x + pad, inner, 1.2, value));
    if (!note.isBlank()) {
      lines.addAll(Line.centred(faces.italic(), 8.4 * scale, x + pad, inner, 1.2, note));
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

  Block signatures(List<Piece.Signer> signers, UnaryOperator<String> fill) {
    double column = width / signers.size();
    List<Block> all = new ArrayList<>();
    double left = x;
    for (Piece.Signer signer : signers) {
      List<Block> lines = new ArrayList<>();
      lines.addAll(
          Line.centred(
              faces.bold(), 9.4 * scale, left + 2, column - 4, 1.2, fill.apply(signer.role())));
      lines.addAll(
          Line.centred(
              faces.italic(), 8.2 * scale, left + 2, column - 4, 1.2, fill.apply(signer.how())));
      lines.add(Block.gap(30 * scale));
      lines.addAll(
          Line.centred(
              faces.bold(), 9.4 * scale, left + 4, column - 8, 1.2, fill.apply(signer.name())));
      all.add(new Stack(lines));
      left += column;
    }
    return new Stack(List.of(Block.gap(4 * scale), new SideBySide(all)));
  }

  Block dotted(double left, double room, double size, String label) {
    Line words = new Line(faces.regular(), size, left, label + ":", LEADING * size);
    return new Block() {
      @Override
      public double height() {
        return words.height();
      }

      @Override
      public void draw(PageContent page, double top) {
        words.draw(page, top);
        double y = top - words.height() * 0.8;
        double from = left + faces.regular().width(label + ": ") * size;
        page.dashes(Math.min(from, left + room - 10), y, left + room, y, DOTS);
      }
    };
  }

  Block rule(double thickness) {
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
}
