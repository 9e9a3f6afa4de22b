package vn.motcua.scanner.chip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Issuers that were learnt here. They are kept apart from official certificates.
 *
 * @param anchors at most one of each {@link EnrolledAnchor#id}, also those that were revoked
 */
public record EnrolledAnchors(List<EnrolledAnchor> anchors) {
  /** Nothing was learnt. */
  public static final EnrolledAnchors NONE = new EnrolledAnchors(List.of());

  public EnrolledAnchors {
    Map<String, EnrolledAnchor> byId = new LinkedHashMap<>();
    anchors.forEach(anchor -> byId.put(anchor.id(), anchor));
    anchors = List.copyOf(byId.values());
  }

  /** The one with this id. */
  public Optional<EnrolledAnchor> find(String id) {
    return anchors.stream().filter(anchor -> anchor.id().equals(id)).findFirst();
  }

  /** Those that {@code others} has too, as they stand here. */
  public EnrolledAnchors of(EnrolledAnchors others) {
    return new EnrolledAnchors(
        anchors.stream().filter(anchor -> others.find(anchor.id()).isPresent()).toList());
  }

  /** Those that count. */
  public List<EnrolledAnchor> active() {
    return anchors.stream().filter(EnrolledAnchor::active).toList();
  }

  /**
   * These and what was learnt just now from cards; one that is known already is replaced, also if
   * it was revoked: the cards were shown again.
   */
  public EnrolledAnchors learnt(EnrolledAnchors now) {
    List<EnrolledAnchor> all = new ArrayList<>(anchors);
    all.addAll(now.anchors);
    return new EnrolledAnchors(all);
  }

  /**
   * These and what another machine learnt. One that is known here stays as it is, unless the other
   * machine revoked it: a revocation is never undone by a file.
   */
  public EnrolledAnchors imported(EnrolledAnchors other) {
    Map<String, EnrolledAnchor> byId = new LinkedHashMap<>();
    anchors.forEach(anchor -> byId.put(anchor.id(), anchor));
    for (EnrolledAnchor anchor : other.anchors) {
      byId.merge(
          anchor.id(), anchor, (here, there) -> there.revocation().map(here::revoked).orElse(here));
    }
    return new EnrolledAnchors(List.copyOf(byId.values()));
  }

  /** These, the one with this id no longer counting. */
  public EnrolledAnchors revoked(String id, EnrolledAnchor.Revocation said) {
    return new EnrolledAnchors(
        anchors.stream()
            .map(anchor -> anchor.id().equals(id) ? anchor.revoked(said) : anchor)
            .toList());
  }

  /** The same for another machine: without the hashes of the cards. */
  public EnrolledAnchors withoutCards() {
    return new EnrolledAnchors(anchors.stream().map(EnrolledAnchor::withoutCards).toList());
  }
}
