package vn.motcua.scanner.chip;

/** The named steps of reading a chip, in their order. */
public enum ChipStep {
  /** Opening the chip (PACE or BAC). */
  OPEN,
  /** Reading the data. */
  READ,
  /** Checking signature and hashes. */
  VERIFY
}
