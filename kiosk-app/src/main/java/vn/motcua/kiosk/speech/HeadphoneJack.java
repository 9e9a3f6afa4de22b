package vn.motcua.kiosk.speech;

import java.util.Optional;

/** Whether headphones are plugged in. */
@FunctionalInterface
public interface HeadphoneJack {
  /** Empty if this machine cannot tell; may take some milliseconds. */
  Optional<Boolean> plugged();

  /** A machine that cannot tell. */
  static HeadphoneJack unknown() {
    return Optional::empty;
  }
}
