package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.dossier.CalendarYear;
import vn.motcua.kiosk.dossier.OfficeHours;
import vn.motcua.kiosk.dossier.SaturdayHours;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.scanner.FaultException;

/**
 * The working calendar of a place: the years that come with the program, and in their stead those
 * that a technician has put into the folder {@code calendar} of the data folder when the government
 * has spoken ({@code calendar-2027.json}, {@code office-hours.json}).
 */
public final class Calendars {
  private static final Logger LOG = LoggerFactory.getLogger(Calendars.class);
  private static final String HOURS = "office-hours.json";
  private static final long MAX_BYTES = 1_000_000;

  private Calendars() {}

  /**
   * Reads it.
   *
   * @param folder need not exist
   * @throws FaultException with {@link StoreFault.Calendar} if a file cannot be used: wrong days
   *     would be promised
   */
  public static WorkingCalendar with(Path folder) throws FaultException {
    Map<Integer, CalendarYear> years = new TreeMap<>();
    Resources.calendarYears().forEach(year -> years.put(year.year(), year));
    String hours = Resources.officeHours();
    if (!Files.isDirectory(folder)) {
      return made(years, hours);
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.matches("calendar-[0-9]{4}\\.json")) {
          CalendarYear year = CalendarYear.read(text(file));
          years.put(year.year(), year);
        } else if (name.equals(HOURS)) {
          hours = text(file);
        }
      }
      return made(years, hours);
    } catch (IOException trouble) {
      throw Durable.fault(trouble, folder);
    } catch (IllegalArgumentException wrong) {
      LOG.warn("{}: {}", folder, wrong.getMessage());
      throw new FaultException(new StoreFault.Calendar(), wrong);
    }
  }

  private static WorkingCalendar made(Map<Integer, CalendarYear> years, String hours) {
    return new WorkingCalendar(years.values(), OfficeHours.read(hours), SaturdayHours.read(hours));
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IllegalArgumentException(file + " has more than " + MAX_BYTES + " bytes");
    }
    return Files.readString(file);
  }
}
