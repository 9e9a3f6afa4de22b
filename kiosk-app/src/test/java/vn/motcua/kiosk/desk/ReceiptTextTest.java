package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the receipt says of how the day was counted. */
class ReceiptTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-08T08:10|0|''",
        "2026-12-08T15:05|0|Nhận sau giờ nên trả trong ngày làm việc sau.",
        "2026-12-11T15:05|0|Nhận sau giờ nên trả trong ngày làm việc sau. Không tính thứ Bảy, Chủ nhật.",
        "2026-12-14T08:10|3|Không tính ngày nhận.",
        "2026-12-14T17:30|1|Nhận ngoài giờ nên coi là nhận 15/12/2026. Không tính ngày nhận.",
        "2026-11-20T08:10|3|Không tính ngày nhận, thứ Bảy, Chủ nhật, nghỉ lễ Ngày Văn hóa Việt Nam.",
        "2026-12-30T08:10|3|Không tính ngày nhận, nghỉ lễ Tết Dương lịch, thứ Bảy, Chủ nhật. Ngày tạm tính.",
      })
  void saysWhatIsNotCountedInWordsThatHold(String received, int days, String said) {
    assertThat(ReceiptText.explanation(Samples.CALENDAR.due(LocalDateTime.parse(received), days)))
        .isEqualTo(said);
  }
}
