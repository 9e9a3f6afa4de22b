package vn.motcua.kiosk.dossier;

import java.util.List;

/**
 * An administrative procedure as published.
 *
 * @param code the national code, for example {@code 1.001193}
 * @param version date of the catalogue it was taken from, ISO; a dossier keeps it
 * @param name official name, Vietnamese
 * @param shortName what people call it, Vietnamese
 * @param nameEn what people call it, English
 * @param unit who handles it, Vietnamese, for example "Tư pháp – hộ tịch"
 * @param words everyday words to find it by
 * @param papers what it asks for
 * @param workingDays time limit in working days; 0 = done the same day
 * @param fee in đồng; 0 = free
 * @param needsEthnicity whether ethnicity may be read from the chip for it
 * @param confirmed whether code and time were confirmed from a public source
 * @param details what the catalogue says beside that
 */
public record Procedure(
    String code,
    String version,
    String name,
    String shortName,
    String nameEn,
    String unit,
    List<String> words,
    List<RequiredPaper> papers,
    int workingDays,
    long fee,
    boolean needsEthnicity,
    boolean confirmed,
    ProcedureDetails details) {
  /** One of which the catalogue says nothing more. */
  public Procedure(
      String code,
      String version,
      String name,
      String shortName,
      String nameEn,
      String unit,
      List<String> words,
      List<RequiredPaper> papers,
      int workingDays,
      long fee,
      boolean needsEthnicity,
      boolean confirmed) {
    this(
        code,
        version,
        name,
        shortName,
        nameEn,
        unit,
        words,
        papers,
        workingDays,
        fee,
        needsEthnicity,
        confirmed,
        ProcedureDetails.NONE);
  }

  public Procedure {
    words = List.copyOf(words);
    papers = List.copyOf(papers);
  }

  /** How long it may take, in the unit in which it was published. */
  public TimeLimit limit() {
    return details.limitHours() > 0
        ? new TimeLimit.Hours(details.limitHours())
        : new TimeLimit.Days(workingDays);
  }
}
