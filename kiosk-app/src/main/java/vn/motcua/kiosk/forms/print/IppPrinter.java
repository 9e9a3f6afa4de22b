package vn.motcua.kiosk.forms.print;

import com.hp.jipp.encoding.BooleanType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Types;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import vn.motcua.scanner.FaultException;

/** A printer or a queue of CUPS that speaks IPP (RFC 8011), with job ids and job states. */
public final class IppPrinter implements Printer {
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final int MAX_ANSWER = 1 << 20;
  private static final int NOT_FOUND = 0x0406;
  private static final int FIRST_ERROR = 0x0400;

  private final URI printer;
  private final URI http;
  private final String user;
  private final HttpClient client;
  private final AtomicInteger requests = new AtomicInteger();

  /**
   * @param printer for example {@code ipp://localhost:631/printers/may-in}; {@code ipps} is IPP
   *     over TLS
   * @param user the name under which jobs are ordered
   */
  public IppPrinter(URI printer, String user) {
    this.printer = printer;
    this.user = user;
    boolean tls = "ipps".equals(printer.getScheme());
    int port = printer.getPort() < 0 ? 631 : printer.getPort();
    http =
        URI.create(
            (tls ? "https://" : "http://") + printer.getHost() + ":" + port + printer.getRawPath());
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  @Override
  public String name() {
    String path = printer.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public OptionalInt open(String token) throws FaultException {
    IppPacket answer =
        ask(
            IppPacket.createJob(printer)
                .putOperationAttributes(Types.requestingUserName.of(user), Types.jobName.of(token)),
            Optional.empty());
    check(answer);
    Integer id = answer.getValue(Tag.jobAttributes, Types.jobId);
    if (id == null) {
      throw new FaultException(new PrintFault.Refused(), "no job id");
    }
    return OptionalInt.of(id);
  }

  @Override
  public void send(OptionalInt job, Path pdf) throws FaultException {
    IppPacket.Builder order =
        IppPacket.sendDocument(printer, job.orElseThrow())
            .putOperationAttributes(
                Types.requestingUserName.of(user),
                Types.documentFormat.of("application/pdf"),
                Types.lastDocument.of(true));
    IppPacket answer;
    try {
      answer = ask(order, Optional.of(pdf));
    } catch (FaultException broken) {
      // Whether the last byte arrived is for the printer to say.
      throw new FaultException(new PrintFault.Unsure(), broken);
    }
    check(answer);
  }

  @Override
  public Progress progress(int job) throws FaultException {
    IppPacket answer =
        ask(
            IppPacket.getJobAttributes(printer, job)
                .putOperationAttributes(
                    Types.requestingUserName.of(user),
                    Types.requestedAttributes.of(
                        "job-state", "job-state-reasons", "number-of-documents", "job-k-octets")),
            Optional.empty());
    if (answer.getStatus().getCode() == NOT_FOUND) {
      return Progress.UNKNOWN;
    }
    check(answer);
    JobState state = answer.getValue(Tag.jobAttributes, Types.jobState);
    if (state == null) {
      return Progress.UNKNOWN;
    }
    if (state.equals(JobState.completed)) {
      return Progress.DONE;
    }
    if (state.equals(JobState.aborted) || state.equals(JobState.canceled)) {
      return Progress.GIVEN_UP;
    }
    Integer documents = answer.getValue(Tag.jobAttributes, Types.numberOfDocuments);
    List<String> reasons = answer.getStrings(Tag.jobAttributes, Types.jobStateReasons);
    if (documents != null && documents == 0) {
      return Progress.EMPTY;
    }
    troubles(reasons);
    troubles(printerReasons());
    return Progress.WAITING;
  }

  @Override
  public void cancel(int job) throws FaultException {
    ask(
        IppPacket.cancelJob(printer, job).putOperationAttributes(Types.requestingUserName.of(user)),
        Optional.empty());
  }

  /** CUPS keeps the pages of a job for a day after its end, unless it is told to purge them. */
  @Override
  public void forget(int job) throws FaultException {
    ask(
        IppPacket.cancelJob(printer, job)
            .putOperationAttributes(
                Types.requestingUserName.of(user), new BooleanType("purge-job").of(true)),
        Optional.empty());
  }

  @Override
  public void forgetAll() throws FaultException {
    ask(
        new IppPacket.Builder(Operation.cancelMyJobs)
            .putOperationAttributes(
                Types.attributesCharset.of("utf-8"),
                Types.attributesNaturalLanguage.of("en"),
                Types.printerUri.of(printer),
                Types.requestingUserName.of(user),
                new BooleanType("purge-jobs").of(true)),
        Optional.empty());
  }

  private List<String> printerReasons() throws FaultException {
    IppPacket answer =
        ask(
            IppPacket.getPrinterAttributes(printer)
                .putOperationAttributes(
                    Types.requestedAttributes.of("printer-state", "printer-state-reasons")),
            Optional.empty());
    check(answer);
    return answer.getStrings(Tag.printerAttributes, Types.printerStateReasons);
  }

  /** RFC 8011 §5.4.12; the severity stands behind the reason. */
  private static void troubles(List<String> reasons) throws FaultException {
    for (String reason : reasons) {
      String bare = reason.toLowerCase(Locale.ROOT);
      if (bare.endsWith("-report")) {
        // CUPS reports "offline-report" while it tries to reach the device.
        if (bare.startsWith("offline")) {
          throw new FaultException(new PrintFault.Offline(), reason);
        }
        continue;
      }
      if (bare.startsWith("media-empty") || bare.startsWith("media-needed")) {
        throw new FaultException(new PrintFault.NoPaper(), reason);
      }
      if (bare.startsWith("offline")
          || bare.startsWith("shutdown")
          || bare.startsWith("connecting-to-device")
          || bare.startsWith("timed-out")) {
        throw new FaultException(new PrintFault.Offline(), reason);
      }
      if (bare.startsWith("media-jam")
          || bare.startsWith("cover-open")
          || bare.startsWith("door-open")
          || bare.startsWith("interlock-open")
          || bare.startsWith("toner-empty")
          || bare.startsWith("marker-supply-empty")
          || bare.startsWith("paused")
          || bare.startsWith("printer-stopped")
          || bare.startsWith("stopped")) {
        throw new FaultException(new PrintFault.Stopped(), reason);
      }
    }
  }

  private static void check(IppPacket answer) throws FaultException {
    int status = answer.getStatus().getCode();
    if (status == NOT_FOUND) {
      throw new FaultException(new PrintFault.Unknown());
    }
    if (status == 0x0506) {
      throw new FaultException(new PrintFault.Stopped(), "takes no jobs");
    }
    if (status >= FIRST_ERROR) {
      throw new FaultException(new PrintFault.Refused(), "status 0x" + Integer.toHexString(status));
    }
  }

  private IppPacket ask(IppPacket.Builder order, Optional<Path> document) throws FaultException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    try {
      order.setRequestId(requests.incrementAndGet()).build().write(head);
      HttpResponse<InputStream> answer =
          client.send(
              HttpRequest.newBuilder(http)
                  .timeout(ANSWER)
                  .header("Content-Type", "application/ipp")
                  .POST(body(head.toByteArray(), document))
                  .build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new FaultException(
              answer.statusCode() == 404 ? new PrintFault.Unknown() : new PrintFault.Refused(),
              "HTTP " + answer.statusCode());
        }
        return IppPacket.read(new ByteArrayInputStream(in.readNBytes(MAX_ANSWER)));
      }
    } catch (IOException | UncheckedIOException unreachable) {
      throw new FaultException(new PrintFault.Offline(), unreachable);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException(new PrintFault.Offline(), e);
    }
  }

  private static HttpRequest.BodyPublisher body(byte[] head, Optional<Path> document)
      throws IOException {
    if (document.isEmpty()) {
      return HttpRequest.BodyPublishers.ofByteArray(head);
    }
    long length = head.length + Files.size(document.get());
    Path file = document.get();
    return HttpRequest.BodyPublishers.fromPublisher(
        HttpRequest.BodyPublishers.ofInputStream(() -> {
          try {
            return new SequenceInputStream(
                new ByteArrayInputStream(head), Files.newInputStream(file));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }),
        length);
  }
}
