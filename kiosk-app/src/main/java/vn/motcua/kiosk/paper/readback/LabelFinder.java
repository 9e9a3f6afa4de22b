package vn.motcua.kiosk.paper.readback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds printed labels among the words of a page, though some letters were read wrong. */
final class LabelFinder {
  /** One letter of so many may be wrong. */
  private static final int LETTERS_A_MISTAKE = 6;

  /** Shorter labels are common words: only a colon makes them labels. */
  private static final int SHORT = 5;

  private record Label(LabelledField field, String plain, int mistakes) {}

  private final List<Label> labels = new ArrayList<>();

  LabelFinder(PaperKind kind) {
    for (LabelledField field : kind.fields()) {
      for (String text : field.labels()) {
        String plain = Plain.of(text);
        labels.add(new Label(field, plain, plain.length() / LETTERS_A_MISTAKE));
      }
    }
  }

  /** All labels, none over another, in reading order. */
  List<LabelHit> find(List<Row> rows) {
    List<LabelHit> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      all.addAll(find(rows.get(i).tokens(), i));
    }
    return all;
  }

  private List<LabelHit> find(List<Token> tokens, int row) {
    List<LabelHit> found = new ArrayList<>();
    for (int from = 0; from < tokens.size(); from++) {
      if (tokens.get(from).plain().isEmpty()) {
        continue;
      }
      for (Label label : labels) {
        match(label, tokens, from, row).ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparingDouble(LabelHit::strength).reversed());
    List<LabelHit> kept = new ArrayList<>();
    for (LabelHit hit : found) {
      if (kept.stream().allMatch(other -> hit.to() <= other.from() || hit.from() >= other.to())) {
        kept.add(hit);
      }
    }
    kept.sort(Comparator.comparingInt(LabelHit::from));
    return kept;
  }

  private static Optional<LabelHit> match(Label label, List<Token> tokens, int from, int row) {
    String plain = label.plain();
    StringBuilder text = new StringBuilder();
    Optional<LabelHit> best = Optional.empty();
    for (int to = from; to < tokens.size(); to++) {
      text.append(tokens.get(to).plain());
      if (text.length() > plain.length() + label.mistakes()) {
        break;
      }
      if (text.length() < plain.length() - label.mistakes() || tokens.get(to).plain().isEmpty()) {
        continue;
      }
      int wrong = Plain.distance(plain, text.toString(), label.mistakes());
      if (wrong <= label.mistakes() && (best.isEmpty() || wrong < best.get().wrong())) {
        best = Optional.of(new LabelHit(label.field(), row, from, to + 1, plain.length(), wrong));
      }
    }
    return best.filter(hit -> plain.length() >= SHORT || colonFollows(tokens, hit.to()));
  }

  private static boolean colonFollows(List<Token> tokens, int at) {
    return at < tokens.size() && tokens.get(at).text().equals(":");
  }
}
