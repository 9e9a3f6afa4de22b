package vn.motcua.scanner.paper.sane;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanDriverContract;
import vn.motcua.scanner.paper.ScannerId;

/** The SANE driver keeps the contract with saned's test backend, whose feeder holds ten pages. */
class SaneContractTest extends ScanDriverContract {
  private static SaneDaemon daemon;
  private final SaneDriver driver =
      new SaneDriver(SaneConfig.LOCAL.withHosts(List.of(daemon.host())));

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    daemon = SaneDaemon.start();
  }

  @AfterAll
  static void stop() {
    daemon.close();
  }

  @Override
  protected ScanDriver driver() {
    return driver;
  }

  @Override
  protected ScannerId device() {
    return SaneDriver.id(daemon.host(), "test:0");
  }

  @Override
  protected ScannerId absent() {
    return SaneDriver.id(new SaneHost("127.0.0.1", 1), "test:0");
  }

  @Override
  protected int fillFeeder() {
    return 10;
  }

  @Override
  protected void fillGlass() {
    // The test backend draws a picture whenever it is asked.
  }

  @Override
  protected ScannerId emptied() {
    return ScannerId.parse(device() + "?read-return-value=SANE_STATUS_NO_DOCS");
  }
}
