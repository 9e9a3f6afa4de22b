package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Remembers which scanners behind TLS were paired. Safe for use by several threads. */
public interface EsclPins {
  /** Nobody was ever paired, and nobody can be. */
  EsclPins NONE =
      new EsclPins() {
        @Override
        public List<EsclPin> all() {
          return List.of();
        }

        @Override
        public void put(EsclPin pin) throws IOException {
          throw new IOException("there is no place for pins");
        }

        @Override
        public boolean remove(String authority) {
          return false;
        }
      };

  /** Every pairing. */
  List<EsclPin> all();

  /** The pairing of a host and port, as {@link EsclAddress#authority()} writes them. */
  default Optional<EsclPin> of(String authority) {
    return all().stream().filter(pin -> pin.authority().equals(authority)).findFirst();
  }

  /** Keeps a pairing in place of an earlier one with that host and port. */
  void put(EsclPin pin) throws IOException;

  /** Forgets a pairing; false if there was none. */
  boolean remove(String authority) throws IOException;
}
