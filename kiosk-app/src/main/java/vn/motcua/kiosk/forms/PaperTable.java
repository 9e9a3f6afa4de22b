package vn.motcua.kiosk.forms;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.pdf.EmbeddedFont;
import vn.motcua.kiosk.pdf.PageContent;

/** The table of papers handed in, a row a block so that it can go on overleaf. */
final class PaperTable {
  private static final double PAD = 2.5;

  private final Faces faces;
  private final double size;
  private final double x;
  private final double[] widths;

  PaperTable(Faces faces, double size, double x, double width) {
    this.faces = faces;
    this.size = size;
    this.x = x;
    double number = 26;
    double count = 50;
    this.widths = new double[] {number, width - number - 2 * count, count, count};
  }

  Block head() {
    return row(faces.bold(), true, "STT", "Tên giấy tờ", "Bản chính", "Bản sao");
  }

  List<Block> rows(List<ReceiptPaper> papers) {
    List<Block> rows = new ArrayList<>();
    for (int i = 0; i < papers.size(); i++) {
      ReceiptPaper paper = papers.get(i);
      rows.add(
          row(
              faces.regular(),
              false,
              Integer.toString(i + 1),
              paper.name(),
              count(paper.originals()),
              count(paper.copies())));
    }
    return rows;
  }

  private static String count(int papers) {
    return papers == 0 ? "–" : "%02d".formatted(papers);
  }

  private Block row(EmbeddedFont font, boolean head, String... cells) {
    List<Block> set = new ArrayList<>();
    double left = x;
    for (int i = 0; i < cells.length; i++) {
      boolean centred = head || i != 1;
      double room = widths[i] - 2 * PAD;
      List<Block> lines =
          centred
              ? Line.centred(font, size, left + PAD, room, 1.16, cells[i])
              : Line.left(font, size, left + PAD, room, 1.16, cells[i]);
      set.add(new Stack(lines));
      left += widths[i];
    }
    Block text = new SideBySide(set);
    return new Block() {
      @Override
      public double height() {
        return text.height() + 2 * PAD;
      }

      @Override
      public void draw(PageContent page, double top) {
        double cell = x;
        for (double width : widths) {
          page.frame(cell, top - height(), width, height(), 0.5);
          cell += width;
        }
        text.draw(page, top - PAD);
      }
    };
  }
}
