package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyTriesTest {
  private final TestClock clock = new TestClock();
  private final KeyTries tries = new KeyTries(clock);
  private final AccessKeys.MrzKey mrz =
      new AccessKeys.MrzKey("001234567", LocalDate.of(1990, 1, 2), LocalDate.of(2030, 1, 2));

  private void refuse(AccessKeys keys, KeyRing.Kind kind, int status) {
    KeyRing ring = tries.ring(keys);
    ring.refused(kind, status);
    tries.ended(keys, ring, false);
  }

  private void refuseCan(String six) {
    refuse(AccessKeys.can(six), KeyRing.Kind.CAN, 0x6300);
  }

  @Test
  void knowsARefusedKeyAsLongAsTheCardLiesThere() {
    refuseCan("111111");
    assertThat(tries.objection(AccessKeys.can("111111"))).contains(new ChipFault.WrongKey());
    assertThat(tries.objection(AccessKeys.can("222222"))).isEmpty();
    tries.lifted();
    assertThat(tries.objection(AccessKeys.can("111111"))).isEmpty();
  }

  @Test
  void takesOnlyTheRefusedKeyOffTheRing() {
    AccessKeys both = new AccessKeys(Optional.of("111111"), Optional.of(mrz));
    refuse(both, KeyRing.Kind.CAN, 0x6300);
    assertThat(tries.objection(both)).isEmpty();
    assertThat(tries.ring(both).can()).isEmpty();
    assertThat(tries.ring(both).mrz()).contains(mrz);
    refuse(both, KeyRing.Kind.MRZ, 0x6300);
    assertThat(tries.objection(both)).contains(new ChipFault.WrongKey());
  }

  @Test
  void letsNoFourthKeyPassUntilTheCardIsLifted() {
    refuseCan("111111");
    refuseCan("222222");
    assertThat(tries.objection(AccessKeys.can("333333"))).isEmpty();
    refuseCan("333333");
    assertThat(tries.objection(AccessKeys.can("444444"))).contains(new ChipFault.TooManyTries());
    tries.lifted();
    assertThat(tries.objection(AccessKeys.can("444444"))).isEmpty();
  }

  @Test
  void sparesABlockedKeyButNotTheOtherOne() {
    for (int status : new int[] {0x6983, 0x6984, 0x63C0, 0x63C1}) {
      tries.lifted();
      refuse(AccessKeys.can("111111"), KeyRing.Kind.CAN, status);
      assertThat(tries.objection(AccessKeys.can("222222"))).contains(new ChipFault.KeyBlocked());
      assertThat(tries.objection(AccessKeys.mrz(mrz))).isEmpty();
    }
  }

  @Test
  void restsAfterMoreThanTenRefusalsInTenMinutes() {
    for (int i = 0; i < KeyTries.PER_READER; i++) {
      refuseCan("%06d".formatted(i));
      tries.lifted();
      clock.advance(Duration.ofSeconds(10));
    }
    assertThat(tries.objection(AccessKeys.can("999999"))).isEmpty();
    refuseCan("100000");
    tries.lifted();
    // The first of eleven was 100 s ago: 500 s later it does not count any more.
    assertThat(tries.objection(AccessKeys.can("999999"))).contains(new ChipFault.Paused(500));
    clock.advance(Duration.ofSeconds(499));
    assertThat(tries.objection(AccessKeys.can("999999"))).contains(new ChipFault.Paused(1));
    clock.advance(Duration.ofSeconds(1));
    assertThat(tries.objection(AccessKeys.can("999999"))).isEmpty();
  }

  @Test
  void forgivesTheReaderWhenAKeyFits() {
    for (int i = 0; i < KeyTries.PER_READER; i++) {
      refuseCan("%06d".formatted(i));
      tries.lifted();
    }
    AccessKeys right = AccessKeys.can("123456");
    tries.ended(right, tries.ring(right), true);
    refuseCan("100000");
    tries.lifted();
    assertThat(tries.objection(right)).isEmpty();
  }

  @Test
  void doesNotRestLongerWhenTheClockIsSetBack() {
    for (int i = 0; i <= KeyTries.PER_READER; i++) {
      refuseCan("%06d".formatted(i));
      tries.lifted();
    }
    clock.advance(Duration.ofHours(-5));
    assertThat(tries.objection(AccessKeys.can("999999"))).isEmpty();
  }
}
