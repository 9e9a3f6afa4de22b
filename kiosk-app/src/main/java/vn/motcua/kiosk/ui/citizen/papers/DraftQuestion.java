package vn.motcua.kiosk.ui.citizen.papers;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import vn.motcua.kiosk.desk.DraftField;

/** The questions of a draft, in the order in which they are asked. */
public enum DraftQuestion {
  /** Whose affair it is, if another's: the name. */
  OWNER_NAME(DraftField.NAME, true, false),
  /** When that one was born. */
  OWNER_BIRTH(DraftField.BIRTH, true, true),
  /** The name of the person at the terminal. */
  NAME(DraftField.NAME, false, false),
  /** The number. */
  NUMBER(DraftField.NUMBER, false, true),
  /** The day of birth. */
  BIRTH(DraftField.BIRTH, false, true),
  /** Where one lives. */
  ADDRESS(DraftField.ADDRESS, false, true),
  /** The telephone. */
  PHONE(DraftField.PHONE, false, true);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final int OLDEST_YEAR = 1900;
  private static final int LONGEST = 120;

  private final DraftField field;
  private final boolean ofOwner;
  private final boolean optional;

  DraftQuestion(DraftField field, boolean ofOwner, boolean optional) {
    this.field = field;
    this.ofOwner = ofOwner;
    this.optional = optional;
  }

  /** Which field it fills. */
  public DraftField field() {
    return field;
  }

  /** Whether it is about the other person. */
  public boolean ofOwner() {
    return ofOwner;
  }

  /** Whether it may stay open. */
  public boolean isOptional() {
    return optional;
  }

  /** Whether only digits are typed. */
  public boolean isDigits() {
    return switch (field) {
      case NUMBER, BIRTH, PHONE -> true;
      default -> false;
    };
  }

  /** The most characters that can be typed. */
  public int most() {
    return switch (field) {
      case NUMBER -> 12;
      case BIRTH -> 8;
      case PHONE -> 11;
      default -> LONGEST;
    };
  }

  /** What was typed as it is shown: days with strokes, numbers in groups. */
  public String shown(String typed) {
    return switch (field) {
      case BIRTH -> grouped(typed, "/", 2, 4);
      case NUMBER -> grouped(typed, " ", 4, 8);
      case PHONE -> grouped(typed, " ", 4, 7);
      default -> typed;
    };
  }

  /** Back from how it is kept to how it is typed. */
  public String typed(String kept) {
    return isDigits() ? kept.replaceAll("[^0-9]", "") : kept;
  }

  /** What was typed as it is kept. */
  public String kept(String typed) {
    return field == DraftField.BIRTH ? shown(typed) : typed;
  }

  /**
   * Whether that can be an answer.
   *
   * @param typed as it was typed
   * @param today nobody is born later
   */
  public boolean fits(String typed, LocalDate today) {
    if (typed.isBlank()) {
      return optional;
    }
    return switch (field) {
      case NUMBER -> typed.matches("[0-9]{12}");
      case PHONE -> typed.matches("0[0-9]{9,10}");
      case BIRTH -> isDay(shown(typed), today);
      case NAME -> typed.codePoints().filter(Character::isLetter).count() >= 2;
      default -> true;
    };
  }

  private static boolean isDay(String text, LocalDate today) {
    try {
      LocalDate day = LocalDate.parse(text, DAY);
      return day.getYear() >= OLDEST_YEAR && !day.isAfter(today);
    } catch (DateTimeParseException noDay) {
      return false;
    }
  }

  private static String grouped(String digits, String between, int first, int second) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i == first || i == second) {
        text.append(between);
      }
      text.append(digits.charAt(i));
    }
    return text.toString();
  }
}
