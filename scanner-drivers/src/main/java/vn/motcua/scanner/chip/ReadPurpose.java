package vn.motcua.scanner.chip;

import java.util.Set;

/**
 * Why a chip is read; it declares what is read and what of it is kept (Luật 91/2025/QH15: only what
 * the purpose needs). Fingerprints (DG3) are never asked for.
 *
 * @param name as it stands on the command line
 * @param fields numbers of the DG13 fields that are decoded and kept
 * @param face whether DG2 is read
 */
public record ReadPurpose(String name, Set<Integer> fields, boolean face) {
  /** A citizen looks up dossiers: DG1, and of DG13 the number alone. */
  public static final ReadPurpose LOOKUP = new ReadPurpose("lookup", Set.of(1), false);

  /** A counter receives a dossier: DG1, and DG13 without ethnicity (6) and religion (7). */
  public static final ReadPurpose INTAKE =
      new ReadPurpose("intake", Set.of(1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 13, 14, 15, 16), false);

  /** The same for a procedure that declares that it needs ethnicity or religion. */
  public static final ReadPurpose INTAKE_SENSITIVE =
      new ReadPurpose(
          "intake+sensitive", Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16), false);

  public ReadPurpose {
    fields = Set.copyOf(fields);
  }

  /** The same with the face, which somebody asked for. */
  public ReadPurpose withFace() {
    return face ? this : new ReadPurpose(name + "+face", fields, true);
  }

  /** Whether this DG13 field is needed. */
  boolean needs(int field) {
    return fields.contains(field);
  }
}
