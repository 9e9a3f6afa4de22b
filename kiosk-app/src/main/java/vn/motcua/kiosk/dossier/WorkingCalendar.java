package vn.motcua.kiosk.dossier;

import java.time.LocalDateTime;

/** Which days are worked on, and when a dossier is due. Made from dated data, not from code. */
public final class WorkingCalendar {
  /**
   * When a dossier received at {@code received} with a limit of {@code workingDays} is due. The day
   * of reception is not counted (BLDS 2015 Điều 147); what comes after office hours counts as
   * received on the next working day; 0 days = the same day, or the next working day if received
   * after 15:00.
   */
  public DueDate due(LocalDateTime received, int workingDays) {
    throw new UnsupportedOperationException();
  }
}
