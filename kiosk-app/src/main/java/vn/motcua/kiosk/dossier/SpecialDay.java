package vn.motcua.kiosk.dossier;

import java.time.LocalDate;

/**
 * A day on which the office does not do what its weekday says.
 *
 * @param date the day
 * @param kind why
 * @param name of the holiday that it belongs to, Vietnamese
 * @param source the rule or announcement that says so
 */
public record SpecialDay(LocalDate date, Kind kind, String name, String source) {
  /** Why a day is special. */
  public enum Kind {
    /** A public holiday (BLLĐ 2019 Điều 112). */
    HOLIDAY("nghỉ lễ"),
    /** Off because the holiday fell on a weekend (BLLĐ 2019 Điều 111.3). */
    COMPENSATORY("nghỉ bù"),
    /** A weekday off that a Saturday makes up for. */
    SWAPPED_OFF("nghỉ hoán đổi"),
    /** The Saturday or Sunday that is worked for it. */
    MAKE_UP("làm bù");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Whether the office works on such a day. */
    public boolean worked() {
      return this == MAKE_UP;
    }
  }

  /** What stands beside the day, for example {@code nghỉ lễ Ngày Văn hóa Việt Nam}. */
  public String note() {
    return kind.words + " " + name;
  }
}
