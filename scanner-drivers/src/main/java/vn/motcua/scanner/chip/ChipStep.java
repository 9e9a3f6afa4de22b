package vn.motcua.scanner.chip;

/** The named steps of reading a chip, in their order; one that is not needed is left out. */
public enum ChipStep {
  /** Opening the chip (PACE or BAC). */
  OPEN,
  /** Reading the data. */
  READ,
  /** Asking the chip to prove that it is no copy. */
  PROVE,
  /** Reading the face. */
  FACE,
  /** Checking signature and hashes. */
  VERIFY
}
