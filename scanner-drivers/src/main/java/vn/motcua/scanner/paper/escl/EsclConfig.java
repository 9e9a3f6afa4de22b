package vn.motcua.scanner.paper.escl;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/**
 * What an eSCL driver needs to know of its surroundings.
 *
 * @param addresses devices that are asked although nobody announces them, and listed even if silent
 * @param mdns whether devices are looked for by multicast DNS
 * @param interfaces own addresses from which multicast questions are sent; empty for the usual one
 * @param overrides what a technician knows better, by UUID (lower case), by {@link
 *     EsclAddress#toString()} or by {@link EsclAddress#authority()}
 * @param pins pairings of devices behind TLS
 * @param timeouts how long it waits
 * @param jobs remembers what this machine's programs started
 */
public record EsclConfig(
    List<EsclAddress> addresses,
    boolean mdns,
    List<InetAddress> interfaces,
    Map<String, EsclOverride> overrides,
    EsclPins pins,
    EsclTimeouts timeouts,
    EsclJobs jobs) {
  /** Looks by multicast only and knows nothing of any device. */
  public static final EsclConfig MDNS =
      new EsclConfig(List.of(), true, List.of(), Map.of(), EsclPins.NONE, EsclTimeouts.DEFAULT);

  public EsclConfig {
    addresses = List.copyOf(addresses);
    interfaces = List.copyOf(interfaces);
    overrides = Map.copyOf(overrides);
  }

  /** One that remembers no jobs. */
  public EsclConfig(
      List<EsclAddress> addresses,
      boolean mdns,
      List<InetAddress> interfaces,
      Map<String, EsclOverride> overrides,
      EsclPins pins,
      EsclTimeouts timeouts) {
    this(addresses, mdns, interfaces, overrides, pins, timeouts, EsclJobs.NONE);
  }

  /** The same with devices given by hand. */
  public EsclConfig withAddresses(List<EsclAddress> others) {
    return new EsclConfig(others, mdns, interfaces, overrides, pins, timeouts, jobs);
  }

  /** The same without looking by multicast. */
  public EsclConfig withoutMdns() {
    return new EsclConfig(addresses, false, interfaces, overrides, pins, timeouts, jobs);
  }

  /** The same looking from these own addresses. */
  public EsclConfig withInterfaces(List<InetAddress> others) {
    return new EsclConfig(addresses, mdns, others, overrides, pins, timeouts, jobs);
  }

  /** The same with other knowledge of devices. */
  public EsclConfig withOverrides(Map<String, EsclOverride> others) {
    return new EsclConfig(addresses, mdns, interfaces, others, pins, timeouts, jobs);
  }

  /** The same with other pairings. */
  public EsclConfig withPins(EsclPins others) {
    return new EsclConfig(addresses, mdns, interfaces, overrides, others, timeouts, jobs);
  }

  /** The same with other patience. */
  public EsclConfig withTimeouts(EsclTimeouts others) {
    return new EsclConfig(addresses, mdns, interfaces, overrides, pins, others, jobs);
  }

  /** The same remembering its jobs. */
  public EsclConfig withJobs(EsclJobs others) {
    return new EsclConfig(addresses, mdns, interfaces, overrides, pins, timeouts, others);
  }

  /** What is known better of a device; its UUID counts before its address. */
  EsclOverride override(EsclAddress address, String uuid) {
    for (String key : List.of(uuid, address.toString(), address.authority())) {
      EsclOverride found = key.isEmpty() ? null : overrides.get(key);
      if (found != null) {
        return found;
      }
    }
    return EsclOverride.NONE;
  }
}
