package vn.motcua.scanner.paper.escl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EsclAddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.168.1.20, http://192.168.1.20:80/eSCL",
    "' 192.168.1.20 ', http://192.168.1.20:80/eSCL",
    "Printer.LOCAL:8080, http://printer.local:8080/eSCL",
    "192.168.1.20:443, https://192.168.1.20:443/eSCL",
    "http://192.168.1.20/eSCL/, http://192.168.1.20:80/eSCL",
    "http://192.168.1.20, http://192.168.1.20:80/eSCL",
    "http://192.168.1.20/, http://192.168.1.20:80/eSCL",
    "HTTPS://192.168.1.20, https://192.168.1.20:443/eSCL",
    "https://192.168.1.20:8443/a/eSCL//, https://192.168.1.20:8443/a/eSCL",
    "[fe80::1%eth0]:8080/eSCL, http://[fe80::1%eth0]:8080/eSCL",
    "http://[::1], http://[::1]:80/eSCL"
  })
  void readsWhatPeopleWrite(String text, String address) {
    assertThat(EsclAddress.parse(text)).hasToString(address);
    assertThat(EsclAddress.parse(address)).isEqualTo(EsclAddress.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/eSCL",
        "ftp://a/eSCL",
        "a:0",
        "a:70000",
        "a:123456",
        "a/eSCL?x=y",
        "user@a",
        "a b",
        "a/e SCL",
        "a/\r\nX: y",
        "[::1",
        "::1"
      })
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> EsclAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a:80/eSCL, a",
    "https://a:443/eSCL, a",
    "http://a:443/eSCL, a:443",
    "http://127.0.0.1:60000/eSCL, 127.0.0.1:60000",
    "http://[fe80::1%eth0]/eSCL, [fe80::1]"
  })
  void namesItsHostAsHttpWantsIt(String text, String header) {
    assertThat(EsclAddress.parse(text).hostHeader()).isEqualTo(header);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a/eSCL, /eSCL/ScanJobs/7, /eSCL/ScanJobs/7",
    "http://a/eSCL, /elsewhere/7?x=1, /elsewhere/7?x=1",
    "http://a/eSCL, http://b:99/eSCL/ScanJobs/7/, /eSCL/ScanJobs/7",
    "http://a/eSCL, 7, /eSCL/ScanJobs/7",
    "http://a/p/eSCL, /eSCL/ScanJobs/7, /p/eSCL/ScanJobs/7",
    "http://a/p/eSCL, /p/eSCL/ScanJobs/7, /p/eSCL/ScanJobs/7",
    "http://a/p/eSCL, ScanJobs/7, /p/eSCL/ScanJobs/7"
  })
  void findsTheJobWithItself(String base, String location, String path) throws Exception {
    assertThat(EsclAddress.parse(base).job(location)).isEqualTo(path);
  }

  @Test
  void refusesALocationOfNoUse() {
    EsclAddress address = EsclAddress.parse("a");
    for (String bad :
        new String[] {"", " ", "/", "//", "http://a", "/a b", "mailto:x", "/" + "x".repeat(3000)}) {
      assertThatThrownBy(() -> address.job(bad)).as(bad).isInstanceOf(NonsenseException.class);
    }
  }
}
