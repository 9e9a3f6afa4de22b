package vn.motcua.scanner.chip;

/** How reading a chip ended. */
public sealed interface ChipOutcome {
  /** It was read; how far it is proven is in {@link ChipRecord#trust()}. */
  record Read(ChipRecord card) implements ChipOutcome {}

  /** It stopped with something that a person can mend. */
  record Stopped(ChipFault fault) implements ChipOutcome {}

  /** Somebody cancelled it. */
  record Cancelled() implements ChipOutcome {}
}
