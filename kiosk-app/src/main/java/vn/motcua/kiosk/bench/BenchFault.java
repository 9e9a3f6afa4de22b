package vn.motcua.kiosk.bench;

import vn.motcua.scanner.Fault;

/** Why a benchmark has no figures. */
public sealed interface BenchFault extends Fault {
  /** What is to be measured does not run here. */
  record CannotMeasure() implements BenchFault {
    @Override
    public String code() {
      return "BENCH-CANNOT";
    }
  }

  /** The program that pages are held against is not installed. */
  record NoOcrmypdf() implements BenchFault {
    @Override
    public String code() {
      return "BENCH-NO-OCRMYPDF";
    }
  }

  /** The folder has no page pictures. */
  record NoPages() implements BenchFault {
    @Override
    public String code() {
      return "BENCH-NO-PAGES";
    }
  }
}
