package vn.motcua.scanner.paper;

import vn.motcua.scanner.Fault;

/** What can go wrong with a paper scanner. The sentences stand in {@code faults.properties}. */
public sealed interface ScanFault extends Fault {
  /** No paper where it was looked for. */
  record FeederEmpty() implements ScanFault {
    @Override
    public String code() {
      return "SCAN-EMPTY";
    }
  }

  /** A sheet is stuck. */
  record Jam() implements ScanFault {
    @Override
    public String code() {
      return "SCAN-JAM";
    }
  }

  /** A cover stands open. */
  record CoverOpen() implements ScanFault {
    @Override
    public String code() {
      return "SCAN-COVER";
    }
  }

  /** Two sheets were drawn at once. */
  record DoubleFeed() implements ScanFault {
    @Override
    public String code() {
      return "SCAN-DOUBLE";
    }
  }

  /** The device or its daemon does not answer. */
  record Offline() implements ScanFault {
    @Override
    public String code() {
      return "SCAN-OFFLINE";
    }
  }

  /** Somebody else is using the device. */
  record Busy() implements ScanFault {
    @Override
    public String code() {
      return "SCAN-BUSY";
    }
  }

  /** The device wants a name and a password, or refuses this computer. */
  record Refused() implements ScanFault {
    @Override
    public String code() {
      return "SCAN-REFUSED";
    }
  }

  /** The line or the device broke off in the middle of a page; that page is not kept. */
  record LostMidPage() implements ScanFault {
    @Override
    public String code() {
      return "SCAN-LOST";
    }
  }

  /** The device reported an input/output error of its own. */
  record DeviceError() implements ScanFault {
    @Override
    public String code() {
      return "SCAN-DEVICE";
    }
  }

  /** What came is not a picture, or not one of the size that was announced. */
  record BadImage() implements ScanFault {
    @Override
    public String code() {
      return "SCAN-IMAGE";
    }
  }

  /**
   * The device cannot do what was asked.
   *
   * @param setting which setting, for example {@code dpi}
   */
  record UnsupportedSetting(String setting) implements ScanFault {
    @Override
    public String code() {
      return "SCAN-SETTING";
    }

    @Override
    public String about() {
      return setting;
    }
  }

  /** A sheet is longer or shorter than the device can take. */
  record PageLength() implements ScanFault {
    @Override
    public String code() {
      return "SCAN-LENGTH";
    }
  }

  /** The device speaks only behind a certificate, and nobody has paired it with this machine. */
  record NotPaired() implements ScanFault {
    @Override
    public String code() {
      return "SCAN-NOT-PAIRED";
    }
  }

  /** The certificate is not the one that the device had when it was paired. */
  record OtherCertificate() implements ScanFault {
    @Override
    public String code() {
      return "SCAN-CERTIFICATE";
    }
  }
}
