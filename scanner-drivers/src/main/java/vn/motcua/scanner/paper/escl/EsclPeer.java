package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanFault;

/** The questions of eSCL to one device (Mopria eSCL §5). */
final class EsclPeer {
  private static final int MOST_REDIRECTS = 3;

  private final EsclHttp http;
  private final EsclTimeouts timeouts;
  private final Abort abort;
  private String host;

  EsclPeer(EsclHttp http, EsclTimeouts timeouts, Abort abort) {
    this.http = http;
    this.timeouts = timeouts;
    this.abort = abort;
    this.host = http.address().hostHeader();
  }

  EsclAddress address() {
    return http.address();
  }

  /**
   * What the device can do.
   *
   * @throws FaultException {@link ScanFault.Refused}, {@link ScanFault.Busy}, {@link
   *     ScanFault.NotPaired}, {@link ScanFault.OtherCertificate}
   * @throws IOException if it does not answer, or with nonsense
   */
  EsclCapabilities capabilities() throws IOException, FaultException {
    long end = System.nanoTime() + timeouts.reply().toNanos();
    EsclCapabilities can = null;
    while (can == null) {
      Duration pause;
      try (HttpReply reply = get("ScannerCapabilities", timeouts.reply())) {
        if (reply.ok()) {
          can = EsclCapabilities.read(reply.all(Xml.LARGEST));
          break;
        }
        if (reply.status() != 503) {
          throw new NonsenseException("ScannerCapabilities: " + reply.status());
        }
        pause = reply.retryAfter(timeouts.retry());
      }
      if (System.nanoTime() + pause.toNanos() > end) {
        throw new FaultException(new ScanFault.Busy(), "503 without end");
      }
      abort.sleep(pause);
    }
    if (can.model().toLowerCase(Locale.ROOT).startsWith("epson")) {
      // Without the port these name a wrong place for the job; others choke on a port.
      host = address().authority().replaceFirst("%[^\\]]*", "");
    }
    return can;
  }

  /**
   * The device's state; {@link EsclStatus#NEVER_TOLD} if it has no such page, {@link
   * EsclStatus#UNKNOWN} if what stands there cannot be read.
   */
  EsclStatus status(Duration within) throws IOException, FaultException {
    try (HttpReply reply = get("ScannerStatus", within)) {
      if (reply.ok()) {
        return EsclStatus.read(reply.all(Xml.LARGEST));
      }
      return reply.status() == 404 ? EsclStatus.NEVER_TOLD : EsclStatus.UNKNOWN;
    } catch (NonsenseException e) {
      return EsclStatus.UNKNOWN;
    }
  }

  /** Asks for a job. */
  HttpReply create(String settings, boolean localhost) throws IOException, FaultException {
    String path = address().resource("ScanJobs");
    return http.ask(
        new EsclHttp.Ask(
            "POST",
            path,
            localhost ? "localhost" : host,
            settings,
            timeouts.reply(),
            timeouts.reply()),
        abort);
  }

  /** Asks for the next page of a job. */
  HttpReply next(String job) throws IOException, FaultException {
    return http.ask(
        new EsclHttp.Ask(
            "GET", beneath(job, "NextDocument"), host, "", timeouts.start(), timeouts.page()),
        abort);
  }

  private static String beneath(String job, String name) {
    int query = job.indexOf('?');
    return query < 0
        ? job + "/" + name
        : job.substring(0, query) + "/" + name + job.substring(query);
  }

  /** Ends a job, whether it likes it or not; not even {@link Abort} stops this. */
  void delete(String job) throws IOException, FaultException {
    EsclHttp.Ask ask =
        new EsclHttp.Ask("DELETE", job, host, "", timeouts.goodbye(), timeouts.goodbye());
    http.ask(ask, Abort.never()).close();
  }

  /** Follows redirects within the device: it may add a slash, not send us elsewhere. */
  private HttpReply get(String resource, Duration within) throws IOException, FaultException {
    String path = address().resource(resource);
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      HttpReply reply = http.ask(new EsclHttp.Ask("GET", path, host, "", within, within), abort);
      if (reply.status() == 401 || reply.status() == 403) {
        reply.close();
        throw new FaultException(new ScanFault.Refused(), resource + ": " + reply.status());
      }
      if (reply.status() < 300 || reply.status() > 399) {
        return reply;
      }
      reply.close();
      path = redirected(reply, path);
    }
    throw new NonsenseException("redirects without end");
  }

  private String redirected(HttpReply reply, String from) throws IOException, FaultException {
    String location = reply.header("location").orElse("");
    if (location.matches("/(?!/)[\\x21-\\x7e]{0,500}")) {
      return location;
    }
    if (location.matches("(?i)https?://[\\x21-\\x7e]{1,500}")) {
      EsclAddress other;
      try {
        other = EsclAddress.parse(location);
      } catch (IllegalArgumentException e) {
        throw new NonsenseException("redirected from " + from + " to no address", e);
      }
      boolean same = other.host().equals(address().host());
      if (same && other.secure() && !address().secure()) {
        throw new FaultException(
            new ScanFault.NotPaired(), "speaks only TLS, at " + other.authority());
      }
      if (same && other.port() == address().port() && other.secure() == address().secure()) {
        String path = location.replaceFirst("(?i)^https?://[^/]*", "");
        return path.isEmpty() ? "/" : path;
      }
    }
    throw new NonsenseException("redirected from " + from + " elsewhere");
  }
}
