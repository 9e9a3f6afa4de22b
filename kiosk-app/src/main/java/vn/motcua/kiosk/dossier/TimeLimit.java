package vn.motcua.kiosk.dossier;

/** How long a procedure may take, in the unit in which it was published. */
public sealed interface TimeLimit {
  /** The limit of hours that stands for one working day. */
  int HOURS_A_DAY = 8;

  /** No procedure takes longer; more is a mistake in a file. */
  int MOST_DAYS = 2000;

  /**
   * Working days.
   *
   * @param days 0 = done the same day
   */
  record Days(int days) implements TimeLimit {
    public Days {
      check(days, MOST_DAYS);
    }
  }

  /**
   * Office hours, of which {@link #HOURS_A_DAY} are a working day however long the office is open.
   *
   * @param hours 1 or more
   */
  record Hours(int hours) implements TimeLimit {
    public Hours {
      check(hours - 1, MOST_DAYS * HOURS_A_DAY - 1);
    }
  }

  private static void check(int value, int most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException("no time limit: " + value);
    }
  }
}
