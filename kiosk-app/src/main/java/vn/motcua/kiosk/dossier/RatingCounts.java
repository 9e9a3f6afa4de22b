package vn.motcua.kiosk.dossier;

import java.time.LocalDate;
import java.util.Map;

/**
 * What people said on one day. Of fewer than {@link #LEAST} nothing but their number is told, so
 * that nobody's answer can be guessed.
 *
 * @param day the day
 * @param asked to how many the question was put
 * @param total how many answered
 * @param faces how often each face; empty if too few answered
 * @param reasons how often each reason; empty if too few answered
 */
public record RatingCounts(
    LocalDate day,
    int asked,
    int total,
    Map<Rating.Face, Integer> faces,
    Map<Rating.Reason, Integer> reasons) {
  /** From so many answers on it is told how they were. */
  public static final int LEAST = 5;

  public RatingCounts {
    faces = total < LEAST ? Map.of() : Map.copyOf(faces);
    reasons = total < LEAST ? Map.of() : Map.copyOf(reasons);
  }
}
