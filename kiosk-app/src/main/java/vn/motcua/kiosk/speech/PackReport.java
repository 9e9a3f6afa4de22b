package vn.motcua.kiosk.speech;

import java.util.List;
import java.util.Optional;

/**
 * What was found in a folder of a language.
 *
 * @param pack what can be used of it; empty if it cannot be told which language it is
 * @param faults everything that is wrong, each naming what it is about
 */
public record PackReport(Optional<LanguagePack> pack, List<LanguageFault> faults) {
  public PackReport {
    faults = List.copyOf(faults);
  }

  /** Whether it may be installed: unknown sentences of another version do no harm. */
  public boolean sound() {
    return pack.isPresent()
        && faults.stream().allMatch(fault -> fault instanceof LanguageFault.UnknownKey);
  }
}
