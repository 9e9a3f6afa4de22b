package vn.motcua.kiosk.dossier;

/**
 * One step of a procedure as the office has laid it down (ISO sheet).
 *
 * @param stage the stage that it belongs to
 * @param role who does it
 * @param hours how long it may take, in hours of the limit (8 a working day); 0 = at once
 */
public record ProcedureStep(Stage stage, Role role, int hours) {
  public ProcedureStep {
    if (hours < 0) {
      throw new IllegalArgumentException("hours: " + hours);
    }
  }
}
