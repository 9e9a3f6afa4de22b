package vn.motcua.scanner.barcode.wedge;

import java.util.List;
import java.util.Optional;

/**
 * What to do now: first fire the events in {@code replay} again, in their order and past the
 * decoder; then let the present event through unless it is to be consumed; then deliver the scan,
 * if there is one.
 *
 * @param consume true if the present event must not reach anybody
 * @param replay events that were held back and turned out to be a person's
 * @param scan the characters of a finished scan, without Enter or Tab
 * @param <E> the toolkit's event
 */
public record WedgeDecision<E>(boolean consume, List<E> replay, Optional<String> scan) {
  public WedgeDecision {
    replay = List.copyOf(replay);
  }
}
