package vn.motcua.scanner.paper;

/** What the scanner records of a page. */
public enum ColourMode {
  /** Three channels of eight bits. */
  COLOUR,
  /** One channel of eight bits. */
  GREY,
  /** One bit a pixel. */
  BLACK_WHITE
}
