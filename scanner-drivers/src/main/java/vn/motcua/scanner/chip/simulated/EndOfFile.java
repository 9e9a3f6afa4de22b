package vn.motcua.scanner.chip.simulated;

/** What a card answers when more is asked for than the file still has (ISO/IEC 7816-4 §11.3.3). */
public enum EndOfFile {
  /** The rest with the warning 6282, as most cards do. */
  WARNS,
  /** No data, 6B00. */
  WRONG_OFFSET,
  /** No data, 6700. */
  WRONG_LENGTH,
  /** No data, 6Cxx with the number of bytes that are left, 00 for 256 or more. */
  SAYS_HOW_MUCH
}
