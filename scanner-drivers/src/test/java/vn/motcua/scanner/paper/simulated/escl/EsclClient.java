package vn.motcua.scanner.paper.simulated.escl;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A plain client for the tests: does what it is told and hides nothing. */
final class EsclClient implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI root;

  EsclClient(SimulatedEsclScanner scanner) {
    this.root = scanner.address();
  }

  /** Settings for the whole area in colour at 300 dpi as JPEG. */
  static String settings(String source, String more) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"
        xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
      <pwg:Version>2.0</pwg:Version>
      <pwg:InputSource>%s</pwg:InputSource>
      %s
    </scan:ScanSettings>
    """
        .formatted(source, more);
  }

  HttpResponse<byte[]> send(String method, URI uri, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(LONG);
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return send("GET", root.resolve(path), "", "");
  }

  HttpResponse<byte[]> post(String settings) throws IOException, InterruptedException {
    return send("POST", root.resolve("ScanJobs"), "text/xml", settings);
  }

  HttpResponse<byte[]> control(String method, String path)
      throws IOException, InterruptedException {
    return send(method, root.resolve("/control" + path), "", "");
  }

  /** Begins a job and gives its address. */
  URI job(String settings) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = post(settings);
    if (answer.statusCode() != 201) {
      throw new AssertionError("ScanJobs: " + answer.statusCode());
    }
    return root.resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  HttpResponse<byte[]> next(URI job) throws IOException, InterruptedException {
    return send("GET", URI.create(job + "/NextDocument"), "", "");
  }

  /** Takes pages until one is refused. */
  List<byte[]> pages(URI job) throws IOException, InterruptedException {
    List<byte[]> pages = new ArrayList<>();
    HttpResponse<byte[]> answer = next(job);
    while (answer.statusCode() == 200) {
      pages.add(answer.body());
      answer = next(job);
    }
    return pages;
  }

  String status() throws IOException, InterruptedException {
    return new String(get("ScannerStatus").body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The first text of an element of the status; empty without. */
  String status(String element) throws IOException, InterruptedException {
    Matcher leaf = Pattern.compile("<" + element + ">([^<]*)<").matcher(status());
    return leaf.find() ? leaf.group(1) : "";
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
