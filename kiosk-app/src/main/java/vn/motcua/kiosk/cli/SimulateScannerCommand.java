package vn.motcua.kiosk.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.paper.simulated.escl.Announcement;
import vn.motcua.scanner.paper.simulated.escl.Attendant;
import vn.motcua.scanner.paper.simulated.escl.EsclModel;
import vn.motcua.scanner.paper.simulated.escl.PlannedFault;
import vn.motcua.scanner.paper.simulated.escl.SimulatedEsclBuilder;
import vn.motcua.scanner.paper.simulated.escl.SimulatedEsclScanner;

/** {@code simulate-scanner}: a network scanner in software that feeds the pictures of a folder. */
@Command(
    name = "simulate-scanner",
    description = {
      "Plays a network scanner (eSCL) that feeds the pictures of a folder, for as long as it runs.",
      "Prints one line when it can be used.",
      "Faults and models are described in scanner-drivers/docs/simulated-scanner.md."
    })
final class SimulateScannerCommand extends JsonCommand {
  private final InputStream until;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--pages",
      required = true,
      paramLabel = "DIR",
      description = "JPEG, PNG and TIFF pictures, fed in the order of their names")
  private Path pages = Path.of("");

  @Option(
      names = "--port",
      description = "where it listens; 0 for a free one (default ${DEFAULT-VALUE})")
  private int port = 8085;

  @Option(names = "--host", description = "at which address (default ${DEFAULT-VALUE})")
  private String host = "127.0.0.1";

  @Option(
      names = "--fault",
      paramLabel = "NAME[=TIMES][@PAGE]",
      description = "what goes wrong; may be given several times")
  private List<String> faults = List.of();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "duplex, simplex, feeder-only, glass-only, ranged-resolutions, old-2.0, odd-namespaces"
              + " or default-namespace (default ${DEFAULT-VALUE})")
  private String model = "duplex";

  @Option(
      names = "--pages-per-minute",
      paramLabel = "N",
      description = "how fast it reads; 0 for as fast as it can (default ${DEFAULT-VALUE})")
  private int pagesPerMinute;

  @Option(
      names = "--no-refill",
      description = "nobody fills the feeder after a job or clears a jam")
  private boolean noRefill;

  @Option(
      names = "--refill-after",
      paramLabel = "MS",
      description = "milliseconds after a job until the feeder is full (default ${DEFAULT-VALUE})")
  private int refillAfter = 1000;

  @Option(
      names = "--untouched",
      description = "every picture byte for byte, unless another form is asked")
  private boolean untouched;

  @Option(names = "--tls", description = "HTTPS with a certificate of its own making")
  private boolean tls;

  @Option(names = "--announce", description = "announce it by mDNS")
  private boolean announce;

  // Not by itself: what a script starts in the background has no standard input to begin with.
  @Option(names = "--until-input-ends", description = "ends when its standard input ends")
  private boolean untilInputEnds;

  SimulateScannerCommand(PrintStream out, FaultSentences sentences, InputStream until) {
    super(out, sentences);
    this.until = until;
  }

  @Override
  Reply work() throws FaultException, PartlyDone, InterruptedException {
    SimulatedEsclBuilder builder = wanted();
    try {
      builder.pages(pages);
    } catch (IOException e) {
      throw new FaultException(new SimulateScannerFault.NoPages(), e);
    }
    if (builder.pages() == 0) {
      throw new FaultException(new SimulateScannerFault.NoPages());
    }
    try (SimulatedEsclScanner scanner = started(builder)) {
      Optional<Announcement> announced = announced(scanner);
      CountDownLatch ended = new CountDownLatch(1);
      Thread hook = new Thread(() -> announced.ifPresent(Announcement::close), "scanner-off");
      Runtime.getRuntime().addShutdownHook(hook);
      if (untilInputEnds) {
        Thread.ofPlatform().daemon().name("scanner-input").start(() -> readOut(ended));
      }
      announce(ready(scanner, builder.pages()));
      try {
        ended.await();
      } finally {
        announced.ifPresent(Announcement::close);
        forget(hook);
      }
    }
    return new Reply(Map.of("ended", true), "scanner off");
  }

  private SimulatedEsclBuilder wanted() {
    SimulatedEsclBuilder builder = SimulatedEsclScanner.builder().untouched(untouched).tls(tls);
    if (port < 0 || port > 65_535) {
      throw wrong("--port is 0 to 65535");
    }
    if (refillAfter < 0) {
      throw wrong("--refill-after is not negative");
    }
    try {
      faults.forEach(fault -> builder.fault(PlannedFault.parse(fault)));
      builder.pagesPerMinute(pagesPerMinute);
      builder.host(InetAddress.getByName(host));
    } catch (IllegalArgumentException | UnknownHostException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
    if (!noRefill) {
      builder.attendant(
          new Attendant(Optional.of(Duration.ofMillis(refillAfter)), Attendant.QUICK.clear()));
    }
    return builder
        .port(port)
        .model(EsclModel.named(model).orElseThrow(() -> wrong("--model: no model named " + model)));
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }

  private static SimulatedEsclScanner started(SimulatedEsclBuilder builder) throws PartlyDone {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new PartlyDone(
          new SimulateScannerFault.PortTaken(), Map.of("problem", String.valueOf(e.getMessage())));
    }
  }

  private Optional<Announcement> announced(SimulatedEsclScanner scanner) throws FaultException {
    if (!announce) {
      return Optional.empty();
    }
    try {
      return Optional.of(Announcement.of(scanner));
    } catch (IOException e) {
      throw new FaultException(new SimulateScannerFault.NotAnnounced(), e);
    }
  }

  private Reply ready(SimulatedEsclScanner scanner, int count) {
    Map<String, Object> json = Reply.object();
    json.put("ready", true);
    json.put("url", scanner.address().toString());
    json.put("port", scanner.port());
    json.put("pages", count);
    json.put("model", model);
    json.put("faults", scanner.faults().stream().map(PlannedFault::toString).toList());
    scanner
        .certificate()
        .ifPresent(certificate -> {
          try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            json.put("certificate", HexFormat.of().formatHex(hash));
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
          }
        });
    return new Reply(json, "scanner ready at " + scanner.address() + ", " + count + " pages");
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It runs already.
    }
  }

  /** Whoever started us and is gone has closed our standard input with it. */
  private void readOut(CountDownLatch ended) {
    try {
      until.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      // As good as its end.
    }
    ended.countDown();
  }
}
