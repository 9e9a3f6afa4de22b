package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;

class Dg13ParserTest {
  private static final int UTF8 = 0x0C;
  private static final int PRINTABLE = 0x13;

  private final Dg13Parser parser = new Dg13Parser(ReadPurpose.INTAKE_SENSITIVE);

  private static byte[] tlv(int tag, byte[]... parts) {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      value.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    out.write(0x82);
    out.write(value.size() >> 8);
    out.write(value.size());
    out.writeBytes(value.toByteArray());
    return out.toByteArray();
  }

  private static byte[] text(int tag, String text) {
    return tlv(tag, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] field(int n, byte[] value) {
    return tlv(0x30, new byte[] {2, 1, (byte) n}, value);
  }

  private static byte[] file(byte[]... fields) {
    return tlv(0x6D, tlv(0x30, new byte[] {2, 1, 1}, new byte[] {6, 1, 1}, tlv(0x31, fields)));
  }

  @Test
  void readsEveryFieldOfTheThreeCitizens() throws Exception {
    NationalData a = parser.parse(SimulatedCitizens.a().dg13());
    assertThat(a.number()).contains("051191407263");
    assertThat(a.name()).contains("Đinh Thị Mai");
    assertThat(a.birth()).contains(LocalDate.of(1991, 3, 12));
    assertThat(a.sex()).contains("Nữ");
    assertThat(a.nationality()).contains("Việt Nam");
    assertThat(a.ethnicity()).contains("Hrê");
    assertThat(a.religion()).contains("Không");
    assertThat(a.origin()).contains("Sơn Tây, Quảng Ngãi");
    assertThat(a.residence()).contains("Thôn Làng Rào, xã Sơn Tây, tỉnh Quảng Ngãi");
    assertThat(a.issued()).contains(LocalDate.of(2022, 5, 18));
    assertThat(a.expiry()).contains("12/03/2031");
    assertThat(a.father()).contains("Đinh Văn Rỡ");
    assertThat(a.mother()).contains("Phạm Thị Hường");
    assertThat(a.spouse()).isEmpty();
    assertThat(a.oldNumber()).isEmpty();
    assertThat(a.chipId().orElseThrow()).matches("[0-9A-F]{16}");
    NationalData b = parser.parse(SimulatedCitizens.b().dg13());
    assertThat(b.expiry()).contains("Không thời hạn");
    assertThat(b.oldNumber()).contains("170483926");
    assertThat(b.spouse()).contains("Lữ Thị Quỳnh Hoẵng");
    NationalData c = parser.parse(SimulatedCitizens.c().dg13());
    assertThat(c.name()).contains("H'Lưin Kbriêng");
  }

  @Test
  void keepsOnlyWhatThePurposeNeeds() throws Exception {
    byte[] file = SimulatedCitizens.b().dg13();
    NationalData lookup = new Dg13Parser(ReadPurpose.LOOKUP).parse(file);
    assertThat(lookup.number()).isPresent();
    assertThat(
            new Object[] {
              lookup.name(),
              lookup.birth(),
              lookup.sex(),
              lookup.nationality(),
              lookup.ethnicity(),
              lookup.religion(),
              lookup.origin(),
              lookup.residence(),
              lookup.marks(),
              lookup.issued(),
              lookup.expiry(),
              lookup.father(),
              lookup.mother(),
              lookup.spouse(),
              lookup.oldNumber(),
              lookup.chipId()
            })
        .containsOnly(java.util.Optional.empty());
    NationalData intake = new Dg13Parser(ReadPurpose.INTAKE).parse(file);
    assertThat(intake.residence()).isPresent();
    assertThat(intake.ethnicity()).isEmpty();
    assertThat(intake.religion()).isEmpty();
  }

  @Test
  void takesFieldsInAnyOrderAndEitherCharset() throws Exception {
    NationalData data =
        parser.parse(
            file(
                field(16, text(PRINTABLE, "284917365")),
                field(15, text(UTF8, "0A1B2C3D4E5F6071")),
                field(99, text(UTF8, "chưa biết")),
                field(2, text(UTF8, "Y Rin Kbriêng")),
                field(13, tlv(0x30, text(UTF8, ""), text(UTF8, "H'Mrang"))),
                field(1, text(UTF8, "066201538174")),
                field(3, text(UTF8, "25072001"))));
    assertThat(data.name()).contains("Y Rin Kbriêng");
    assertThat(data.number()).contains("066201538174");
    assertThat(data.birth()).contains(LocalDate.of(2001, 7, 25));
    assertThat(data.oldNumber()).contains("284917365");
    assertThat(data.chipId()).contains("0A1B2C3D4E5F6071");
    assertThat(data.father()).isEmpty();
    assertThat(data.mother()).contains("H'Mrang");
    assertThat(data.residence()).isEmpty();
  }

  @Test
  void joinsDecomposedLettersAndDropsWhatCouldDeceiveTheEye() throws Exception {
    NationalData data =
        parser.parse(file(field(2, text(UTF8, " Trâ\u0300n\u0000\u202E  Thi\u0323 \n Nụ "))));
    assertThat(data.name()).contains("Trần Thị Nụ");
  }

  @Test
  void leavesOutADateThatCannotBe() throws Exception {
    NationalData data =
        parser.parse(
            file(
                field(3, text(UTF8, "31/02/2000")),
                field(11, text(UTF8, "1950")),
                field(1, text(UTF8, "12345"))));
    assertThat(data.birth()).isEmpty();
    assertThat(data.issued()).isEmpty();
    assertThat(data.number()).isEmpty();
  }

  @Test
  void refusesBrokenLettersAndEndlessOnes() {
    byte[] brokenUtf8 = tlv(UTF8, new byte[] {'A', (byte) 0xC3});
    byte[] notAscii = tlv(PRINTABLE, new byte[] {(byte) 0xE1, (byte) 0xBA, (byte) 0xA7});
    assertThatThrownBy(() -> parser.parse(file(field(2, brokenUtf8))))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> parser.parse(file(field(2, notAscii))))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> parser.parse(file(field(2, text(UTF8, "a".repeat(600))))))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesTextsThatGrowTooLongAndReplacesLineSeparators() throws Exception {
    byte[] grows = file(field(2, text(UTF8, "\uD834\uDD60".repeat(200))));
    assertThatThrownBy(() -> parser.parse(grows)).isInstanceOf(MalformedException.class);
    assertThat(parser.parse(file(field(2, text(UTF8, "Mai\u2028\u2029Lan")))).name())
        .contains("Mai Lan");
  }

  @Test
  void refusesATowerOfNestedObjects() {
    byte[] inner = text(UTF8, "x");
    for (int i = 0; i < 50; i++) {
      inner = tlv(0x30, inner);
    }
    byte[] tower = inner;
    assertThatThrownBy(() -> parser.parse(tlv(0x6D, tower))).isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> parser.parse(file(field(13, tower))))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesEveryTruncation() {
    byte[] whole = SimulatedCitizens.a().dg13();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> parser.parse(cut)).isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void neverFailsInAnotherWayOnFlippedBytes() {
    Random random = new Random(13);
    byte[] whole = SimulatedCitizens.b().dg13();
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] flipped = whole.clone();
      for (int k = 0; k < 3; k++) {
        flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(parser.parse(flipped)).isNotNull();
      } catch (MalformedException expected) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1, 5_000);
  }

  @Test
  void takesLettersThatStandAsPlainBytes() throws Exception {
    assertThat(parser.parse(file(field(2, text(0x04, "Đinh Thị Mai")))).name())
        .contains("Đinh Thị Mai");
  }
}
