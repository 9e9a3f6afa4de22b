package vn.motcua.kiosk.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.kiosk.pdf.EmbeddedFont;
import vn.motcua.kiosk.pdf.PageContent;

/** A table, a row a block so that it can go on overleaf; a very high row several. */
final class FormTable {
  private static final double PAD = 2.5;
  private static final double LEADING = 1.16;
  private static final double RULE = 0.5;

  /** A row of more lines may be divided between two pages. */
  private static final int LINES_TOGETHER = 14;

  private final Faces faces;
  private final double size;
  private final double x;
  private final List<Piece.Column> columns;
  private final double[] widths;

  FormTable(Faces faces, double size, double x, double width, List<Piece.Column> columns) {
    this.faces = faces;
    this.size = size;
    this.x = x;
    this.columns = columns;
    double fixed = columns.stream().mapToDouble(Piece.Column::width).sum();
    double shares = columns.stream().mapToDouble(Piece.Column::share).sum();
    widths = new double[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      Piece.Column column = columns.get(i);
      widths[i] =
          column.width() > 0
              ? column.width() * (shares > 0 ? 1 : width / fixed)
              : (width - fixed) * column.share() / shares;
    }
  }

  /** The head; columns of a group stand below its name. */
  Block head() {
    List<Block> cells = new ArrayList<>();
    double left = x;
    for (int i = 0; i < widths.length; ) {
      String group = columns.get(i).group();
      int next = i + 1;
      while (!group.isEmpty() && next < widths.length && columns.get(next).group().equals(group)) {
        next++;
      }
      cells.add(group.isEmpty() ? single(i, left) : grouped(group, i, next, left));
      for (int each = i; each < next; each++) {
        left += widths[each];
      }
      i = next;
    }
    double height = new SideBySide(cells).height();
    return new Block() {
      @Override
      public double height() {
        return height;
      }

      @Override
      public void draw(PageContent page, double top) {
        cells.forEach(cell -> ((HeadCell) cell).draw(page, top, height));
      }
    };
  }

  /** All rows; each is one block or, if it is very high, several. */
  List<Block> rows(List<Map<String, String>> rows) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> row = rows.get(i);
      String number = Integer.toString(i + 1);
      List<List<Block>> cells = new ArrayList<>();
      double left = x;
      for (int c = 0; c < widths.length; c++) {
        Piece.Column column = columns.get(c);
        String text =
            Filling.fill(
                column.value(),
                name -> name.equals("#") ? number : Typesetting.clean(row.getOrDefault(name, "")));
        cells.add(cell(faces.regular(), left, widths[c], column.centred(), text));
        left += widths[c];
      }
      blocks.addAll(pieces(cells));
    }
    return blocks;
  }

  private List<Block> pieces(List<List<Block>> cells) {
    int lines = cells.stream().mapToInt(List::size).max().orElse(1);
    if (lines <= LINES_TOGETHER) {
      return List.of(row(cells.stream().<Block>map(Stack::new).toList(), true, true));
    }
    List<Block> pieces = new ArrayList<>();
    for (int from = 0; from < lines; from += LINES_TOGETHER) {
      List<Block> part = new ArrayList<>();
      for (List<Block> cell : cells) {
        int start = Math.min(from, cell.size());
        part.add(new Stack(cell.subList(start, Math.min(from + LINES_TOGETHER, cell.size()))));
      }
      pieces.add(row(part, from == 0, from + LINES_TOGETHER >= lines));
    }
    return pieces;
  }

  private Block row(List<Block> cells, boolean first, boolean last) {
    Block text = new SideBySide(cells);
    double above = first ? PAD : 0;
    double below = last ? PAD : 0;
    return new Block() {
      @Override
      public double height() {
        return text.height() + above + below;
      }

      @Override
      public void draw(PageContent page, double top) {
        double bottom = top - height();
        double line = x;
        page.line(line, top, line, bottom, RULE);
        for (double width : widths) {
          line += width;
          page.line(line, top, line, bottom, RULE);
        }
        if (first) {
          page.line(x, top, line, top, RULE);
        }
        // Also where a row is divided: the page must not end in the open.
        page.line(x, bottom, line, bottom, last ? RULE : 0.2);
        text.draw(page, top - above);
      }
    };
  }

  private List<Block> cell(
      EmbeddedFont font, double left, double width, boolean centred, String text) {
    double room = width - 2 * PAD;
    return centred
        ? Line.centred(font, size, left + PAD, room, LEADING, text)
        : Line.left(font, size, left + PAD, room, LEADING, text);
  }

  private HeadCell single(int column, double left) {
    return new HeadCell(
        new Stack(cell(faces.bold(), left, widths[column], true, columns.get(column).title())),
        left,
        widths[column],
        List.of());
  }

  private HeadCell grouped(String group, int from, int to, double left) {
    double width = 0;
    List<HeadCell> below = new ArrayList<>();
    for (int i = from; i < to; i++) {
      below.add(single(i, left + width));
      width += widths[i];
    }
    return new HeadCell(
        new Stack(cell(faces.bold(), left, width, true, group)), left, width, below);
  }

  /** A cell of the head: a text in the middle, and cells below it. */
  private record HeadCell(Block text, double left, double width, List<HeadCell> below)
      implements Block {
    private HeadCell {
      below = List.copyOf(below);
    }

    @Override
    public double height() {
      return text.height() + 2 * PAD + belowHeight();
    }

    private double belowHeight() {
      return below.stream().mapToDouble(HeadCell::height).max().orElse(0);
    }

    @Override
    public void draw(PageContent page, double top) {
      draw(page, top, height());
    }

    void draw(PageContent page, double top, double height) {
      double own = height - belowHeight();
      page.shade(left, top - own, width, own, 0.93);
      page.frame(left, top - own, width, own, RULE);
      text.draw(page, top - (own - text.height()) / 2);
      below.forEach(cell -> cell.draw(page, top - own, belowHeight()));
    }
  }
}
