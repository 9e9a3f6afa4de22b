package vn.motcua.scanner.paper.sane;

/**
 * Where a SANE daemon listens.
 *
 * @param host a name or an address; an IPv6 address without brackets
 * @param port 1 to 65535
 */
public record SaneHost(String host, int port) {
  /** Where saned listens unless told otherwise. */
  public static final int DEFAULT_PORT = 6566;

  /** The daemon of this computer. */
  public static final SaneHost LOCAL = new SaneHost("127.0.0.1", DEFAULT_PORT);

  public SaneHost {
    if (host.isEmpty() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("host: " + host + " port: " + port);
    }
  }

  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
