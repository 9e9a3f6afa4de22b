package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlvTest {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  @Test
  void readsNestedObjectsWithLongTagsAndLengths() throws Exception {
    Tlv outer = Tlv.single(hex("6108" + "5F1F81020102" + "0400"), 0x61);
    assertThat(outer.value()).hasSize(8);
    Tlv inner = outer.children().getFirst();
    assertThat(inner.tag()).isEqualTo(0x5F1F);
    assertThat(inner.value()).containsExactly(1, 2);
  }

  @Test
  void saysHowLongAFileIsFromItsFirstBytes() throws Exception {
    assertThat(Tlv.lengthOfFile(hex("7782012C30"), 0x77)).isEqualTo(304);
    assertThat(Tlv.lengthOfFile(hex("6102"), 0x61)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "61",
        "6105AA",
        "6180AA0000",
        "61FF",
        "6185010000000000",
        "6184FFFFFFFF00",
        "61847FFFFFFF00",
        "5F",
        "5F1F",
        "5FFFFFFFFF00",
        "6182FF"
      })
  void refusesWhateverBreaksTheRules(String bytes) {
    assertThatThrownBy(() -> Tlv.all(hex(bytes))).isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesMoreObjectsThanAnyFileHas() {
    assertThatThrownBy(() -> Tlv.all(new byte[2 * 65])).isInstanceOf(MalformedException.class);
  }

  @Test
  void neverFailsInAnotherWayOnNoise() {
    Random random = new Random(20_261_122);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(40)];
      random.nextBytes(noise);
      try {
        for (Tlv tlv : Tlv.all(noise)) {
          assertThat(tlv.value().length).isLessThan(noise.length);
        }
      } catch (MalformedException expected) {
        assertThat(expected.getMessage()).isNotEmpty();
      }
    }
  }
}
