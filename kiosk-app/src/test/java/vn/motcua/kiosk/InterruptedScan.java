package vn.motcua.kiosk;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.motcua.kiosk.cli.CommandLineFace;
import vn.motcua.kiosk.desk.Pages;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

/** The program with a slow simulated scanner, for a signal to interrupt. */
public final class InterruptedScan {
  private InterruptedScan() {}

  /**
   * Runs the rest as a command line.
   *
   * @param args first the folder that stands for the data folder
   */
  public static void main(String[] args) {
    SimulatedScanDriver scanner =
        new SimulatedScanDriver("desk", "Máy quét mô phỏng", Duration.ofMillis(50));
    List<byte[]> sheets = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      sheets.add(Pages.small(i));
    }
    scanner.load(sheets);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int code =
        new CommandLineFace(out, AppFaults.sentences(), new ScannerTools(Path.of(args[0]), scanner))
            .execute(Arrays.copyOfRange(args, 1, args.length));
    System.exit(code);
  }
}
