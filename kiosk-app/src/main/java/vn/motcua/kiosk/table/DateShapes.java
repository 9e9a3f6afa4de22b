package vn.motcua.kiosk.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The shapes in which a system writes moments, tried in their order. 31/02 is no day in any of
 * them. Moments are local times of the centre; {@link #ISO} also takes an offset and turns it.
 */
public final class DateShapes {
  /** {@code 2026-11-26T09:30:00}, with an offset or without, or {@code 2026-11-26}. */
  public static final String ISO = "iso";

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final int LONGEST = 40;

  private final List<Optional<DateTimeFormatter>> shapes;

  private DateShapes(List<Optional<DateTimeFormatter>> shapes) {
    this.shapes = shapes;
  }

  /**
   * @param patterns as {@link DateTimeFormatter} knows them ({@code dd/MM/yyyy HH:mm:ss}), or
   *     {@link #ISO}
   * @throws IllegalArgumentException if one of them is none, or there is none
   */
  public static DateShapes of(List<String> patterns) {
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("no shape of a date");
    }
    return new DateShapes(patterns.stream().map(DateShapes::shape).toList());
  }

  private static Optional<DateTimeFormatter> shape(String pattern) {
    if (pattern.equals(ISO)) {
      return Optional.empty();
    }
    // Strict reading knows years of an era by "u" alone; technicians write "y".
    return Optional.of(
        DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT));
  }

  /** The moment; a day alone is its beginning. Nothing if no shape fits. */
  public Optional<LocalDateTime> read(String cell) {
    String text = cell.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    for (Optional<DateTimeFormatter> shape : shapes) {
      try {
        return Optional.of(shape.isPresent() ? local(text, shape.get()) : iso(text));
      } catch (DateTimeException next) {
        // Another shape may fit.
      }
    }
    return Optional.empty();
  }

  private static LocalDateTime local(String text, DateTimeFormatter shape) {
    TemporalAccessor read = shape.parseBest(text, LocalDateTime::from, LocalDate::from);
    return read instanceof LocalDateTime moment ? moment : LocalDate.from(read).atStartOfDay();
  }

  private static LocalDateTime iso(String text) {
    if (text.length() == "2026-11-26".length()) {
      return LocalDate.parse(text).atStartOfDay();
    }
    boolean offset = text.endsWith("Z") || text.lastIndexOf('-') > 9 || text.indexOf('+') > 0;
    return offset
        ? OffsetDateTime.parse(text).atZoneSameInstant(VIETNAM).toLocalDateTime()
        : LocalDateTime.parse(text);
  }
}
