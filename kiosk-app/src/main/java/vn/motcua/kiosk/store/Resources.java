package vn.motcua.kiosk.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.kiosk.dossier.CalendarYear;
import vn.motcua.kiosk.dossier.OfficeHours;
import vn.motcua.kiosk.dossier.ProcedureCatalogue;
import vn.motcua.kiosk.dossier.Relief;
import vn.motcua.kiosk.dossier.SaturdayHours;
import vn.motcua.kiosk.dossier.WorkingCalendar;

/** Opens the dated data files that come with the program. */
public final class Resources {
  private static final String FOLDER = "/vn/motcua/kiosk/data/";
  private static final List<String> YEARS =
      List.of(
          "calendar-2026.json",
          "calendar-2027.json",
          "calendar-2028.json",
          "calendar-2029.json",
          "calendar-2030.json");
  private static final String HOURS = "office-hours.json";
  private static final String PROCEDURES = "procedures-2026-11-25.json";

  private static final String RELIEFS = "reliefs-2026-11-25.json";

  private Resources() {}

  /** The working calendar. */
  public static WorkingCalendar calendar() {
    return new WorkingCalendar(
        calendarYears(), OfficeHours.read(officeHours()), SaturdayHours.read(officeHours()));
  }

  /** The years of the calendar that come with the program. */
  static List<CalendarYear> calendarYears() {
    return YEARS.stream().map(Resources::text).map(CalendarYear::read).toList();
  }

  /** The text of the office hours that come with the program. */
  static String officeHours() {
    return text(HOURS);
  }

  /** The procedures. */
  public static ProcedureCatalogue procedures() {
    return ProcedureCatalogue.read(text(PROCEDURES));
  }

  /** The rules of retention. */
  static String retention() {
    return text("retention-2026-11-20.json");
  }

  /** The procedures that hold on {@code day}; see {@link ProcedureCatalogue#on}. */
  public static ProcedureCatalogue procedures(LocalDate day) {
    return ProcedureCatalogue.on(day, List.of(procedures()));
  }

  /** The reliefs of fees. */
  public static List<Relief> reliefs() {
    return Relief.read(text(RELIEFS));
  }

  private static String text(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
