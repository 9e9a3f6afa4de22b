package vn.motcua.scanner.paper.sane;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address part of a SANE device id: {@code [HOST:PORT/]DEVICE[?option=value&…]}, for example
 * {@code 127.0.0.1:6566/pnm:0?filename=/tmp/page.pnm}. Option values are percent-encoded where they
 * hold {@code & % +}. Without a host the driver's first host is meant.
 *
 * @param host the daemon
 * @param device the device's name as the daemon says it, for example {@code pnm:0}
 * @param options raw SANE options to set before the scan, by name, in the order given
 */
public record SaneAddress(SaneHost host, String device, Map<String, String> options) {
  private static final Pattern HOSTED =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([^/:?\\[\\]]+)):(\\d{1,5})/(.+)", Pattern.DOTALL);

  public SaneAddress {
    if (device.isEmpty()) {
      throw new IllegalArgumentException("no device name");
    }
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /**
   * Reads an address.
   *
   * @param whenNoHost the daemon that is meant if the text names none
   * @throws IllegalArgumentException if there is no device name or the port or an option is not
   *     well formed
   */
  public static SaneAddress parse(String text, SaneHost whenNoHost) {
    int mark = text.indexOf('?');
    String place = mark < 0 ? text : text.substring(0, mark);
    Map<String, String> options = mark < 0 ? Map.of() : options(text.substring(mark + 1));
    Matcher hosted = HOSTED.matcher(place);
    if (!hosted.matches()) {
      return new SaneAddress(whenNoHost, place, options);
    }
    String host = hosted.group(1) == null ? hosted.group(2) : hosted.group(1);
    int port = Integer.parseInt(hosted.group(3));
    return new SaneAddress(new SaneHost(host, port), hosted.group(4), options);
  }

  /** The address without options: names the device itself. */
  String place() {
    return host + "/" + device;
  }

  private static Map<String, String> options(String query) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String part : query.split("&")) {
      if (part.isEmpty()) {
        continue;
      }
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("option without a value: " + part);
      }
      options.put(part.substring(0, equals), decode(part.substring(equals + 1)));
    }
    return options;
  }

  private static String decode(String value) {
    // A plus is a plus here: this is an address, not a form.
    return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
