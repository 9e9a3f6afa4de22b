package vn.motcua.scanner.chip.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import vn.motcua.scanner.chip.CardConnection;
import vn.motcua.scanner.chip.LinkException;

class RadioSlotTest {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  @Test
  void costsTimeForCommandsAndBytesAndCountsThem() throws Exception {
    RadioSlot slot = new RadioSlot("radio", SimulatedCitizens.a().card(), 3_000, 100);
    assertThat(slot.cardPresent()).isTrue();
    assertThat(slot.name()).isEqualTo("radio");
    CardConnection connection = slot.connect();
    long begin = System.nanoTime();
    assertThat(connection.transmit(hex("00A4020C02011C"))).isEqualTo(hex("9000"));
    assertThat(connection.transmit(hex("00B0000004"))).isEqualTo(hex("3134300d9000"));
    long took = System.nanoTime() - begin;
    // 7 + 2 and 5 + 6 bytes.
    assertThat(slot.traffic()).isEqualTo(new RadioSlot.Traffic(2, 20));
    assertThat(took).isGreaterThanOrEqualTo(2 * 3_000_000L + 20 * 100_000L);
    slot.forget();
    assertThat(slot.traffic()).isEqualTo(new RadioSlot.Traffic(0, 0));
    connection.close();
  }

  @Test
  void saysWhenThereIsNoAnswer() {
    RadioSlot slot =
        new RadioSlot(
            "radio", Hostile.NO_BYTE.over(SimulatedCitizens.a().card()).fromExchange(1), 0, 0);
    assertThatThrownBy(() -> slot.connect().transmit(hex("00A4020C02011C")))
        .isInstanceOfSatisfying(
            LinkException.class, e -> assertThat(e.why()).isEqualTo(LinkException.Why.NONSENSE));
    assertThatThrownBy(() -> new RadioSlot("x", SimulatedCitizens.a().card(), -1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
