package vn.motcua.kiosk.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.motcua.kiosk.dossier.Fees;
import vn.motcua.kiosk.dossier.Relief;

/**
 * What a dossier costs, and why.
 *
 * @param due in đồng; 0 or more
 * @param lines fee by fee; empty where the catalogue names only a sum
 */
public record FeeQuote(long due, List<Fees.Line> lines) {
  private static final String PREFIX = "Giảm lệ phí: ";
  private static final Pattern PART = Pattern.compile("([0-9]{1,3}) % \\(([^;()]+);");

  public FeeQuote {
    lines = List.copyOf(lines);
  }

  /**
   * A relief that was granted.
   *
   * @param percent how much was taken off, 1 to 100
   * @param ground why
   */
  public record Granted(int percent, Relief.Ground ground) {}

  /** The reliefs that a sentence of {@link #note} tells of; none in any other sentence. */
  static List<Granted> granted(String note) {
    if (!note.startsWith(PREFIX)) {
      return List.of();
    }
    List<Granted> granted = new ArrayList<>();
    Matcher part = PART.matcher(note);
    while (part.find()) {
      int percent = Integer.parseInt(part.group(1));
      String words = part.group(2);
      Arrays.stream(Relief.Ground.values())
          .filter(ground -> ground.words().equals(words))
          .forEach(ground -> granted.add(new Granted(percent, ground)));
    }
    return granted;
  }

  /** One sentence for the dossier's history, in Vietnamese; empty without a relief. */
  Optional<String> note() {
    String reliefs =
        lines.stream()
            .flatMap(line -> line.relief().stream())
            .distinct()
            .map(FeeQuote::words)
            .collect(Collectors.joining("; "));
    return reliefs.isEmpty() ? Optional.empty() : Optional.of(PREFIX + reliefs);
  }

  private static String words(Relief relief) {
    return relief.percent().orElse(0)
        + " % ("
        + relief.ground().words()
        + "; "
        + relief.source()
        + ")";
  }
}
