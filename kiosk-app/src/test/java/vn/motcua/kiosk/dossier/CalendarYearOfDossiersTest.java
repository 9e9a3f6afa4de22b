package vn.motcua.kiosk.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.store.Resources;

/**
 * A year of random dossiers, each with up to four pauses, against a slow clock on the wall: it goes
 * through the minutes one by one, knows nothing of lists of days, and sees a working day pass only
 * by its closing bell.
 */
class CalendarYearOfDossiersTest {
  private static final LocalDateTime ZERO = LocalDateTime.parse("2026-01-01T00:00");
  private static final int MINUTES = 2 * 366 * 1440;
  private static final int BELL = 17 * 60;
  private static final int SAME_DAY = 15 * 60;
  private static final int SATURDAY_BELL = 11 * 60;
  private static final int SATURDAY_SAME_DAY = 10 * 60;

  /** What stands beside a pause: when it begins and ends, in minutes since {@link #ZERO}. */
  private record Pause(int from, int to) {}

  private final boolean[] works = new boolean[MINUTES];
  private final boolean[] saturday = new boolean[MINUTES];

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyDueDateIsThatOfTheClockOnTheWall(boolean openOnSaturdays) throws Exception {
    WorkingCalendar calendar = calendar(openOnSaturdays);
    readFiles(openOnSaturdays);
    Random random = new Random(openOnSaturdays ? 2027 : 2026);
    int paused = 0;
    for (int dossier = 0; dossier < 3000; dossier++) {
      int received = random.nextInt(365 * 1440);
      boolean byHours = random.nextInt(3) == 0;
      int limit = byHours ? 1 + random.nextInt(240) : random.nextInt(5) * random.nextInt(9);
      TimeLimit unit = byHours ? new TimeLimit.Hours(limit) : new TimeLimit.Days(limit);
      List<Pause> pauses = pauses(random, received);
      DueDate due = calendar.due(ZERO.plusMinutes(received), unit);
      for (Pause pause : pauses) {
        DueDate before = due;
        due =
            calendar.resume(
                due, ZERO.plusMinutes(pause.from()), ZERO.plusMinutes(pause.to()), "chờ", unit);
        paused += due.equals(before) ? 0 : 1;
      }
      int expected = byHours ? hours(received, limit, pauses) : days(received, limit, pauses);
      assertThat(due.at())
          .as("%s %s %s", ZERO.plusMinutes(received), unit, pauses)
          .isEqualTo(ZERO.plusMinutes(expected));
    }
    assertThat(paused).isGreaterThan(1000);
  }

  private static WorkingCalendar calendar(boolean openOnSaturdays) throws Exception {
    if (!openOnSaturdays) {
      return Resources.calendar();
    }
    SaturdayHours mornings =
        new SaturdayHours(
            LocalDate.parse("2026-03-01"),
            LocalDate.parse("2026-09-30"),
            LocalTime.of(7, 30),
            LocalTime.of(11, 0),
            LocalTime.of(10, 0),
            "quyết định của địa phương");
    return new WorkingCalendar(
        List.of(
            CalendarYear.read(text("calendar-2026.json")),
            CalendarYear.read(text("calendar-2027.json"))),
        OfficeHours.read(text("office-hours.json")),
        List.of(mornings));
  }

  private static List<Pause> pauses(Random random, int received) {
    List<Pause> pauses = new ArrayList<>();
    int at = received;
    for (int n = random.nextInt(5); n > 0; n--) {
      int from = at + random.nextInt(4 * 1440);
      int to = from + (random.nextInt(4) == 0 ? random.nextInt(600) : random.nextInt(20 * 1440));
      pauses.add(new Pause(from, to));
      at = to + 1;
    }
    pauses.sort(Comparator.comparingInt(Pause::from));
    return pauses;
  }

  private int days(int received, int limit, List<Pause> pauses) {
    int left = limit;
    int at = reception(received, left);
    for (Pause pause : pauses) {
      int due = bell(at, left);
      if (due < pause.from()) {
        return due;
      }
      // A pause at night takes nothing from anybody.
      if (IntStream.range(pause.from(), pause.to()).noneMatch(this::open)) {
        continue;
      }
      // What is left are the bells after the day on which the clock stopped.
      left -= bells(endOfDay(at), endOfDay(pause.from()));
      at = reception(pause.to(), left);
    }
    return bell(at, left);
  }

  /** The first minute at which somebody takes the dossier in; a Saturday takes only its own. */
  private int reception(int from, int left) {
    int minute = from;
    while (true) {
      int ofDay = minute % 1440;
      if (works[minute] && ofDay <= (left == 0 ? SAME_DAY : BELL)
          || saturday[minute]
              && endOfDay(minute) == endOfDay(from)
              && ofDay <= (left == 0 ? SATURDAY_SAME_DAY : SATURDAY_BELL)) {
        return minute;
      }
      minute++;
    }
  }

  /** The bell of the {@code n}th working day after the day of {@code from}; 0 = of that day. */
  private int bell(int from, int n) {
    if (n == 0) {
      return endOfDay(from) - 1440 + (saturday[from] ? SATURDAY_BELL : BELL);
    }
    int left = n;
    int minute = endOfDay(from);
    while (true) {
      if (works[minute] && minute % 1440 == BELL && --left == 0) {
        return minute;
      }
      minute++;
    }
  }

  private int bells(int from, int to) {
    int bells = 0;
    for (int minute = from; minute < to; minute++) {
      bells += works[minute] && minute % 1440 == BELL ? 1 : 0;
    }
    return bells;
  }

  private static int endOfDay(int minute) {
    return minute - minute % 1440 + 1440;
  }

  private int hours(int received, int limit, List<Pause> pauses) {
    // 7.5 hours of office are 8 of the limit: 56.25 minutes each.
    int left = (limit * 5625 + 99) / 100;
    for (int minute = received; ; minute++) {
      int now = minute;
      if (open(minute) && pauses.stream().noneMatch(p -> now >= p.from() && now < p.to())) {
        left--;
      }
      if (left == 0) {
        return minute + 1;
      }
    }
  }

  private boolean open(int minute) {
    int ofDay = minute % 1440;
    return works[minute] && (ofDay >= 450 && ofDay < 690 || ofDay >= 810 && ofDay < BELL);
  }

  /** Reads the files by itself: a mistake in reading them must not be shared. */
  private void readFiles(boolean openOnSaturdays) throws Exception {
    Map<LocalDate, String> kinds = new HashMap<>();
    for (String file : List.of("calendar-2026.json", "calendar-2027.json")) {
      for (JsonNode day : new JsonMapper().readTree(text(file)).get("days")) {
        kinds.put(LocalDate.parse(day.get("date").stringValue()), day.get("kind").stringValue());
      }
    }
    for (int minute = 0; minute < MINUTES; minute++) {
      LocalDate date = ZERO.plus(minute, ChronoUnit.MINUTES).toLocalDate();
      boolean weekend =
          date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
      String kind = kinds.get(date);
      works[minute] = kind == null ? !weekend : kind.equals("MAKE_UP");
      saturday[minute] =
          openOnSaturdays
              && kind == null
              && date.getDayOfWeek() == DayOfWeek.SATURDAY
              && date.getYear() == 2026
              && date.getMonthValue() >= 3
              && date.getMonthValue() <= 9;
    }
  }

  private static String text(String name) throws Exception {
    try (InputStream in = Resources.class.getResourceAsStream("/vn/motcua/kiosk/data/" + name)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
