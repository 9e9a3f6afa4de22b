package vn.motcua.scanner.paper.simulated.escl;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param path without the query and without doubled slashes
 * @param headers names in lower case
 * @param near from this machine
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record HttpRequest(
    String method,
    String path,
    boolean http11,
    Map<String, String> headers,
    byte[] body,
    boolean near) {
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Whether the client wants to go on with this connection (RFC 9112 §9.3). */
  boolean stays() {
    return http11 && !header("connection").orElse("").equalsIgnoreCase("close");
  }
}
