package vn.motcua.kiosk.paper.readback;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was right: per field, and per band of confidence. */
final class Score {
  private static final class Count {
    int truths;
    int found;
    int proposed;
    int right;
  }

  private final Map<String, Count> fields = new TreeMap<>();
  private final int[] bandAll = new int[10];
  private final int[] bandRight = new int[10];
  final List<String> surelyWrong = new ArrayList<>();
  final List<String> missed = new ArrayList<>();
  int papersRight;
  int papers;

  void add(Sheet sheet, ReadBack read) {
    papers++;
    papersRight += read.papers().getFirst().kind().equals(sheet.kind) ? 1 : 0;
    for (Proposal proposal : read.proposals()) {
      boolean right = proposal.value().equals(sheet.truth.get(proposal.field()));
      int band = Math.min(9, (int) (proposal.confidence() * 10));
      bandAll[band]++;
      bandRight[band] += right ? 1 : 0;
      if (!right && proposal.confidence() >= 0.9) {
        surelyWrong.add(line(sheet, proposal));
      }
    }
    sheet.truth.forEach((field, value) -> {
      String key = sheet.kind + " " + field;
      Count count = fields.computeIfAbsent(key, name -> new Count());
      count.truths++;
      var best = read.best(field);
      count.proposed += best.isPresent() ? 1 : 0;
      count.right += best.filter(one -> one.value().equals(value)).isPresent() ? 1 : 0;
      boolean found =
          read.proposals().stream()
              .anyMatch(one -> one.field().equals(field) && one.value().equals(value));
      count.found += found ? 1 : 0;
      if (!found) {
        missed.add(
            key
                + ": ["
                + value
                + "] read "
                + best.map(Proposal::value).orElse("nothing")
                + best.map(one -> " %.2f".formatted(one.confidence())).orElse(""));
      }
    });
  }

  private static String line(Sheet sheet, Proposal proposal) {
    return "%s %s: [%s] for [%s] %.3f %s"
        .formatted(
            sheet.kind,
            proposal.field(),
            proposal.value(),
            sheet.truth.get(proposal.field()),
            proposal.confidence(),
            proposal.why());
  }

  /** Of proposals with at least 0.9, the share that is right. */
  double sureRight() {
    return bandAll[9] == 0 ? 1 : (double) bandRight[9] / bandAll[9];
  }

  int sure() {
    return bandAll[9];
  }

  /** The share of values of which the right one was among the proposals. */
  double recall() {
    int truths = fields.values().stream().mapToInt(count -> count.truths).sum();
    return truths == 0
        ? 0
        : fields.values().stream().mapToInt(count -> count.found).sum() / (double) truths;
  }

  String table() {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "papers recognised %d of %d, recall %.3f%n",
            papersRight,
            papers,
            recall()));
    fields.forEach((name, count) ->
        out.append(
            String.format(
                Locale.ROOT,
                "%-46s n %4d  best right %.3f  precision of best %.3f  among candidates %.3f%n",
                name,
                count.truths,
                (double) count.right / count.truths,
                count.proposed == 0 ? 0 : (double) count.right / count.proposed,
                (double) count.found / count.truths)));
    for (int band = 9; band >= 0; band--) {
      if (bandAll[band] > 0) {
        out.append(
            String.format(
                Locale.ROOT,
                "confidence %.1f-%.1f: %5d proposals, right %.3f%n",
                band / 10.0,
                (band + 1) / 10.0,
                bandAll[band],
                (double) bandRight[band] / bandAll[band]));
      }
    }
    return out.toString();
  }
}
