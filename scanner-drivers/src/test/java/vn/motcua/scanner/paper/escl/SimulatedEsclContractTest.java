package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanDriverContract;
import vn.motcua.scanner.paper.ScannerId;
import vn.motcua.scanner.paper.TestPages;
import vn.motcua.scanner.paper.simulated.escl.EsclFault;
import vn.motcua.scanner.paper.simulated.escl.PlannedFault;
import vn.motcua.scanner.paper.simulated.escl.SimulatedEsclScanner;

/** The eSCL driver keeps the contract with the simulated scanner, which was written without it. */
class SimulatedEsclContractTest extends ScanDriverContract {
  private static final int PAGES = 5;

  private SimulatedEsclScanner scanner;
  private EsclDriver driver;

  @BeforeEach
  void start() throws IOException {
    scanner =
        SimulatedEsclScanner.builder()
            .pages(
                IntStream.rangeClosed(1, PAGES)
                    .mapToObj(number -> TestPages.jpeg(TestPages.page(number, 620, 877)))
                    .toList())
            .start();
    driver =
        new EsclDriver(
            EsclConfig.MDNS
                .withoutMdns()
                .withAddresses(List.of(EsclAddress.parse(scanner.address().toString()))));
  }

  @AfterEach
  void stop() {
    scanner.close();
  }

  @Override
  protected ScanDriver driver() {
    return driver;
  }

  @Override
  protected ScannerId device() {
    return ScannerId.parse("escl:" + scanner.address());
  }

  @Override
  protected Set<PaperSource> sources() {
    return Set.of(PaperSource.values());
  }

  @Override
  protected ScannerId absent() {
    return ScannerId.parse("escl:http://127.0.0.1:1/eSCL");
  }

  @Override
  protected int fillFeeder() {
    scanner.withdrawAll();
    scanner.reload();
    return PAGES;
  }

  @Override
  protected void fillGlass() {
    scanner.withdrawAll();
  }

  @Override
  protected ScannerId emptied() {
    scanner.plan(PlannedFault.of(EsclFault.EMPTY_FEEDER));
    return device();
  }
}
