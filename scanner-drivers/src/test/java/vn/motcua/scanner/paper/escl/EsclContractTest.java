package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanDriverContract;
import vn.motcua.scanner.paper.ScannerId;
import vn.motcua.scanner.paper.TestPages;

/** The eSCL driver keeps the contract with an honest scanner. */
class EsclContractTest extends ScanDriverContract {
  private ScriptedScanner scanner;
  private EsclDriver driver;

  @BeforeEach
  void start() throws IOException {
    scanner = new ScriptedScanner();
    driver =
        new EsclDriver(
            EsclConfig.MDNS
                .withoutMdns()
                .withAddresses(List.of(scanner.address()))
                .withTimeouts(EsclTimeouts.DEFAULT.withRetry(Duration.ofMillis(50))));
  }

  @AfterEach
  void stop() throws IOException {
    scanner.close();
  }

  @Override
  protected ScanDriver driver() {
    return driver;
  }

  @Override
  protected ScannerId device() {
    return EsclDriver.id(scanner.address());
  }

  @Override
  protected ScannerId absent() {
    return ScannerId.parse("escl:http://127.0.0.1:1/eSCL");
  }

  @Override
  protected int fillFeeder() {
    scanner.feeder.clear();
    for (int i = 1; i <= 4; i++) {
      scanner.feeder.add(TestPages.jpeg(TestPages.page(i, 425, 584)));
    }
    return 4;
  }

  @Override
  protected void fillGlass() {
    scanner.glass = TestPages.jpeg(TestPages.page(9, 425, 584));
  }

  @Override
  protected ScannerId emptied() {
    scanner.feeder.clear();
    return device();
  }
}
