package vn.motcua.scanner.chip;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.scanner.DeviceState;

/**
 * A card reader.
 *
 * @param name the name that PC/SC gives it
 * @param state what it is good for now
 * @param lyingSince when the card that lies on it was first seen, if one does
 * @param simulated true if there is no radio field behind it
 */
public record CardReader(
    String name, DeviceState state, Optional<Instant> lyingSince, boolean simulated) {
  /** Whether a card lies on it. */
  public boolean cardPresent() {
    return lyingSince.isPresent();
  }
}
