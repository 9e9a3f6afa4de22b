package vn.motcua.kiosk.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannerId;
import vn.motcua.scanner.paper.escl.EsclConfig;
import vn.motcua.scanner.paper.escl.EsclDriver;
import vn.motcua.scanner.paper.simulated.escl.SimulatedEsclScanner;

/**
 * The simulated eSCL scanner with prepared pictures in its feeder; beside our driver a plain fetch
 * over HTTP: a job, its pages, no look at states and none at the pictures.
 */
final class EsclRoute implements ScanRoute {
  private static final double GOAL = 10;
  private static final int PAGES = 20;
  private static final String TICKET =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"
          xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
        <pwg:Version>2.0</pwg:Version>
        <pwg:ScanRegions><pwg:ScanRegion>
          <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
          <pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>
          <pwg:Width>2480</pwg:Width><pwg:Height>3508</pwg:Height>
        </pwg:ScanRegion></pwg:ScanRegions>
        <pwg:InputSource>Feeder</pwg:InputSource>
        <scan:ColorMode>RGB24</scan:ColorMode>
        <scan:XResolution>300</scan:XResolution>
        <scan:YResolution>300</scan:YResolution>
        <pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
      </scan:ScanSettings>
      """;

  private final SimulatedEsclScanner scanner;
  private final EsclDriver driver = new EsclDriver(EsclConfig.MDNS.withoutMdns());
  private final HttpClient client = HttpClient.newHttpClient();

  EsclRoute(BenchPage page) throws IOException {
    scanner =
        SimulatedEsclScanner.builder()
            .pages(Collections.nCopies(PAGES, page.jpeg()))
            .untouched(true)
            .start();
  }

  @Override
  public String name() {
    return "escl";
  }

  @Override
  public String peer() {
    return "java.net.http: one job, its pages";
  }

  @Override
  public double goal() {
    return GOAL;
  }

  @Override
  public int ours(PageReceiver pages) throws FaultException {
    scanner.reload();
    ScanOutcome outcome =
        driver.scan(
            ScannerId.parse("escl:" + scanner.address()),
            new ScanSettings(
                PaperSource.FEEDER, ColourMode.COLOUR, 300, ScanArea.A4, ScanSettings.GOOD_QUALITY),
            pages,
            new Cancellation());
    if (!outcome.equals(new ScanOutcome.Completed(PAGES))) {
      throw new FaultException(new BenchFault.CannotMeasure(), outcome.toString());
    }
    return PAGES;
  }

  @Override
  public int theirs() throws IOException, InterruptedException, FaultException {
    scanner.reload();
    URI jobs = URI.create(scanner.address() + "/ScanJobs");
    HttpResponse<Void> created =
        client.send(
            HttpRequest.newBuilder(jobs)
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(TICKET))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    URI job =
        jobs.resolve(
            created
                .headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("no job: " + created.statusCode())));
    HttpRequest next = HttpRequest.newBuilder(URI.create(job + "/NextDocument")).build();
    int pages = 0;
    while (client.send(next, HttpResponse.BodyHandlers.ofByteArray()).statusCode() == 200) {
      pages++;
    }
    if (pages != PAGES) {
      throw new IOException(pages + " pages");
    }
    return pages;
  }

  @Override
  public void close() {
    client.close();
    scanner.close();
  }
}
