package vn.motcua.scanner.barcode;

import vn.motcua.scanner.Fault;

/** What can be wrong with a scan. The sentences stand in {@code faults.properties}. */
public sealed interface BarcodeFault extends Fault {
  /** More than 512 bytes. */
  record TooLong() implements BarcodeFault {
    @Override
    public String code() {
      return "CODE-TOO-LONG";
    }
  }

  /** Not text: bytes that are not UTF-8, control or format characters. */
  record NotText() implements BarcodeFault {
    @Override
    public String code() {
      return "CODE-NOT-TEXT";
    }
  }

  /** The reader is not connected. */
  record Offline() implements BarcodeFault {
    @Override
    public String code() {
      return "CODE-OFFLINE";
    }
  }
}
