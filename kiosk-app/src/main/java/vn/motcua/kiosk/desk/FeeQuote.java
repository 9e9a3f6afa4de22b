package vn.motcua.kiosk.desk;

import java.util.List;
import java.util.Optional;
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
  public FeeQuote {
    lines = List.copyOf(lines);
  }

  /** One sentence for the dossier's history, in Vietnamese; empty without a relief. */
  Optional<String> note() {
    String reliefs =
        lines.stream()
            .flatMap(line -> line.relief().stream())
            .distinct()
            .map(FeeQuote::words)
            .collect(Collectors.joining("; "));
    return reliefs.isEmpty() ? Optional.empty() : Optional.of("Giảm lệ phí: " + reliefs);
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
