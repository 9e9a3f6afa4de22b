package vn.motcua.kiosk.citizen;

/**
 * A value and where it comes from.
 *
 * @param value what it says
 * @param source where it comes from
 */
public record Field<T>(T value, FieldSource source) {
  @Override
  public String toString() {
    return "Field[…, " + source + "]";
  }
}
