package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.chip.TrustReason.Kind;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;

class SignatureLimitsTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static Map<String, byte[]> files = Map.of();

  @BeforeAll
  static void makeFiles() throws Exception {
    files = SodSeeds.all(Map.of(1, SimulatedCitizens.a().dg1(), 13, SimulatedCitizens.a().dg13()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rsa of 16384 bits",
        "rsa with two huge numbers",
        "curve of a huge order",
        "curve of a huge cofactor",
        "curve over a huge field",
        "dsa of 16000 bits",
        "salt of two gigabytes",
        "salt of half a gigabyte",
        "salt below nothing"
      })
  @Timeout(60)
  void turnsAwayWhatWouldTakeSecondsOrGigabytes(String name) {
    // Its own time at the processor: how busy the machine is elsewhere does not count.
    long begun = THREADS.getCurrentThreadCpuTime();
    assertThat(SecurityObject.parse(files.get(name)))
        .isEqualTo(new SecurityObject.Unusable(Kind.SIGNATURE_UNREADABLE));
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begun))
        .isLessThan(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"stranger ecdsa", "stranger ecdsa_explicit", "stranger rsa", "stranger rsa_pss"})
  void takesWhatDocumentsUse(String name) {
    assertThat(SecurityObject.parse(files.get(name))).isInstanceOf(SecurityObject.Signed.class);
  }

  @Test
  void takesTheLongestKeysThatDocumentsUse() throws Exception {
    BigInteger exponent = BigInteger.valueOf(65_537);
    assertThat(SignatureLimits.bearable(SodSeeds.rsaKey(4096, exponent))).isTrue();
    assertThat(SignatureLimits.bearable(SodSeeds.rsaKey(8192, exponent))).isFalse();
    assertThat(SignatureLimits.bearable(SodSeeds.writtenOut("secp521r1"))).isTrue();
  }
}
