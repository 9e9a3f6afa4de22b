package vn.motcua.kiosk.desk;

import java.util.List;

/**
 * The profiles of this machine.
 *
 * @param profiles those that can be used, in the order of their names; the first is the counter's
 *     main button
 * @param damaged files that cannot be understood, each with what is wrong: {@code name.json: dpi:
 *     must be a whole number}
 */
public record ProfileList(List<KeptProfile> profiles, List<String> damaged) {
  public ProfileList {
    profiles = List.copyOf(profiles);
    damaged = List.copyOf(damaged);
  }
}
