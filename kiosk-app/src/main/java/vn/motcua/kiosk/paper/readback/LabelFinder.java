package vn.motcua.kiosk.paper.readback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds printed labels among the words of a page, though some letters were read wrong. */
final class LabelFinder {
  /** One letter of so many may be wrong. */
  private static final int LETTERS_A_MISTAKE = 6;

  /** Shorter labels are common words: only a colon makes them labels. */
  private static final int SHORT = 5;

  /** A form has up to sixty; more are noise, or somebody's attempt to keep us busy. */
  private static final int MOST_HITS = 400;

  /** Shorter ones with a wrong letter may be a name: NGUYỄN XUÂN is nearly "Nguyên quán". */
  private static final int SURE = 12;

  /** Words of the longest label. */
  private static final int MOST_WORDS = 8;

  /** Letters of a label that is worth looking for across two lines. */
  private static final int LONG = 8;

  /** From one line to the next; in line heights. */
  private static final double NEXT_LINE = 2;

  /** Stands where the beginning of a broken label stands. */
  private static final LabelledField LINE_BREAK =
      new LabelledField("", ValueKind.STOP, List.of("(label)"), "", 1, false);

  private static final Pattern ENUMERATOR =
      Pattern.compile("\\(?(?:[0-9]{1,2}|[ivxIVX]{1,4}|[a-zđ])[.)]+|[-+*•]");

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
    for (int i = 0; i < rows.size() && all.size() < MOST_HITS; i++) {
      all.addAll(find(rows.get(i).tokens(), i));
    }
    for (int i = 0; i + 1 < rows.size() && all.size() < MOST_HITS; i++) {
      broken(rows, i, all);
    }
    all.sort(Comparator.comparingInt(LabelHit::row).thenComparingInt(LabelHit::from));
    return all.subList(0, Math.min(MOST_HITS, all.size()));
  }

  /**
   * In running text a label may begin at the end of a line and end in the next: then its beginning
   * is a stop for the value before it, and its end is the label.
   */
  private void broken(List<Row> rows, int row, List<LabelHit> all) {
    List<Token> upper = rows.get(row).tokens();
    List<Token> lower = rows.get(row + 1).tokens();
    double step = rows.get(row + 1).baseline() - rows.get(row).baseline();
    if (step > NEXT_LINE * rows.get(row).height()) {
      return;
    }
    int tail = Math.min(MOST_WORDS, upper.size());
    List<Token> both = new ArrayList<>(upper.subList(upper.size() - tail, upper.size()));
    both.addAll(lower.subList(0, Math.min(MOST_WORDS, lower.size())));
    Optional<LabelHit> best = Optional.empty();
    for (int from = 0; from < tail; from++) {
      for (Label label : labels) {
        // Short labels are found by chance where two lines meet.
        if (label.plain().length() < LONG || both.get(from).plain().isEmpty()) {
          continue;
        }
        Optional<LabelHit> hit = match(label, both, from, row + 1).filter(one -> one.to() > tail);
        if (hit.isPresent() && (best.isEmpty() || hit.get().strength() > best.get().strength())) {
          best = hit;
        }
      }
    }
    best.ifPresent(hit -> {
      int begin = upper.size() - tail + hit.from();
      int end = hit.to() - tail;
      List<LabelHit> under =
          all.stream()
              .filter(other ->
                  (other.row() == row && other.to() > begin)
                      || (other.row() == row + 1 && other.from() < end))
              .toList();
      if (under.stream().mapToDouble(LabelHit::strength).sum() < hit.strength()) {
        all.removeAll(under);
        all.add(new LabelHit(LINE_BREAK, row, begin, upper.size(), 0, 0));
        all.add(new LabelHit(hit.field(), row + 1, 0, end, hit.letters(), hit.wrong()));
      }
    });
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
    return kept.stream().map(hit -> withNumber(hit, tokens, kept)).toList();
  }

  /** The number before a label belongs to it, not to the value before: {@code 7. Dân tộc}. */
  private static LabelHit withNumber(LabelHit hit, List<Token> tokens, List<LabelHit> all) {
    int before = hit.from() - 1;
    boolean number =
        before >= 0
            && ENUMERATOR.matcher(tokens.get(before).text()).matches()
            && all.stream().noneMatch(other -> other.to() == hit.from());
    return number
        ? new LabelHit(hit.field(), hit.row(), before, hit.to(), hit.letters(), hit.wrong())
        : hit;
  }

  private static Optional<LabelHit> match(Label label, List<Token> tokens, int from, int row) {
    String plain = label.plain();
    if (!Plain.mayBegin(plain, tokens.get(from).plain())) {
      return Optional.empty();
    }
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
    return best.filter(hit -> {
      boolean needsColon = plain.length() < SHORT || (hit.wrong() > 0 && plain.length() < SURE);
      return !needsColon || colonFollows(tokens, hit.to());
    });
  }

  private static boolean colonFollows(List<Token> tokens, int at) {
    return at < tokens.size() && tokens.get(at).text().equals(":");
  }
}
