package vn.motcua.kiosk.paper.readback;

/**
 * A label that was found.
 *
 * @param field which it is the label of
 * @param row its row on the page
 * @param from its first token in the row
 * @param to the token after its last
 * @param letters of the label
 * @param wrong letters that were read otherwise
 */
record LabelHit(LabelledField field, int row, int from, int to, int letters, int wrong) {
  /** Longer labels explain more; wrong letters count against that. */
  double strength() {
    return letters - 2.5 * wrong;
  }
}
