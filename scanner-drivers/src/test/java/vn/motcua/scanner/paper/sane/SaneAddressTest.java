package vn.motcua.scanner.paper.sane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaneAddressTest {
  private static final SaneHost HERE = new SaneHost("127.0.0.1", 6566);

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:16566/pnm:0, 127.0.0.1:16566, pnm:0",
    "may-quet.xa.vn:6566/fujitsu:fi-7160:123, may-quet.xa.vn:6566, fujitsu:fi-7160:123",
    "[::1]:6566/test:0, [::1]:6566, test:0",
    "pnm:0, 127.0.0.1:6566, pnm:0",
    "genesys:libusb:001:004, 127.0.0.1:6566, genesys:libusb:001:004",
    "escl:http://192.0.2.7:80, 127.0.0.1:6566, escl:http://192.0.2.7:80",
    "10.0.0.5:6566/escl:http://192.0.2.7:80, 10.0.0.5:6566, escl:http://192.0.2.7:80",
    "v4l:/dev/video0, 127.0.0.1:6566, v4l:/dev/video0",
  })
  void readsHostAndDevice(String text, String host, String device) {
    SaneAddress address = SaneAddress.parse(text, HERE);
    assertThat(address.host()).hasToString(host);
    assertThat(address.device()).isEqualTo(device);
    assertThat(address.options()).isEmpty();
  }

  @Test
  void readsOptionsInOrder() {
    SaneAddress address =
        SaneAddress.parse(
            "pnm:0?filename=/tmp/trang%20%26%20m%E1%BB%99t+.pnm&status-jammed=yes", HERE);
    assertThat(address.device()).isEqualTo("pnm:0");
    assertThat(address.options())
        .containsExactly(
            Map.entry("filename", "/tmp/trang & một+.pnm"), Map.entry("status-jammed", "yes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?a=b", "h:0/pnm:0", "h:99999/pnm:0", "pnm:0?a", "pnm:0?=b", "pnm:0?a=%ZZ"})
  void refusesWhatIsNoAddress(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> SaneAddress.parse(text, HERE));
  }
}
