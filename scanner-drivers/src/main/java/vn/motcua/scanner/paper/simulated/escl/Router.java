package vn.motcua.scanner.paper.simulated.escl;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings each request to the desk that it is for. */
final class Router {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);

  private final Machine machine;
  private final JobDesk jobs;
  private final PageDesk pages;
  private final ControlDesk control;
  private final Identity identity;

  Router(Machine machine, JobDesk jobs, PageDesk pages, ControlDesk control, Identity identity) {
    this.machine = machine;
    this.jobs = jobs;
    this.pages = pages;
    this.control = control;
    this.identity = identity;
  }

  /**
   * Who the device says it is.
   *
   * @param name maker and model
   * @param root the path of the service, for example {@code /eSCL}
   * @param scheme {@code http} or {@code https}
   */
  record Identity(String name, UUID uuid, String root, String scheme) {}

  /** Answers whatever is asked. */
  HttpAnswer answer(HttpRequest request) {
    try {
      if (request.path().startsWith(ControlDesk.ROOT)) {
        return control.answer(request);
      }
      if (machine.plan().strikes(EsclFault.SILENT, 0)) {
        return HttpAnswer.empty(200).in(HttpAnswer.Manner.SILENT);
      }
      if (machine.locked(machine::wedged)) {
        return HttpAnswer.empty(503);
      }
      String path = request.path();
      String root = identity.root();
      return path.startsWith(root + "/")
          ? service(request, path.substring(root.length()))
          : HttpAnswer.empty(404);
    } catch (RuntimeException e) {
      LOG.error("the simulated scanner failed", e);
      return HttpAnswer.empty(500);
    }
  }

  private HttpAnswer service(HttpRequest request, String path) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    switch (path) {
      case "/ScannerCapabilities":
        return method.equals("GET") ? capabilities(request) : notAllowed("GET");
      case "/ScannerStatus":
        return method.equals("GET") ? jobs.status() : notAllowed("GET");
      case "/ScanJobs":
        return method.equals("POST") ? jobs.create(request, origin(request)) : notAllowed("POST");
      default:
        return path.startsWith("/ScanJobs/")
            ? job(request.method(), path.substring("/ScanJobs/".length()))
            : HttpAnswer.empty(404);
    }
  }

  private HttpAnswer job(String method, String path) {
    String[] parts = path.split("/", -1);
    if (parts.length == 1) {
      return method.equals("DELETE") ? jobs.cancel(parts[0]) : notAllowed("DELETE");
    }
    if (parts.length != 2) {
      return HttpAnswer.empty(404);
    }
    return switch (parts[1]) {
      case "NextDocument" -> method.equals("GET") ? pages.next(parts[0]) : notAllowed("GET");
      case "ScanImageInfo" -> method.equals("GET") ? jobs.imageInfo(parts[0]) : notAllowed("GET");
      default -> HttpAnswer.empty(404);
    };
  }

  private HttpAnswer capabilities(HttpRequest request) {
    if (machine.plan().strikes(EsclFault.XML_BOMB, 0)) {
      return HttpAnswer.xml(CapabilitySheet.bomb());
    }
    return HttpAnswer.xml(
        CapabilitySheet.of(
            machine.model(), identity.name(), identity.uuid(), origin(request) + "/"));
  }

  private static HttpAnswer notAllowed(String instead) {
    return HttpAnswer.empty(405).with("Allow", instead);
  }

  /** The address under which the client found us; without it only a path can be given. */
  private String origin(HttpRequest request) {
    return request
        .header("host")
        .filter(host ->
            host.matches(
                "[A-Za-z0-9.\\-]{1,253}(:[0-9]{1,5})?|\\[[0-9a-fA-F:.%]{2,60}](:[0-9]{1,5})?"))
        .map(host -> identity.scheme() + "://" + host)
        .orElse("");
  }
}
