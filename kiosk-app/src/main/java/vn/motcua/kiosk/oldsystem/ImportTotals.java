package vn.motcua.kiosk.oldsystem;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts of an import: the same for a dry run and for the run that follows it. */
public final class ImportTotals {
  private final Map<RowResult.What, Long> counts = new EnumMap<>(RowResult.What.class);
  private final Map<String, Long> refused = new TreeMap<>();
  private final Map<String, Long> odd = new TreeMap<>();
  private long rows;

  public ImportTotals() {
    for (RowResult.What what : RowResult.What.values()) {
      counts.put(what, 0L);
    }
  }

  /** Counts one row. */
  public void add(RowResult row) {
    rows++;
    counts.merge(row.what(), 1L, Long::sum);
    if (row.what() == RowResult.What.REFUSED) {
      refused.merge(row.why(), 1L, Long::sum);
    } else if (row.what() == RowResult.What.TAKEN) {
      row.fields().forEach(field -> odd.merge(field, 1L, Long::sum));
    }
  }

  /** How many rows there were. */
  public long rows() {
    return rows;
  }

  /** How many of them came to that end. */
  public long of(RowResult.What what) {
    return counts.getOrDefault(what, 0L);
  }

  /**
   * As it stands in a report.
   *
   * @param file SHA-256 of the file
   * @param unknown columns that stand for nothing here
   * @param whole whether the file ends with a line end
   */
  public Map<String, Object> json(String file, List<String> unknown, boolean whole) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file);
    json.put("endsWhole", whole);
    json.put("rows", rows);
    counts.forEach((what, count) -> json.put(what.name().toLowerCase(Locale.ROOT), count));
    json.put("refusedBecause", refused);
    json.put("takenWithout", odd);
    json.put("unknownColumns", unknown);
    return json;
  }
}
