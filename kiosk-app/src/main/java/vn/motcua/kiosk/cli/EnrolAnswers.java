package vn.motcua.kiosk.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.chip.AccessKeys;

/**
 * What those who enrol answer: the six digits of each card as they were given on the command line,
 * or typed on standard input when asked.
 */
final class EnrolAnswers {
  private final EnrolGuide guide;
  private final boolean given;
  private final Deque<AccessKeys> keys = new ArrayDeque<>();
  private final BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  EnrolAnswers(EnrolGuide guide, List<AccessKeys> given) {
    this.guide = guide;
    this.given = !given.isEmpty();
    this.keys.addAll(given);
  }

  /** Whether nobody is asked, so that nobody can try again either. */
  boolean given() {
    return given;
  }

  /**
   * What opens the next card; empty if there is none.
   *
   * @param n which card it is, from 1
   * @param enough whether it may be the end
   */
  Optional<AccessKeys> next(int n, boolean enough) {
    if (given) {
      return Optional.ofNullable(keys.poll());
    }
    while (true) {
      guide.say(enough ? "digits-or-end" : "digits", n);
      String typed = line();
      if (typed.isEmpty()) {
        return Optional.empty();
      }
      if (typed.matches("[0-9]{6}")) {
        return Optional.of(AccessKeys.can(typed));
      }
      guide.say("not-digits");
    }
  }

  /** Whether they say yes in so many letters. */
  boolean yes() {
    guide.say("confirm");
    String typed =
        Normalizer.normalize(line(), Normalizer.Form.NFC).toLowerCase(java.util.Locale.ROOT);
    return typed.equals("yes") || typed.equals("có");
  }

  private String line() {
    try {
      String line = in.readLine();
      return line == null ? "" : line.strip();
    } catch (IOException closed) {
      return "";
    }
  }
}
