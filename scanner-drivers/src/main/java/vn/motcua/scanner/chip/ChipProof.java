package vn.motcua.scanner.chip;

/** Whether the chip showed that it is the one that was issued, not a copy of its data. */
enum ChipProof {
  /** The chip offers no proof, or none that we can ask for. */
  NOT_TRIED,
  /** It knows the private key of a data group that was read. */
  PROVEN,
  /** It claims a key and does not know it. */
  WRONG
}
