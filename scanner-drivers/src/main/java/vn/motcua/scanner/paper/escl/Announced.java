package vn.motcua.scanner.paper.escl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A device that announced itself.
 *
 * @param name what it calls itself, may be empty
 * @param uuid in lower case, may be empty
 */
record Announced(EsclAddress address, String name, String uuid) {
  /**
   * One entry a device: of two ways to it over TLS if it is paired, for then nobody can read along;
   * else in the plain, for then it can be used at once. A device without UUID is its host.
   */
  static List<Announced> oncePerDevice(List<Announced> all, EsclPins pins) {
    Map<String, Announced> byDevice = new LinkedHashMap<>();
    for (Announced each : all) {
      String key = each.uuid().isEmpty() ? each.address().host() : each.uuid();
      byDevice.merge(key, each, (one, other) -> better(one, other, pins));
    }
    return new ArrayList<>(byDevice.values());
  }

  private static Announced better(Announced one, Announced other, EsclPins pins) {
    if (one.address().secure() == other.address().secure()) {
      return one;
    }
    Announced secure = one.address().secure() ? one : other;
    Announced plain = one.address().secure() ? other : one;
    return pins.of(secure.address().authority()).isPresent() ? secure : plain;
  }
}
