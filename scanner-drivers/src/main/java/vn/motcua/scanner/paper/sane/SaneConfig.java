package vn.motcua.scanner.paper.sane;

import java.util.List;
import java.util.Map;

/**
 * What a SANE driver needs to know of its surroundings.
 *
 * @param hosts the daemons that are asked for devices; a device id without a host means the first
 * @param timeouts how long it waits
 * @param options raw SANE options by device name (for example {@code pnm:0}), set before each of
 *     its scans; those in a device id win over these
 */
public record SaneConfig(
    List<SaneHost> hosts, SaneTimeouts timeouts, Map<String, Map<String, String>> options) {
  /** The daemon of this computer at its usual port. */
  public static final SaneConfig LOCAL =
      new SaneConfig(List.of(SaneHost.LOCAL), SaneTimeouts.DEFAULT, Map.of());

  public SaneConfig {
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("no host");
    }
    hosts = List.copyOf(hosts);
    options = Map.copyOf(options);
  }

  /** The same asking other daemons. */
  public SaneConfig withHosts(List<SaneHost> others) {
    return new SaneConfig(others, timeouts, options);
  }

  /** The same with other patience. */
  public SaneConfig withTimeouts(SaneTimeouts other) {
    return new SaneConfig(hosts, other, options);
  }
}
