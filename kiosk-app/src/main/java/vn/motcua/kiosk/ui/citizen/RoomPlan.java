package vn.motcua.kiosk.ui.citizen;

/** Makes a room for one terminal. */
@FunctionalInterface
public interface RoomPlan {
  /**
   * Called once, on the JavaFX thread, before anything is shown.
   *
   * @param ground what its views stand on; its model is the {@link Terminal}
   */
  Room furnish(Ground ground);
}
