package vn.motcua.scanner.chip;

/** Whether the chip showed that it is the one that was issued, not a copy of its data. */
enum ChipProof {
  /** It knows the private key of a data group that was read. */
  PROVEN,
  /** It offers no proof, or none that we can ask for. */
  NOT_OFFERED,
  /** It offers one whose key or parameters nobody can use. */
  BROKEN,
  /** It offers one and did not take part when asked: a copy would do that, a fussy chip too. */
  REFUSED,
  /** It took part, and does not know the key that it claims. */
  WRONG
}
