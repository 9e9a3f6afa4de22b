package vn.motcua.kiosk.source;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.scanner.FaultException;

/**
 * Asks the province's service by {@code TraCuuHoSo} (POST, JSON). Only over https, or http to this
 * machine; redirections are not followed; an answer is bounded in time and bytes and read strictly.
 * A question changes nothing there, so that one lost on the way is asked once more. Neither the key
 * nor anything of an answer goes into a log.
 */
public final class HttpSource implements StageSource, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpSource.class);
  private static final int LONGEST_TOKEN = 4096;

  private final String name;
  private final URI address;
  private final HttpMapping mapping;
  private final Optional<String> token;
  private final SourceMemory memory;
  private final Clock clock;
  private final Exchange exchange;
  private final HttpClient client;
  private final Breaker breaker = new Breaker(System::nanoTime);

  private HttpSource(
      String name,
      URI address,
      HttpMapping mapping,
      Optional<String> token,
      SourceMemory memory,
      Clock clock) {
    this.name = name;
    this.address = address;
    this.mapping = mapping;
    this.token = token;
    this.memory = memory;
    this.clock = clock;
    exchange = new Exchange(mapping);
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(mapping.connect())
            .build();
  }

  /**
   * Asks nobody yet.
   *
   * @param mapping the file that says how the service speaks
   * @param keys folder of the file with the key
   * @param clock local time of the centre
   * @throws FaultException with {@link SourceFault.Kind#MAPPING} or {@link SourceFault.Kind#KEY}
   */
  public static HttpSource open(
      String name, String address, Path mapping, Path keys, SourceMemory memory, Clock clock)
      throws FaultException {
    HttpMapping read = HttpMapping.read(mapping);
    Optional<String> token =
        read.tokenFile().isEmpty()
            ? Optional.empty()
            : Optional.of(token(keys.resolve(read.tokenFile())));
    return new HttpSource(name, address(address), read, token, memory, clock);
  }

  private static URI address(String text) throws FaultException {
    try {
      URI address = URI.create(text);
      String host = String.valueOf(address.getHost());
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      boolean here =
          host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
      boolean safe = scheme.equals("https") || scheme.equals("http") && here;
      if (safe && address.getHost() != null && address.getUserInfo() == null) {
        return address;
      }
    } catch (IllegalArgumentException bad) {
      throw new FaultException(new SourceFault(SourceFault.Kind.MAPPING), "address");
    }
    throw new FaultException(
        new SourceFault(SourceFault.Kind.MAPPING), "address: https, or http to this machine");
  }

  private static String token(Path file) throws FaultException {
    try {
      if (Files.size(file) <= LONGEST_TOKEN) {
        String token = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (token.matches("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?")) {
          return token;
        }
      }
    } catch (IOException missing) {
      throw new FaultException(
          new SourceFault(SourceFault.Kind.KEY), missing.getClass().getSimpleName());
    }
    throw new FaultException(new SourceFault(SourceFault.Kind.KEY), "not a key");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SourceAnswer ask(DossierCode code) throws FaultException {
    SourceFault fault;
    if (!breaker.mayAsk()) {
      fault = new SourceFault(SourceFault.Kind.PAUSED);
    } else {
      try {
        SourceAnswer answer = fresh(code);
        breaker.answered();
        if (answer instanceof SourceAnswer.Found found) {
          memory.put(name, List.of(found));
        }
        return answer;
      } catch (FaultException trouble) {
        if (!(trouble.fault() instanceof SourceFault named)) {
          breaker.answered();
          throw trouble;
        }
        // A service that answers nonsense of one dossier answers: others may be asked of it.
        if (named.kind() == SourceFault.Kind.ANSWER
            || named.kind() == SourceFault.Kind.OTHER_DOSSIER) {
          breaker.answered();
        } else {
          breaker.failed();
        }
        fault = named;
        LOG.warn("a source cannot be asked: {}", trouble.getMessage());
      }
    }
    return new SourceAnswer.Unreachable(
        name, LocalDateTime.now(clock), fault, memory.find(name, code));
  }

  private SourceAnswer fresh(DossierCode code) throws FaultException {
    long end = System.nanoTime() + mapping.total().toNanos();
    HttpResponse<byte[]> response;
    try {
      response = send(code, end);
    } catch (FaultException lost) {
      if (!lost.fault().equals(new SourceFault(SourceFault.Kind.OFFLINE))
          || end - System.nanoTime() <= 0) {
        throw lost;
      }
      response = send(code, end);
    }
    status(response.statusCode());
    if (!response.headers().firstValue("Content-Encoding").orElse("identity").equals("identity")) {
      throw new FaultException(new SourceFault(SourceFault.Kind.ANSWER), "encoding");
    }
    LocalDateTime now = LocalDateTime.now(clock);
    Optional<SourceDossier> dossier = exchange.answer(response.body(), code, now);
    return dossier.isPresent()
        ? new SourceAnswer.Found(name, now, dossier.get())
        : new SourceAnswer.NotKnown(name, now);
  }

  private HttpResponse<byte[]> send(DossierCode code, long end) throws FaultException {
    long left = Math.max(1, end - System.nanoTime());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofNanos(left))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Exchange.question(code)));
    token.ifPresent(value -> request.header(mapping.tokenHeader(), value));
    CompletableFuture<HttpResponse<byte[]>> asked =
        client.sendAsync(request.build(), _ -> new CappedBody(mapping.mostBytes()));
    try {
      return asked.get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      asked.cancel(true); // a body that drips is cut off
      throw new FaultException(new SourceFault(SourceFault.Kind.TIMEOUT));
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      throw lost(cause == null ? failed : cause);
    } catch (InterruptedException stop) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      throw new FaultException(new SourceFault(SourceFault.Kind.TIMEOUT), "interrupted");
    }
  }

  private static FaultException lost(Throwable cause) {
    SourceFault.Kind kind =
        switch (cause) {
          case HttpConnectTimeoutException _ -> SourceFault.Kind.TIMEOUT;
          case HttpTimeoutException _ -> SourceFault.Kind.TIMEOUT;
          case CappedBody.TooBig _ -> SourceFault.Kind.ANSWER;
          default -> SourceFault.Kind.OFFLINE;
        };
    return new FaultException(new SourceFault(kind), cause.getClass().getSimpleName());
  }

  private static void status(int status) throws FaultException {
    if (status == 200) {
      return;
    }
    SourceFault.Kind kind = SourceFault.Kind.SERVER;
    if (status == 401 || status == 403) {
      kind = SourceFault.Kind.REFUSED;
    } else if (status / 100 == 3) {
      kind = SourceFault.Kind.REDIRECT;
    }
    throw new FaultException(new SourceFault(kind), "status " + status);
  }

  @Override
  public List<SourceAnswer.Found> ofOwner(CitizenNumber number) throws FaultException {
    return memory.ofOwner(name, number);
  }

  @Override
  public List<Proof> proofs() {
    return mapping.proofs();
  }

  @Override
  public boolean isRemote() {
    return true;
  }

  /** The longest that a question takes. */
  public Duration total() {
    return mapping.total();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
