package vn.motcua.kiosk;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import vn.motcua.kiosk.cli.CommandLineFace;
import vn.motcua.kiosk.desk.Pages;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanEvent;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerCapabilities;
import vn.motcua.scanner.paper.ScannerId;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

/** The program with a scanner that draws in its third page until it is interrupted. */
public final class InterruptedScan {
  /** What it says on its standard error when two pages are kept and the third is on its way. */
  static final String TWO_KEPT = "two pages are kept";

  private InterruptedScan() {}

  /**
   * Runs the rest as a command line.
   *
   * @param args first the folder that stands for the data folder
   */
  public static void main(String[] args) {
    SimulatedScanDriver scanner = new SimulatedScanDriver();
    scanner.load(List.of(Pages.small(0), Pages.small(1), Pages.small(2), Pages.small(3)));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int code =
        new CommandLineFace(
                out,
                AppFaults.sentences(),
                new ScannerTools(Path.of(args[0]), new Patient(scanner)))
            .execute(Arrays.copyOfRange(args, 1, args.length));
    System.exit(code);
  }

  /** However slow the machine is, the scan is not over before somebody ends it. */
  private record Patient(ScanDriver scanner) implements ScanDriver {
    @Override
    public String name() {
      return scanner.name();
    }

    @Override
    public List<Scanner> discover() {
      return scanner.discover();
    }

    @Override
    public ScannerCapabilities capabilities(ScannerId device) throws FaultException {
      return scanner.capabilities(device);
    }

    @Override
    public ScanOutcome scan(
        ScannerId device, ScanSettings settings, PageReceiver pages, Cancellation cancellation) {
      CountDownLatch ended = new CountDownLatch(1);
      cancellation.onCancel(ended::countDown);
      PageReceiver waiting =
          new PageReceiver() {
            @Override
            public void accept(ScannedPage page) throws FaultException {
              pages.accept(page);
            }

            @Override
            public void event(ScanEvent event) {
              pages.event(event);
              if (event.equals(new ScanEvent.PageBegun(3))) {
                System.err.println(TWO_KEPT);
                awaitEnd(ended);
              }
            }
          };
      return scanner.scan(device, settings, waiting, cancellation);
    }

    private static void awaitEnd(CountDownLatch ended) {
      try {
        ended.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
