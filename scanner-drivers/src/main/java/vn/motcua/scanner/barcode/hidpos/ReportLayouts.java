package vn.motcua.scanner.barcode.hidpos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The input reports of a device, read from its report descriptor (HID 1.11 §6.2.2). Every maker
 * arranges them differently, so nothing is taken for granted but the standard's usages.
 */
final class ReportLayouts {
  /** Linux takes no longer descriptor (HID_MAX_DESCRIPTOR_SIZE). */
  static final int LONGEST_DESCRIPTOR = 4096;

  /** Linux takes no longer report either (HID_MAX_BUFFER_SIZE is 16384). */
  private static final int MOST_BITS = 16_384 * 8;

  private static final int DEEPEST = 64;
  private static final int MOST_USAGES = 4096;

  private final Map<Integer, ReportLayout> layouts;

  private ReportLayouts(Map<Integer, ReportLayout> layouts) {
    this.layouts = layouts;
  }

  /**
   * Reads a descriptor.
   *
   * @throws BadDescriptorException if it is malformed or has no report with decoded data
   */
  static ReportLayouts read(byte[] descriptor) throws BadDescriptorException {
    if (descriptor.length > LONGEST_DESCRIPTOR) {
      throw new BadDescriptorException("a descriptor of " + descriptor.length + " bytes");
    }
    Reader reader = new Reader();
    for (DescriptorItem item : DescriptorItem.all(descriptor)) {
      reader.take(item);
    }
    Map<Integer, ReportLayout> layouts = new TreeMap<>();
    reader.reports.forEach((id, report) -> layouts.put(id, report.layout(id)));
    if (layouts.size() > 1 && layouts.containsKey(0)) {
      throw new BadDescriptorException("reports with and without a number");
    }
    if (layouts.values().stream().noneMatch(ReportLayout::carriesCodes)) {
      throw new BadDescriptorException("not a barcode scanner");
    }
    return new ReportLayouts(layouts);
  }

  /** The layout of a report as it came, by its first byte; empty if the device has no such. */
  Optional<ReportLayout> of(byte[] report) {
    if (layouts.containsKey(0)) {
      return Optional.of(layouts.get(0));
    }
    return report.length == 0
        ? Optional.empty()
        : Optional.ofNullable(layouts.get(report[0] & 0xff));
  }

  /** Bytes of the longest report. */
  int longest() {
    return layouts.values().stream().mapToInt(ReportLayout::bytes).max().orElseThrow();
  }

  /** A report while its fields are collected. */
  private static final class Report {
    private final List<ReportLayout.Run> runs = new ArrayList<>();
    private long bits;

    void add(ScanField field, long length) throws BadDescriptorException {
      if (bits + length > MOST_BITS) {
        throw new BadDescriptorException("a report too long");
      }
      if (field != ScanField.OTHER && length > 0) {
        runs.add(new ReportLayout.Run(field, (int) bits, (int) length));
      }
      bits += length;
    }

    ReportLayout layout(int id) {
      return new ReportLayout(id, (int) bits, runs);
    }
  }

  /** The items that hold until they are set again (§6.2.2.7). */
  private record Globals(long page, long size, long count, int id) {}

  /** The state of the parser as the standard describes it. */
  private static final class Reader {
    private final Map<Integer, Report> reports = new TreeMap<>();
    private final Deque<Globals> pushed = new ArrayDeque<>();
    private Globals now = new Globals(0, 0, 0, 0);
    private final List<Long> usages = new ArrayList<>();
    private Optional<Long> minimum = Optional.empty();
    private int depth;

    void take(DescriptorItem item) throws BadDescriptorException {
      long value = item.value();
      switch (item.key()) {
        case DescriptorItem.USAGE_PAGE ->
            now = new Globals(value & 0xffff, now.size, now.count, now.id);
        case DescriptorItem.REPORT_SIZE -> now = new Globals(now.page, value, now.count, now.id);
        case DescriptorItem.REPORT_COUNT -> now = new Globals(now.page, now.size, value, now.id);
        case DescriptorItem.REPORT_ID -> {
          require(value >= 1 && value <= 255, "a report's number");
          now = new Globals(now.page, now.size, now.count, (int) value);
        }
        case DescriptorItem.PUSH -> {
          require(pushed.size() < DEEPEST, "pushed too often");
          pushed.push(now);
        }
        case DescriptorItem.POP -> {
          require(!pushed.isEmpty(), "popped too often");
          now = pushed.pop();
        }
        case DescriptorItem.USAGE -> {
          require(usages.size() < MOST_USAGES, "too many usages");
          usages.add(usage(item));
        }
        case DescriptorItem.USAGE_MINIMUM -> minimum = Optional.of(usage(item));
        case DescriptorItem.USAGE_MAXIMUM -> range(usage(item));
        case DescriptorItem.INPUT -> {
          input();
          forget();
        }
        case DescriptorItem.COLLECTION -> {
          depth++;
          require(depth <= DEEPEST, "collections too deep");
          forget();
        }
        case DescriptorItem.END_COLLECTION -> {
          depth--;
          require(depth >= 0, "a collection ends that did not begin");
          forget();
        }
        case DescriptorItem.OUTPUT, DescriptorItem.FEATURE -> forget();
        default -> {} // limits, units, names
      }
    }

    /** Four bytes bring their own page (§6.2.2.8). */
    private long usage(DescriptorItem item) {
      return item.size() == 4 ? item.value() : now.page << 16 | item.value();
    }

    private void range(long maximum) throws BadDescriptorException {
      long first = minimum.orElseThrow(() -> new BadDescriptorException("a maximum alone"));
      require(
          first <= maximum && maximum - first < MOST_USAGES - usages.size(), "a range of usages");
      for (long usage = first; usage <= maximum; usage++) {
        usages.add(usage);
      }
      minimum = Optional.empty();
    }

    /** The last usage holds for all fields that are left (§6.2.2.8). */
    private void input() throws BadDescriptorException {
      require(now.size <= MOST_BITS && now.count <= MOST_BITS, "a report too long");
      Report report = reports.computeIfAbsent(now.id, id -> new Report());
      long left = now.count;
      for (int i = 0; i < usages.size() - 1 && left > 0; i++) {
        report.add(ScanField.of(usages.get(i)), now.size);
        left--;
      }
      report.add(
          usages.isEmpty() ? ScanField.OTHER : ScanField.of(usages.getLast()), left * now.size);
    }

    private void forget() {
      usages.clear();
      minimum = Optional.empty();
    }

    private static void require(boolean holds, String what) throws BadDescriptorException {
      if (!holds) {
        throw new BadDescriptorException(what);
      }
    }
  }
}
