package vn.motcua.scanner.barcode.hidpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportLayoutsTest {
  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void aCountedReportSaysHowMuchIsMeant() throws Exception {
    ReportLayouts layouts = ReportLayouts.read(Descriptors.COUNTED);
    byte[] report = Descriptors.counted(ascii("ABC"), "]Q1", true);
    assertThat(layouts.longest()).isEqualTo(62).isEqualTo(report.length);
    ScanReport read = layouts.of(report).orElseThrow().read(report);
    assertThat(read.data()).isEqualTo(ascii("ABC"));
    assertThat(read.symbology()).isEqualTo(ascii("]Q1"));
    assertThat(read.counted()).isTrue();
    assertThat(read.continued()).isTrue();
  }

  @Test
  void aReportWithoutNumberOrCountIsPadded() throws Exception {
    ReportLayouts layouts = ReportLayouts.read(Descriptors.PLAIN);
    byte[] report = Descriptors.plain(ascii("ABC"), false);
    assertThat(layouts.longest()).isEqualTo(63);
    ScanReport read = layouts.of(report).orElseThrow().read(report);
    assertThat(read.data()).startsWith(ascii("ABC")).hasSize(59);
    assertThat(read.counted()).isFalse();
    assertThat(read.continued()).isFalse();
  }

  @Test
  void theRightReportIsFoundAmongSeveral() throws Exception {
    ReportLayouts layouts = ReportLayouts.read(Descriptors.MIXED);
    byte[] report = new byte[32];
    report[0] = 7;
    report[1] = 1;
    System.arraycopy(ascii("A".repeat(30)), 0, report, 2, 30);
    ReportLayout layout = layouts.of(report).orElseThrow();
    assertThat(layout.bytes()).isEqualTo(32);
    assertThat(layout.read(report).data()).isEqualTo(ascii("A".repeat(30)));
    assertThat(layout.read(report).continued()).isTrue();
    assertThat(layouts.of(new byte[] {1, 0}).orElseThrow().carriesCodes()).isFalse();
    assertThat(layouts.of(new byte[] {9, 0})).isEmpty();
    assertThat(layouts.of(new byte[0])).isEmpty();
  }

  @Test
  void fieldsNeedNotStandOnBytes() throws Exception {
    byte[] odd = Descriptors.hex("058C 0902 A101 7501 9501 09FF 8102 7508 9502 09FE 8102 C0");
    // Bit 0: continued; then two bytes, shifted by one bit.
    byte[] report = {(byte) ('A' << 1 | 1), (byte) ('A' >> 7 | 'B' << 1), 'B' >> 7};
    ScanReport read = ReportLayouts.read(odd).of(report).orElseThrow().read(report);
    assertThat(read.data()).isEqualTo(ascii("AB"));
    assertThat(read.continued()).isTrue();
  }

  @Test
  void aReportThatIsCutOffReadsAsZeros() throws Exception {
    byte[] report = {2, 56, ']', 'Q', '1', 'A'};
    ScanReport read = ReportLayouts.read(Descriptors.COUNTED).of(report).orElseThrow().read(report);
    assertThat(read.data()).hasSize(56).startsWith('A', 0);
    byte[] tooMuch = {2, (byte) 255};
    assertThat(
            ReportLayouts.read(Descriptors.COUNTED).of(tooMuch).orElseThrow().read(tooMuch).data())
        .hasSize(56);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "0501 0906 A101 0507 19E0 29E7 7501 9508 8102 C0", // a keyboard
        "058C 0902 A101 09FE 7508 9538 81", // cut off
        "058C 09FE 7508 97FFFFFFFF 8102", // four thousand million fields
        "058C 09FE 77FFFFFFFF 9501 8102",
        "058C 09FE 7508 9501 8102 C0", // one end too many
        "B4 058C 09FE 7508 9501 8102", // nothing to pop
        "058C 8500 09FE 7508 9501 8102", // number 0
        "058C 29FE 7508 9501 8102", // a maximum alone
        "058C 19FE 2900 7508 9501 8102", // backwards
        "058C 1900 2AFFFF 7508 9501 8102", // too many
        "058C 09FE 7508 9501 8102 8501 8102", // with and without a number
        "FE FF", // a long item that is cut off
      })
  void whatContradictsTheStandardIsRefused(String descriptor) {
    assertThatThrownBy(() -> ReportLayouts.read(Descriptors.hex(descriptor)))
        .isInstanceOf(BadDescriptorException.class);
  }

  @Test
  void depthAndLengthAreBounded() {
    for (String each : new String[] {"A4", "A101", "09FE"}) {
      String many = "058C" + each.repeat(4090 / (each.length() / 2));
      assertThatThrownBy(() -> ReportLayouts.read(Descriptors.hex(many)))
          .isInstanceOf(BadDescriptorException.class);
    }
    assertThatThrownBy(() -> ReportLayouts.read(new byte[4097]))
        .isInstanceOf(BadDescriptorException.class);
  }

  @Test
  void damageIsRefusedOrRead() {
    Random random = new Random(5);
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = Descriptors.MIXED.clone();
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        ReportLayouts layouts = ReportLayouts.read(damaged);
        byte[] report = new byte[random.nextInt(80)];
        random.nextBytes(report);
        new ReportAssembler(layouts).feed(report);
      } catch (BadDescriptorException refused) {
        assertThat(refused).hasMessageNotContaining("null");
      }
    }
  }

  @Test
  void scannersAreFoundAmongOtherDevices(@TempDir Path sys) throws Exception {
    assertThat(HidPosDevices.list(sys.resolve("none"), Path.of("/dev"))).isEmpty();
    byte[][] all = {Descriptors.hex("0501 0906 A101 C0"), Descriptors.COUNTED, Descriptors.PLAIN};
    for (int i = 0; i < all.length; i++) {
      Path device = Files.createDirectories(sys.resolve("hidraw" + i).resolve("device"));
      Files.write(device.resolve("report_descriptor"), all[i]);
    }
    Files.createDirectories(sys.resolve("hidraw9"));
    assertThat(HidPosDevices.list(sys, Path.of("/dev")))
        .containsExactly("/dev/hidraw1", "/dev/hidraw2");
  }
}
