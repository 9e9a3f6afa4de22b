package vn.motcua.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.scanner.FaultException;

class CalendarsTest {
  @TempDir Path folder;

  @Test
  void aYearThatTheGovernmentHasSettledTakesThePlaceOfOurs() throws Exception {
    assertThat(Calendars.with(folder.resolve("none")).isConfirmed(2027)).isFalse();
    Files.writeString(
        folder.resolve("calendar-2027.json"),
        """
        {"year": 2027, "confirmed": true, "revised": "2026-12-20", "note": "thử", "days": [
          {"date": "2027-03-08", "kind": "HOLIDAY", "name": "thử", "source": "thử"}]}
        """);
    WorkingCalendar calendar = Calendars.with(folder);
    assertThat(calendar.isConfirmed(2027)).isTrue();
    assertThat(calendar.isWorkingDay(LocalDate.of(2027, 3, 8))).isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 8))).isTrue();
    assertThat(calendar.isConfirmed(2026)).isTrue();
    assertThat(calendar.hours().closes()).isEqualTo(LocalTime.of(17, 0));
  }

  @Test
  void aFileThatCannotBeUsedIsNamed() throws Exception {
    Files.writeString(folder.resolve("calendar-2027.json"), "{\"year\": 2027}");
    assertThatThrownBy(() -> Calendars.with(folder))
        .isInstanceOf(FaultException.class)
        .extracting(thrown -> ((FaultException) thrown).fault().code())
        .isEqualTo("CALENDAR-FILE");
  }
}
