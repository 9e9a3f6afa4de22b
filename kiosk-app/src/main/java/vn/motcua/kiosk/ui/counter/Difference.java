package vn.motcua.kiosk.ui.counter;

import vn.motcua.kiosk.citizen.FieldSource;

/**
 * Two sources say different things about one field; an officer must choose.
 *
 * @param first what stands in the field now
 * @param firstSource where it is from
 * @param second the other text
 * @param secondSource where that is from
 */
public record Difference(
    String first, FieldSource firstSource, String second, FieldSource secondSource) {
  /** Never the data themselves: this may land in a log. */
  @Override
  public String toString() {
    return "Difference[" + firstSource + ", " + secondSource + "]";
  }
}
