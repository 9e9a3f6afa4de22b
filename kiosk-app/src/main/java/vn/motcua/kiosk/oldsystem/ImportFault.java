package vn.motcua.kiosk.oldsystem;

import vn.motcua.scanner.Fault;

/**
 * What is wrong with an import as a whole. The sentences stand in {@code
 * vn/motcua/kiosk/faults.properties}.
 */
public sealed interface ImportFault extends Fault {
  /** The mapping cannot be understood. */
  record Mapping() implements ImportFault {
    @Override
    public String code() {
      return "IMPORT-MAPPING";
    }
  }

  /** The file cannot be read. */
  record File() implements ImportFault {
    @Override
    public String code() {
      return "IMPORT-FILE";
    }
  }

  /** The file was changed while it was read. */
  record Changed() implements ImportFault {
    @Override
    public String code() {
      return "IMPORT-CHANGED";
    }
  }
}
