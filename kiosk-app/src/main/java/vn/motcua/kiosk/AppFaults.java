package vn.motcua.kiosk;

import java.util.List;
import vn.motcua.scanner.FaultSentences;

/** Where the sentences of all faults stand. */
public final class AppFaults {
  private AppFaults() {}

  /** The sentences of every fault of the application and of the devices. */
  public static FaultSentences sentences() {
    return new FaultSentences(
        List.of(
            "vn.motcua.kiosk.faults",
            "vn.motcua.kiosk.paper.faults",
            "vn.motcua.kiosk.paper.sign.faults",
            "vn.motcua.kiosk.pdf.faults",
            "vn.motcua.kiosk.forms.faults",
            "vn.motcua.kiosk.ui.kit.faults",
            "vn.motcua.kiosk.ui.counter.faults",
            FaultSentences.DEVICES));
  }
}
