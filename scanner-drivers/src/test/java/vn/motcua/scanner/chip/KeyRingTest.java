package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
  private final AccessKeys keys =
      new AccessKeys(
          Optional.of("123456"),
          Optional.of(
              new AccessKeys.MrzKey(
                  "001234567", LocalDate.of(1990, 1, 2), LocalDate.of(2030, 1, 2))));

  @Test
  void losesWhatTheChipRefused() {
    KeyRing ring = new KeyRing(keys);
    assertThat(ring.can()).isPresent();
    assertThat(ring.refusal()).isEmpty();
    ring.refused(KeyRing.Kind.CAN, 0x6300);
    assertThat(ring.can()).isEmpty();
    assertThat(ring.mrz()).isPresent();
    assertThat(ring.refusal()).contains(new ChipFault.WrongKey());
    ring.refused(KeyRing.Kind.MRZ, 0x63C1);
    assertThat(ring.mrz()).isEmpty();
    assertThat(ring.refusal()).contains(new ChipFault.KeyBlocked());
  }

  @ParameterizedTest
  @ValueSource(ints = {0x6300, 0x63C2, 0x6982, 0x6983, 0x6985, 0x6988, 0x6A80, 0x6F00})
  void takesTheseForARefusal(int status) {
    assertThat(KeyRing.isRefusal(status)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 0x9000, 0x6200, 0x6400, 0x6581, 0x6700, 0x6881, 0x6C10, 0x6D00, 0x6E00})
  void doesNotTakeTheseForARefusal(int status) {
    assertThat(KeyRing.isRefusal(status)).isFalse();
  }
}
