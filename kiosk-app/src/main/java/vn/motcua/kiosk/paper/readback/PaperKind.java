package vn.motcua.kiosk.paper.readback;

import java.util.List;

/**
 * A kind of paper that is known, from a dated data file.
 *
 * @param id as in {@code giay-khai-sinh}
 * @param version the day of its data
 * @param name in Vietnamese
 * @param nameEn in English
 * @param titles what is printed at its head
 * @param begins whom {@code *} fields belong to before any label says so, or empty
 * @param fields what can be read on it
 */
public record PaperKind(
    String id,
    String version,
    String name,
    String nameEn,
    List<String> titles,
    String begins,
    List<LabelledField> fields) {
  /** The id of the kind that stands for every unknown paper: only what is safe is read. */
  public static final String GENERIC = "generic";

  public PaperKind {
    titles = List.copyOf(titles);
    fields = List.copyOf(fields);
  }
}
