package vn.motcua.kiosk.paper.readback;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a label's value may stand: right of it up to the next label, else below it; and where it
 * goes on in the following lines.
 *
 * @param tokens in reading order; empty if nothing stands there
 * @param below whether it stands below the label
 * @param lines how many lines it takes
 */
record Region(List<Token> tokens, boolean below, int lines) {
  /** Between words of one value; in line heights. */
  private static final double GAP = 3.2;

  /** Between a label and its value in the next cell, points. */
  private static final double FIRST_GAP = 260;

  /** From one line to the next; in line heights. */
  private static final double NEXT_LINE = 2.3;

  /** From a label to the value below it; in line heights. */
  private static final double BELOW = 3.2;

  /** How much further in a paragraph may begin, points. */
  private static final double INDENT = 45;

  /** A line whose end is this far right of the page's text is full: the value may go on. */
  private static final double FULL = 0.78;

  private static final Region NONE = new Region(List.of(), false, 0);

  /** The page as labels see it. */
  record Page(List<Row> rows, List<LabelHit> hits, double right) {
    static Page of(List<Row> rows, List<LabelHit> hits) {
      double right =
          rows.stream()
              .flatMap(row -> row.tokens().stream())
              .mapToDouble(Token::right)
              .max()
              .orElse(0);
      return new Page(rows, hits, right);
    }

    /** The first label in that row at or after that token. */
    private int nextLabel(int row, int token) {
      return hits.stream()
          .filter(hit -> hit.row() == row && hit.from() >= token)
          .mapToInt(LabelHit::from)
          .min()
          .orElse(rows.get(row).tokens().size());
    }
  }

  /** The value's place, in at most as many lines as the field may take. */
  static Region of(Page page, LabelHit hit) {
    List<Token> tokens = page.rows().get(hit.row()).tokens();
    int to = page.nextLabel(hit.row(), hit.to());
    List<Token> right =
        run(skip(tokens.subList(hit.to(), Math.max(hit.to(), to))), tokens.get(hit.to() - 1));
    if (!right.isEmpty()) {
      return extended(page, hit, right, hit.row(), false);
    }
    if (to < tokens.size() && tokens.get(to).left() - tokens.get(hit.to() - 1).right() < 60) {
      // The next label follows at once: this one was left empty.
      return NONE;
    }
    if (hit.to() == tokens.size() && tokens.getLast().right() >= FULL * page.right()) {
      Region next = nextLine(page, hit);
      if (!next.tokens().isEmpty()) {
        return next;
      }
    }
    return below(page, hit);
  }

  /** In running text a label may end a full line; its value begins the next. */
  private static Region nextLine(Page page, LabelHit hit) {
    int row = hit.row() + 1;
    if (row >= page.rows().size()) {
      return NONE;
    }
    Row own = page.rows().get(hit.row());
    Row next = page.rows().get(row);
    int end = page.nextLabel(row, 0);
    boolean column =
        next.tokens().getFirst().left() <= own.tokens().getFirst().left() + own.height();
    if (end == 0 || !column || next.baseline() - own.baseline() > NEXT_LINE * own.height()) {
      return NONE;
    }
    List<Token> first = next.tokens().subList(0, end);
    return extended(page, hit, run(skip(first), first.getFirst()), row, false);
  }

  private static Region below(Page page, LabelHit hit) {
    Row own = page.rows().get(hit.row());
    double left = own.tokens().get(hit.from()).left() - own.height();
    double right = own.tokens().get(hit.to() - 1).right() + own.height();
    int row = hit.row() + 1;
    if (row >= page.rows().size()) {
      return NONE;
    }
    Row next = page.rows().get(row);
    double step = next.baseline() - own.baseline();
    if (step > BELOW * Math.max(own.height(), Math.min(next.height(), 2 * own.height()))) {
      return NONE;
    }
    int from = 0;
    while (from < next.tokens().size()) {
      int end = page.nextLabel(row, from);
      if (end == from) {
        from = endOfLabel(page, row, from);
        continue;
      }
      List<Token> run = run(next.tokens().subList(from, end), next.tokens().get(from));
      boolean under = run.getFirst().left() <= right && run.getLast().right() >= left;
      boolean isAfterLabel =
          page.hits().stream()
              .anyMatch(other ->
                  other.row() == row
                      && next.tokens().get(other.to() - 1).right() <= run.getFirst().left());
      if (under && !isAfterLabel) {
        return extended(page, hit, skip(run), row, true);
      }
      from += run.size();
    }
    return NONE;
  }

  private static int endOfLabel(Page page, int row, int from) {
    return page.hits().stream()
        .filter(hit -> hit.row() == row && hit.from() == from)
        .mapToInt(LabelHit::to)
        .findFirst()
        .orElse(from + 1);
  }

  /** The value goes on below if its line is full and the next begins with no label. */
  private static Region extended(
      Page page, LabelHit hit, List<Token> first, int row, boolean below) {
    List<Token> all = new ArrayList<>(first);
    int lines = all.isEmpty() ? 0 : 1;
    Row own = page.rows().get(hit.row());
    double left = columnLeft(own, hit.from());
    int last = row;
    while (lines > 0 && lines < hit.field().lines() && last + 1 < page.rows().size()) {
      Row before = page.rows().get(last);
      Row next = page.rows().get(last + 1);
      boolean near = next.baseline() - before.baseline() <= NEXT_LINE * before.height();
      boolean full =
          hit.field().runsOn()
              || hit.field().kind() == ValueKind.DATE
              || all.getLast().text().endsWith(",")
              || all.getLast().right() >= FULL * page.right();
      int from = 0;
      while (from < next.tokens().size() && next.tokens().get(from).left() < left) {
        from++;
      }
      int to = from < next.tokens().size() ? page.nextLabel(last + 1, from) : from;
      boolean begun = page.nextLabel(last + 1, 0) < from;
      if (!near || !full || to == from || begun) {
        break;
      }
      all.addAll(run(next.tokens().subList(from, to), next.tokens().get(from)));
      last++;
      lines++;
    }
    return new Region(all, below, lines);
  }

  /** Where the lines of the label's column begin; a paragraph's first line may stand further in. */
  private static double columnLeft(Row row, int token) {
    int first = token;
    while (first > 0
        && row.tokens().get(first).left() - row.tokens().get(first - 1).right()
            <= GAP * row.height()) {
      first--;
    }
    double indent = first < token ? INDENT : 2 * row.height();
    return row.tokens().get(first).left() - indent;
  }

  /** Without what stands between a label and its value: colons, remarks in parentheses. */
  private static List<Token> skip(List<Token> tokens) {
    int from = 0;
    boolean within = false;
    while (from < tokens.size()) {
      String text = tokens.get(from).text();
      boolean remark = within || (text.startsWith("(") && !text.endsWith(")"));
      if (remark) {
        within = !text.endsWith(")");
      } else if (!text.matches("[\\p{P}\\p{S}]+|\\(.*\\)")) {
        break;
      }
      from++;
    }
    return within ? tokens : tokens.subList(from, tokens.size());
  }

  /** The tokens up to the first wide gap. */
  private static List<Token> run(List<Token> tokens, Token before) {
    List<Token> run = new ArrayList<>();
    double edge = before.right();
    for (Token token : tokens) {
      double allowed = run.isEmpty() ? FIRST_GAP : GAP * token.height();
      if (token.left() - edge > allowed) {
        break;
      }
      run.add(token);
      edge = token.right();
    }
    return run;
  }
}
