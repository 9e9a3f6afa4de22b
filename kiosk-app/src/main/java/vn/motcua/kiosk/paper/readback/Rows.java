package vn.motcua.kiosk.paper.readback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.ocr.Word;

/**
 * Puts together again what stands at one height. Tesseract takes a label and the value in the next
 * table cell, or after a gap, for two lines.
 */
final class Rows {
  /** A dense A4 page has 900 words; what has more is noise, and only its beginning is read. */
  static final int MOST_TOKENS = 3000;

  /** Lines closer than this share of their height stand at one height. */
  private static final double CLOSE = 0.45;

  private Rows() {}

  /** From top to bottom. */
  static List<Row> of(PageText page) {
    Map<Long, List<Token>> lines = new LinkedHashMap<>();
    int tokens = 0;
    for (Word word : page.words()) {
      List<Token> parts = Tokens.of(word);
      tokens += parts.size();
      if (tokens > MOST_TOKENS) {
        break;
      }
      if (!parts.isEmpty()) {
        lines
            .computeIfAbsent((long) word.block() << 32 | word.line(), line -> new ArrayList<>())
            .addAll(parts);
      }
    }
    List<Row> pieces = new ArrayList<>();
    lines.values().forEach(line -> pieces.add(row(line)));
    pieces.sort(Comparator.comparingDouble(Row::baseline));
    List<Row> rows = new ArrayList<>();
    List<Token> open = new ArrayList<>();
    double baseline = 0;
    double height = 0;
    for (Row piece : pieces) {
      boolean same =
          !open.isEmpty() && piece.baseline() - baseline < CLOSE * Math.min(height, piece.height());
      if (!same && !open.isEmpty()) {
        rows.add(row(open));
        open = new ArrayList<>();
      }
      if (!same) {
        baseline = piece.baseline();
        height = piece.height();
      }
      open.addAll(piece.tokens());
    }
    if (!open.isEmpty()) {
      rows.add(row(open));
    }
    return rows;
  }

  private static Row row(List<Token> tokens) {
    List<Token> sorted = new ArrayList<>(tokens);
    sorted.sort(Comparator.comparingDouble(Token::left));
    double baseline = 0;
    double height = 0;
    for (Token token : sorted) {
      baseline += token.baseline() / sorted.size();
      height = Math.max(height, token.height());
    }
    return new Row(sorted, baseline, height);
  }
}
