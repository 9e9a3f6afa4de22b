package vn.motcua.kiosk.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.scanner.chip.ChipRecord;
import vn.motcua.scanner.chip.Mrz;
import vn.motcua.scanner.chip.NationalData;
import vn.motcua.scanner.chip.ReadCost;
import vn.motcua.scanner.chip.Sex;
import vn.motcua.scanner.chip.Trust;
import vn.motcua.scanner.chip.TrustVerdict;

class CitizensTest {
  private static final LocalDate BIRTH = LocalDate.of(1991, 3, 12);
  private static final TrustVerdict VERIFIED = Verdicts.of(Trust.VERIFIED);

  private static ChipRecord chip(
      String number, String surname, String given, String name, Sex sex) {
    Mrz mrz =
        new Mrz(
            "ID",
            "VNM",
            number,
            number.substring(3),
            surname,
            given,
            Optional.of(BIRTH),
            sex,
            Optional.empty(),
            "VNM");
    Optional<NationalData> national =
        name.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new NationalData(
                    Optional.of(number),
                    Optional.of(name),
                    Optional.of(BIRTH),
                    Optional.of(sex == Sex.FEMALE ? "Nữ" : "Nam"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("Sơn Tây"),
                    Optional.empty(),
                    Optional.of(LocalDate.of(2022, 5, 18)),
                    Optional.of("12/03/2031"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
    return record(mrz, national);
  }

  private static ChipRecord record(Mrz mrz, Optional<NationalData> national) {
    return new ChipRecord(
        mrz,
        national,
        Optional.empty(),
        VERIFIED,
        Optional.empty(),
        new ReadCost(1, 1, 1, Map.of(), "PACE-CAN"));
  }

  private static final ChipRecord MAI =
      chip("051191407263", "DINH", "THI MAI", "Đinh Thị Mai", Sex.FEMALE);

  private static CitizenQr qr(String text) {
    return CitizenQr.read(text).orElseThrow();
  }

  @Test
  void takesEachFieldFromTheChip() {
    Citizen citizen = Citizens.of(MAI).orElseThrow();
    assertThat(citizen.name()).isEqualTo(new Field<>("Đinh Thị Mai", FieldSource.CHIP));
    assertThat(citizen.female()).contains(new Field<>(true, FieldSource.CHIP));
    assertThat(citizen.expiry()).contains(new Field<>(LocalDate.of(2031, 3, 12), FieldSource.CHIP));
    assertThat(citizen.trust()).contains(VERIFIED);
    assertThat(citizen.differences()).isEmpty();
  }

  @Test
  void namesEveryDifferenceBetweenChipAndQr() {
    String same = "051191407263||ĐINH THỊ MAI|12031991|Nữ|Nơi khác|18052022";
    assertThat(Citizens.of(MAI, Optional.of(qr(same))).orElseThrow().differences()).isEmpty();
    assertThat(differences(same.replace("407263", "407264"))).containsExactly("NUMBER");
    assertThat(differences(same.replace("MAI", "MẠI"))).containsExactly("NAME");
    assertThat(differences(same.replace("12031991", "13031991"))).containsExactly("BIRTH");
    assertThat(differences(same.replace("Nữ", "Nam"))).containsExactly("SEX");
  }

  private static List<String> differences(String text) {
    return Citizens.of(MAI, Optional.of(qr(text))).orElseThrow().differences();
  }

  @Test
  void seesANumberThatDoesNotFitBirthOrSex() {
    assertThat(differencesOf("051091407263")).containsExactly("NUMBER_SEX");
    assertThat(differencesOf("051391407263")).containsExactly("NUMBER_SEX");
    assertThat(differencesOf("051192407263")).containsExactly("NUMBER_YEAR");
    assertThat(differencesOf("051191407263")).isEmpty();
  }

  private static List<String> differencesOf(String number) {
    return Citizens.of(chip(number, "DINH", "THI MAI", "Đinh Thị Mai", Sex.FEMALE))
        .orElseThrow()
        .differences();
  }

  @Test
  void comparesTheMachineReadableNameWithoutMarks() {
    assertThat(
            Citizens.of(chip("066191538174", "", "HLUIN KBRIENG", "H'Lưin Kbriêng", Sex.FEMALE))
                .orElseThrow()
                .differences())
        .isEmpty();
    assertThat(
            Citizens.of(chip("066191538174", "KBRIENG", "HLUIN", "H'Lưin Kbriêng", Sex.FEMALE))
                .orElseThrow()
                .differences())
        .isEmpty();
    assertThat(
            Citizens.of(
                    chip("051191407263", "DANG", "VU TRUONG", "Đặng Vũ Trường Thưởng", Sex.FEMALE))
                .orElseThrow()
                .differences())
        .as("a name that the zone cuts off")
        .isEmpty();
    assertThat(
            Citizens.of(chip("051191407263", "LE", "THI HOA", "Đinh Thị Mai", Sex.FEMALE))
                .orElseThrow()
                .differences())
        .containsExactly("NAME");
  }

  @Test
  void makesDoWithTheZoneAloneAndWithTheQrAlone() {
    Citizen zone =
        Citizens.of(chip("051191407263", "DINH", "THI MAI", "", Sex.UNSPECIFIED)).orElseThrow();
    assertThat(zone.name()).isEqualTo(new Field<>("DINH THI MAI", FieldSource.ZONE));
    assertThat(zone.female()).isEmpty();
    Citizen code = Citizens.of(qr("051191407263||Đinh Thị Mai|12031991|Nam|Sơn Tây|18052022"));
    assertThat(code.number().source()).isEqualTo(FieldSource.QR);
    assertThat(code.trust()).isEmpty();
    assertThat(code.differences()).containsExactly("NUMBER_SEX");
  }

  @Test
  void aNameOfTheZoneIsSpelledAsTheQrOfTheSameCardSpellsIt() {
    ChipRecord zone = chip("051191407263", "DINH", "THI MAI", "", Sex.FEMALE);
    String own = "051191407263||Đinh Thị Mai|12031991|Nữ|Sơn Tây|18052022";
    Citizen spelled = Citizens.of(zone, Optional.of(qr(own))).orElseThrow();
    assertThat(spelled.name()).isEqualTo(new Field<>("Đinh Thị Mai", FieldSource.QR));
    assertThat(spelled.differences()).isEmpty();
    Citizen other =
        Citizens.of(zone, Optional.of(qr(own.replace("Đinh Thị Mai", "Lê Thị Hoa")))).orElseThrow();
    assertThat(other.name()).isEqualTo(new Field<>("DINH THI MAI", FieldSource.ZONE));
    assertThat(other.differences()).containsExactly("NAME");
    Citizen anotherCard =
        Citizens.of(zone, Optional.of(qr(own.replace("407263", "407264")))).orElseThrow();
    assertThat(anotherCard.name().source()).isEqualTo(FieldSource.ZONE);
    assertThat(anotherCard.differences()).containsExactly("NUMBER");
  }

  @Test
  void aChipWithoutNumberIsNobody() {
    Mrz mrz =
        new Mrz(
            "ID",
            "VNM",
            "",
            "191407263",
            "DINH",
            "MAI",
            Optional.of(BIRTH),
            Sex.FEMALE,
            Optional.empty(),
            "VNM");
    assertThat(Citizens.of(record(mrz, Optional.empty()))).isEmpty();
  }
}
