package vn.motcua.scanner.paper.escl;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a source can resolve, the same across and down.
 *
 * @param discrete dots per inch, if only some can be chosen
 * @param min lowest of a range; 0 if there is none
 * @param max highest of a range
 * @param step distance of two in the range, at least 1
 */
record Resolutions(List<Integer> discrete, int min, int max, int step) {
  /** Nothing is known of it. */
  static final Resolutions NONE = new Resolutions(List.of(), 0, 0, 1);

  /** What people choose from where a device leaves it to them. */
  private static final List<Integer> USUAL = List.of(75, 100, 150, 200, 240, 300, 400, 600, 1200);

  Resolutions {
    discrete = List.copyOf(discrete);
  }

  boolean has(int dpi) {
    return discrete.contains(dpi)
        || (min > 0 && dpi >= min && dpi <= max && (dpi - min) % step == 0);
  }

  /** Those to choose from, ascending. */
  List<Integer> choices() {
    SortedSet<Integer> all = new TreeSet<>(discrete);
    USUAL.stream().filter(this::has).forEach(all::add);
    if (all.isEmpty() && min > 0) {
      all.add(min);
    }
    return List.copyOf(all);
  }

  /** Reads {@code SupportedResolutions}. */
  static Resolutions read(Xml supported) {
    SortedSet<Integer> discrete = new TreeSet<>();
    for (Xml list : supported.all("DiscreteResolutions")) {
      for (Xml each : list.all("DiscreteResolution")) {
        int x = each.number("XResolution", 0);
        if (x > 0 && x == each.number("YResolution", x)) {
          discrete.add(x);
        }
      }
    }
    if (!discrete.isEmpty()) {
      return new Resolutions(List.copyOf(discrete), 0, 0, 1);
    }
    return supported.child("ResolutionRange").map(Resolutions::range).orElse(NONE);
  }

  private static Resolutions range(Xml range) {
    Xml across = axis(range, "X");
    Xml down = axis(range, "Y");
    int min = Math.max(across.number("Min", 0), down.number("Min", 0));
    int max = Math.min(across.number("Max", 0), down.number("Max", 0));
    int step = Math.max(1, Math.max(across.number("Step", 1), down.number("Step", 1)));
    return min > 0 && max >= min ? new Resolutions(List.of(), min, max, step) : NONE;
  }

  /** The standard says {@code XResolutionRange}, some devices {@code XResolution}. */
  private static Xml axis(Xml range, String letter) {
    Xml other = letter.equals("X") ? range : axis(range, "X");
    return range
        .child(letter + "ResolutionRange")
        .or(() -> range.child(letter + "Resolution"))
        .orElse(other);
  }
}
