package vn.motcua.scanner.paper;

/** Where the paper lies. */
public enum PaperSource {
  /** The glass plate: one page a job. */
  FLATBED,
  /** The feeder, one side of each sheet. */
  FEEDER,
  /** The feeder, both sides of each sheet. */
  FEEDER_DUPLEX
}
