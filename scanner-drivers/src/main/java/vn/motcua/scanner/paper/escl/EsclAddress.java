package vn.motcua.scanner.paper.escl;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a scanner speaks eSCL: {@code http://192.168.1.20:80/eSCL}.
 *
 * @param secure over TLS
 * @param host name or address in lower case, an IPv6 address without brackets
 * @param port 1 to 65535
 * @param path where its resources stand: begins with a slash, does not end with one, printable
 *     ASCII without spaces
 */
public record EsclAddress(boolean secure, String host, int port, String path) {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?:(?<scheme>https?)://)?(?:\\[(?<six>[0-9a-f:.]+(?:%[\\w.-]+)?)]|(?<host>[\\w.-]+))"
              + "(?::(?<port>\\d{1,5}))?(?<path>/[\\x21-\\x7e&&[^?#\\\\]]*)?",
          Pattern.CASE_INSENSITIVE);
  private static final String USUAL_PATH = "/eSCL";
  private static final int LONGEST_LOCATION = 2048;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  public EsclAddress {
    if (host.isEmpty() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("address: " + host + ":" + port);
    }
    if (!path.matches("(?:/[\\x21-\\x7e]*)?") || path.endsWith("/")) {
      throw new IllegalArgumentException("path: " + path);
    }
    host = host.toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what a person or a device wrote: {@code 192.168.1.20}, {@code printer.local:8080}, {@code
   * https://10.0.0.5/eSCL/}, {@code [fe80::1%eth0]:80}. Without a scheme it is plain HTTP, or TLS
   * at port 443; without a path it is {@code /eSCL}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static EsclAddress parse(String text) {
    Matcher m = TEXT.matcher(text.strip());
    if (!m.matches()) {
      throw new IllegalArgumentException("address: " + text);
    }
    String port = m.group("port");
    String scheme = m.group("scheme");
    boolean secure =
        scheme == null ? String.valueOf(HTTPS).equals(port) : scheme.equalsIgnoreCase("https");
    int number = port == null ? (secure ? HTTPS : HTTP) : Integer.parseInt(port);
    String host = m.group("six") == null ? m.group("host") : m.group("six");
    return new EsclAddress(secure, host, number, path(m.group("path")));
  }

  /** What a device announces as its path may have slashes at either end, both or none. */
  static String path(@Nullable String announced) {
    String bare = announced == null ? "" : announced.strip().replaceAll("^/+|/+$", "");
    return bare.isEmpty() ? USUAL_PATH : "/" + bare;
  }

  /** Host and port, the key of its certificate: {@code 192.168.1.20:443}. */
  public String authority() {
    return bracketed(host) + ":" + port;
  }

  /** What the header {@code Host} says (RFC 9110 §7.2): the port only if it is not the usual. */
  String hostHeader() {
    String bare = bracketed(host.replaceFirst("%.*", ""));
    return port == (secure ? HTTPS : HTTP) ? bare : bare + ":" + port;
  }

  /** The path of one of its resources, for example {@code ScannerStatus}. */
  String resource(String name) {
    return path + "/" + name;
  }

  private static String bracketed(String host) {
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  /**
   * Where the job is that the header {@code Location} names. Only its path counts: behind a proxy,
   * or {@code ipp-usb}, devices name a host that they think they are. A path that lacks our prefix
   * gets it, where a proxy has put one before.
   *
   * @return a path without a slash at its end
   * @throws NonsenseException if nothing of use is in it
   */
  String job(String location) throws NonsenseException {
    String text = location.strip();
    if (text.isEmpty() || text.length() > LONGEST_LOCATION || !text.matches("[\\x21-\\x7e]+")) {
      throw new NonsenseException("Location of a job that cannot be used");
    }
    try {
      URI uri = URI.create(text);
      String given = uri.getRawPath();
      if (given == null || given.replace("/", "").isEmpty()) {
        throw new NonsenseException("Location without a path");
      }
      String resolved =
          given.indexOf('/') < 0
              ? resource("ScanJobs/" + given)
              : URI.create(resource("ScanJobs")).resolve(URI.create(plain(given))).getRawPath();
      String job = prefixed(resolved.replaceAll("/+$", ""));
      return uri.getRawQuery() == null ? job : job + "?" + uri.getRawQuery();
    } catch (IllegalArgumentException e) {
      throw new NonsenseException("Location that is no address", e);
    }
  }

  /** Two slashes at the beginning would begin a host. */
  private static String plain(String given) {
    return given.replaceFirst("^/{2,}", "/");
  }

  private String prefixed(String job) {
    int second = job.indexOf('/', 1);
    String first = second < 0 ? job : job.substring(0, second);
    boolean behindPrefix =
        !job.startsWith(path + "/") && path.length() > first.length() && path.endsWith(first);
    return behindPrefix ? path.substring(0, path.length() - first.length()) + job : job;
  }

  @Override
  public String toString() {
    return (secure ? "https://" : "http://") + authority() + path;
  }
}
