package vn.motcua.kiosk.paper.readback;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.ocr.Word;

/** Pages and tokens of plain text, letters six points wide. */
final class Line {
  private Line() {}

  /** One line each; two blanks or more make a gap of that many letters. */
  static PageText page(String... lines) {
    List<Word> words = new ArrayList<>();
    for (int line = 0; line < lines.length; line++) {
      int at = 0;
      for (String word : lines[line].split(" ", -1)) {
        if (!word.isEmpty()) {
          double left = 60 + at * 6.0;
          words.add(
              new Word(word, left, left + word.length() * 6, 60 + line * 18, 12, line, 0, 95));
        }
        at += word.length() + 1;
      }
    }
    return new PageText(words, false, true);
  }

  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    page(text).words().forEach(word -> tokens.addAll(Tokens.of(word)));
    return tokens;
  }
}
