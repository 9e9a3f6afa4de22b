package vn.motcua.scanner.chip;

/**
 * Why a chip is read; it decides what is read (Luật 91/2025/QH15: only what the purpose needs).
 * Fingerprints (DG3) are never asked for.
 */
public enum ReadPurpose {
  /** A citizen looks up dossiers: DG1 and of DG13 only number, name, birth and sex. */
  LOOKUP,
  /** A counter receives a dossier: DG1 and DG13 without ethnicity and religion. */
  INTAKE,
  /** The same for a procedure that declares that it needs ethnicity or religion. */
  INTAKE_SENSITIVE
}
