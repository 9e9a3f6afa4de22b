package vn.motcua.kiosk.paper.readback;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a date: 05/03/2020, "ngày 5 tháng 3 năm 2020", or in words. Impossible ones are none. */
final class DateValue {
  private static final String D = "[0-9OolI|]";
  private static final String PARTS = "\\s?[/.,\\-]\\s?|\\s";

  /** Day, month, year, the digits of each together. */
  private static final Pattern FIGURES =
      Pattern.compile(
          "(?<![0-9/])("
              + D
              + "{1,2})("
              + PARTS
              + ")("
              + D
              + "{1,2})(?:"
              + PARTS
              + ")([12lI|]"
              + D
              + "{3})(?![0-9/])");

  /** The folded words before the figures; single letters may be read otherwise. */
  private static final Pattern WORDED =
      Pattern.compile(
          "ng.?y\\W{0,3}("
              + D
              + "{1,2})\\W{1,3}th.{1,2}g\\W{0,3}("
              + D
              + "{1,2})\\W{1,3}n.m\\W{0,3}([12lI|]"
              + D
              + "{3})(?![0-9])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern YEAR = Pattern.compile("(?<![0-9/.])([12]" + D + "{3})(?![0-9/])");

  private final Clock clock;

  DateValue(Clock clock) {
    this.clock = clock;
  }

  /**
   * The first date.
   *
   * @param yearAlone whether a year is enough
   */
  Optional<Reading> read(List<Token> tokens, boolean yearAlone) {
    Spelled spelled = Spelled.of(tokens);
    Optional<Reading> date =
        figures(spelled, WORDED, 1, 2, 3).or(() -> figures(spelled, FIGURES, 1, 3, 4));
    if (date.isEmpty()) {
      date =
          DateWords.read(spelled.folded())
              .map(day -> reading(spelled, day, 0, spelled.length(), false));
    }
    if (date.isEmpty() && yearAlone) {
      Matcher year = YEAR.matcher(spelled.text());
      if (year.find()) {
        int value = Integer.parseInt(Digits.mend(year.group(1)));
        if (value >= LocalDate.now(clock).getYear() - 130
            && value <= LocalDate.now(clock).getYear()) {
          boolean mended = Digits.count(year.group(1)) < 4;
          return Optional.of(
              new Reading(
                  Integer.toString(value),
                  spelled.tokens(year.start(1), year.end(1)),
                  mended ? 0.8 : 0.97,
                  mended ? Set.of(Reason.LETTERS_AS_DIGITS) : Set.of()));
        }
      }
    }
    return date;
  }

  private Optional<Reading> figures(
      Spelled spelled, Pattern pattern, int day, int month, int year) {
    boolean folded = pattern == WORDED;
    Matcher found = pattern.matcher(folded ? spelled.folded() : spelled.text());
    while (found.find()) {
      boolean blanks = !folded && found.group(2).isBlank();
      String three = found.group(day) + found.group(month) + found.group(year);
      try {
        LocalDate date =
            LocalDate.of(
                number(found.group(year)), number(found.group(month)), number(found.group(day)));
        boolean mended = Digits.count(three) < three.length();
        Reading reading = reading(spelled, date, found.start(), found.end(), mended);
        return Optional.of(
            blanks
                ? new Reading(
                    reading.value(), reading.tokens(), reading.quality() * 0.9, reading.why())
                : reading);
      } catch (DateTimeException impossible) {
        // 31/02: some digit was read wrong, and nobody knows which.
      }
    }
    return Optional.empty();
  }

  private Reading reading(Spelled spelled, LocalDate date, int start, int end, boolean mended) {
    Set<Reason> why = EnumSet.noneOf(Reason.class);
    double quality = 0.98;
    LocalDate today = LocalDate.now(clock);
    if (date.isBefore(today.minusYears(130)) || date.isAfter(today.plusYears(60))) {
      why.add(Reason.DAY_UNLIKELY);
      quality = 0.3;
    }
    if (mended) {
      why.add(Reason.LETTERS_AS_DIGITS);
      quality *= 0.85;
    }
    return new Reading(date.toString(), spelled.tokens(start, end), quality, why);
  }

  private static int number(String digits) {
    return Integer.parseInt(Digits.mend(digits));
  }

  /** Tokens as one text, and back. */
  private record Spelled(String text, String folded, List<Token> all, List<Integer> starts) {
    /** No date needs more. */
    private static final int MOST = 400;

    static Spelled of(List<Token> tokens) {
      StringBuilder text = new StringBuilder();
      List<Integer> starts = new ArrayList<>();
      List<Token> used = new ArrayList<>();
      for (Token token : tokens) {
        if (text.length() + token.text().length() > MOST) {
          break;
        }
        if (!text.isEmpty()) {
          text.append(' ');
        }
        starts.add(text.length());
        used.add(token);
        text.append(token.text());
      }
      String whole = text.toString();
      return new Spelled(whole, Plain.fold(whole), used, starts);
    }

    int length() {
      return text.length();
    }

    List<Token> tokens(int start, int end) {
      List<Token> covered = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        int from = starts.get(i);
        if (from < end && from + all.get(i).text().length() > start) {
          covered.add(all.get(i));
        }
      }
      return covered;
    }
  }
}
