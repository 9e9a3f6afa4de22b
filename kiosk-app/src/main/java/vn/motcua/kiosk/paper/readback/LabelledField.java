package vn.motcua.kiosk.paper.readback;

import java.util.List;

/**
 * A field of a paper, found by what is printed before it.
 *
 * @param field its name; {@code *.birth} belongs to whom the labels before it speak of
 * @param kind what follows
 * @param labels the printed words, synonyms, other languages; the first is shown to people
 * @param opens whom the following {@code *} fields belong to, or empty
 * @param lines the most lines that the value may take, 1 to 4
 * @param runsOn whether it may go on below though its line is not full, as on cards
 */
public record LabelledField(
    String field, ValueKind kind, List<String> labels, String opens, int lines, boolean runsOn) {
  /** No paper has an address that takes more. */
  static final int MOST_LINES = 4;

  /**
   * @throws IllegalArgumentException naming what is wrong
   */
  public LabelledField {
    labels = List.copyOf(labels);
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("labels of " + field + " is empty");
    }
    if (lines < 1 || lines > MOST_LINES) {
      throw new IllegalArgumentException("lines of " + field + " is not 1 to " + MOST_LINES);
    }
    for (String label : labels) {
      int letters = Plain.of(label).length();
      if (letters < 2 || letters > 80) {
        throw new IllegalArgumentException("the label \"" + label + "\" has not 2 to 80 letters");
      }
    }
  }
}
