package vn.motcua.kiosk.paper.readback;

import java.util.List;
import java.util.Set;

/**
 * A value that was found among some tokens.
 *
 * @param value as it would be filled in
 * @param tokens that it was read from, at least one
 * @param quality 0 to 1: how well it has the form of such a value
 * @param why what speaks for or against it
 */
record Reading(String value, List<Token> tokens, double quality, Set<Reason> why) {
  Reading {
    tokens = List.copyOf(tokens);
    why = Set.copyOf(why);
  }

  /** The least sure word counts: one wrong letter makes the value wrong. */
  double sure() {
    return tokens.stream().mapToDouble(Token::sure).min().orElse(0);
  }

  Box box() {
    return tokens.stream().map(Token::box).reduce(Box::and).orElseThrow();
  }
}
