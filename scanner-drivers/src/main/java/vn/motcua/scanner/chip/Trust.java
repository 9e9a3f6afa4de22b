package vn.motcua.scanner.chip;

/** How far the data of a chip are proven: five distinct results, never folded into one. */
public enum Trust {
  /** The signature chains to an installed anchor, hashes match, the chip proved to be genuine. */
  VERIFIED,
  /** The same without a chip proof: the data are authentic, the chip may be a copy. */
  ISSUER_VERIFIED,
  /** Consistent in itself, but anybody could have signed it. */
  SIGNED_UNKNOWN_ISSUER,
  /** There is no signature, or it cannot be read. */
  NOT_VERIFIABLE,
  /** A hash, a signature or a chip proof is wrong. */
  FORGED
}
