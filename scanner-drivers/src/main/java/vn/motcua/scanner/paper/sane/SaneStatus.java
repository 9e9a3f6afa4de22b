package vn.motcua.scanner.paper.sane;

import vn.motcua.scanner.paper.ScanFault;

/** SANE's status codes (SANE standard 1.06 §4.2.7), in the order of their numbers. */
enum SaneStatus {
  GOOD,
  UNSUPPORTED,
  CANCELLED,
  DEVICE_BUSY,
  INVAL,
  EOF,
  JAMMED,
  NO_DOCS,
  COVER_OPEN,
  IO_ERROR,
  NO_MEM,
  ACCESS_DENIED;

  private static final SaneStatus[] BY_NUMBER = values();

  /** The status with this number; one that the standard does not know counts as a device error. */
  static SaneStatus of(int number) {
    return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : IO_ERROR;
  }

  /**
   * What a person is told when a call ends with this status. {@link #GOOD}, {@link #EOF} and {@link
   * #CANCELLED} are no faults where they are expected; where they are not, the device is at fault.
   */
  ScanFault fault() {
    return switch (this) {
      case DEVICE_BUSY -> new ScanFault.Busy();
      case JAMMED -> new ScanFault.Jam();
      case NO_DOCS -> new ScanFault.FeederEmpty();
      case COVER_OPEN -> new ScanFault.CoverOpen();
      case ACCESS_DENIED -> new ScanFault.Refused();
      case GOOD, UNSUPPORTED, CANCELLED, INVAL, EOF, IO_ERROR, NO_MEM ->
          new ScanFault.DeviceError();
    };
  }
}
