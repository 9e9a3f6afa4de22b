package vn.motcua.kiosk.paper.readback;

import java.util.List;

/**
 * What stands at one height of the page, from left to right, whichever columns it belongs to.
 *
 * @param tokens at least one
 */
record Row(List<Token> tokens, double baseline, double height) {
  Row {
    tokens = List.copyOf(tokens);
  }

  /** The tokens {@code from} to before {@code to}, joined by blanks. */
  static String text(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    for (Token token : tokens) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(token.text());
    }
    return text.toString();
  }
}
