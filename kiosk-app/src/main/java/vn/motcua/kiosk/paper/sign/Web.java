package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Small HTTP requests to authorities: bounded in time (headers and body together), in bytes and in
 * redirections, http and https only.
 */
final class Web implements AutoCloseable {
  private static final int REDIRECTS = 3;

  private final Duration limit;
  private final HttpClient client;

  /**
   * @param limit for one request from its beginning to the last byte of its answer
   */
  Web(Duration limit) {
    this.limit = limit;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(limit)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  byte[] get(URI address, long largest) throws IOException {
    return ask(address, largest, HttpRequest.newBuilder().GET());
  }

  byte[] post(URI address, String type, byte[] body, long largest) throws IOException {
    return ask(
        address,
        largest,
        HttpRequest.newBuilder()
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private byte[] ask(URI first, long largest, HttpRequest.Builder request) throws IOException {
    long end = System.nanoTime() + limit.toNanos();
    URI address = first;
    for (int i = 0; i <= REDIRECTS; i++) {
      String scheme = String.valueOf(address.getScheme());
      if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
        throw new IOException("not an address of the web: " + address);
      }
      HttpResponse<byte[]> answer = send(request, address, largest, end);
      Optional<String> place = answer.headers().firstValue("Location");
      if (answer.statusCode() / 100 == 3 && place.isPresent()) {
        try {
          address = address.resolve(place.get());
        } catch (IllegalArgumentException e) {
          throw new IOException("redirected to nonsense", e);
        }
        continue;
      }
      if (answer.statusCode() != 200) {
        throw new IOException("HTTP " + answer.statusCode() + " from " + address);
      }
      return answer.body();
    }
    throw new IOException("too many redirections from " + first);
  }

  private HttpResponse<byte[]> send(
      HttpRequest.Builder request, URI address, long largest, long end) throws IOException {
    HttpRequest built;
    try {
      built = request.uri(address).build();
    } catch (IllegalArgumentException e) {
      throw new IOException("not an address of the web: " + address, e);
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(built, BodyHandlers.limiting(BodyHandlers.ofByteArray(), largest));
    try {
      return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no answer in time from " + address, e);
    } catch (ExecutionException e) {
      throw new IOException("no answer from " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
