package vn.motcua.kiosk.desk;

import vn.motcua.scanner.Fault;

/**
 * What can be wrong with a pile of scanned pages. The sentences stand in {@code
 * vn/motcua/kiosk/faults.properties}.
 */
public sealed interface BatchFault extends Fault {
  /** Another window or process is scanning into it. */
  record InUse() implements BatchFault {
    @Override
    public String code() {
      return "BATCH-IN-USE";
    }
  }

  /** There is no unfinished pile, or none of that id. */
  record None() implements BatchFault {
    @Override
    public String code() {
      return "BATCH-NONE";
    }
  }

  /** There are several unfinished piles and none was named. */
  record Several() implements BatchFault {
    @Override
    public String code() {
      return "BATCH-SEVERAL";
    }
  }

  /** Pages of it are damaged or missing. */
  record Damaged() implements BatchFault {
    @Override
    public String code() {
      return "BATCH-DAMAGED";
    }
  }

  /** It has as many pages as a pile may have. */
  record TooLong() implements BatchFault {
    @Override
    public String code() {
      return "BATCH-LONG";
    }
  }

  /** A page of it is not, or no longer, as whoever changed it believed. */
  record PageChanged() implements BatchFault {
    @Override
    public String code() {
      return "BATCH-PAGE";
    }
  }

  /** Somebody stopped the scan. */
  record Cancelled() implements BatchFault {
    @Override
    public String code() {
      return "SCAN-CANCELLED";
    }
  }
}
