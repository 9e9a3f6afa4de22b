package vn.motcua.scanner.chip.tr03105;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A unit of the plan: every case of the class's {@code cases()} is run. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class Unit {
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void inspects(Case one) {
    one.run();
  }
}
