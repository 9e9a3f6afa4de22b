package vn.motcua.kiosk.cli;

import vn.motcua.scanner.Fault;

/** What can go wrong with the simulated scanner. */
sealed interface SimulateScannerFault extends Fault {
  /** The folder has no page pictures, or cannot be read. */
  record NoPages() implements SimulateScannerFault {
    @Override
    public String code() {
      return "SIM-SCANNER-PAGES";
    }
  }

  /** Another program uses the port, or the address is not this machine's. */
  record PortTaken() implements SimulateScannerFault {
    @Override
    public String code() {
      return "SIM-SCANNER-PORT";
    }
  }

  /** It cannot be announced on this network interface. */
  record NotAnnounced() implements SimulateScannerFault {
    @Override
    public String code() {
      return "SIM-SCANNER-MDNS";
    }
  }
}
