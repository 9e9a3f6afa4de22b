package vn.motcua.kiosk.citizen;

/** Where a field of a citizen comes from. */
public enum FieldSource {
  CHIP,
  QR,
  TYPED
}
