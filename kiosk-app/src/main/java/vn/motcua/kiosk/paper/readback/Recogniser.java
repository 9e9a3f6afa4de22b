package vn.motcua.kiosk.paper.readback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells which kind of paper a page is, by its title and by how many of its labels are there. */
final class Recogniser {
  /** Below this the paper counts as unknown. */
  private static final double ENOUGH = 0.5;

  /** So many different labels are as good as can be. */
  private static final double MANY_LABELS = 5;

  /**
   * What a page is.
   *
   * @param confidence 0 to 1; 1 minus the doubt for an unknown one
   * @param hits the labels of that kind, those in the title left out
   */
  record Recognised(PaperKind kind, double confidence, List<LabelHit> hits) {}

  private record Known(PaperKind kind, LabelFinder finder) {}

  private final List<Known> kinds = new ArrayList<>();
  private final PaperKind generic;

  Recogniser(PaperKinds all) {
    all.all().forEach(kind -> kinds.add(new Known(kind, new LabelFinder(kind))));
    generic = all.generic();
  }

  Recognised recognise(List<Row> rows, boolean cardZone) {
    Recognised best = new Recognised(generic, 0, List.of());
    double bestWeight = 0;
    for (Known known : kinds) {
      if (known.kind().titles().isEmpty()) {
        continue;
      }
      Titles.Found title = Titles.find(rows, known.kind().titles());
      boolean card = cardZone && known.kind().id().equals(CardZone.KIND);
      if (title.sure() == 0 && !card) {
        continue;
      }
      List<LabelHit> hits = hits(known, rows, title.rows());
      double labels = Math.min(1, distinct(hits) / MANY_LABELS);
      double confidence = card ? 0.95 : Math.min(0.99, 0.62 * title.sure() + 0.38 * labels);
      double weight = card ? 2 : confidence * (1 + title.letters() / 100.0);
      if (confidence >= ENOUGH && weight > bestWeight) {
        best = new Recognised(known.kind(), confidence, hits);
        bestWeight = weight;
      }
    }
    if (bestWeight > 0) {
      return best;
    }
    for (Known known : kinds) {
      if (known.kind().equals(generic)) {
        return new Recognised(generic, 1, hits(known, rows, Set.of()));
      }
    }
    return best;
  }

  private static List<LabelHit> hits(Known known, List<Row> rows, Set<Integer> title) {
    return known.finder().find(rows).stream().filter(hit -> !title.contains(hit.row())).toList();
  }

  private static int distinct(List<LabelHit> hits) {
    Set<LabelledField> fields = new HashSet<>();
    int stops = 0;
    for (LabelHit hit : hits) {
      if (hit.field().kind() == ValueKind.STOP) {
        stops = Math.min(2, stops + 1);
      } else {
        fields.add(hit.field());
      }
    }
    return fields.size() + stops;
  }
}
