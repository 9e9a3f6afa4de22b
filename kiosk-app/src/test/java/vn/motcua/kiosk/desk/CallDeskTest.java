package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenQr;
import vn.motcua.kiosk.citizen.Citizens;

class CallDeskTest {
  private final CallDesk desk = new CallDesk(Samples.at("2026-11-20T09:00:00"));

  private static Citizen citizen() {
    return Citizens.of(
        CitizenQr.read("051191407263||Đinh Thị Mai|12031991|Nữ|Sơn Tây|18052022").orElseThrow());
  }

  @Test
  void tellsWhoListensAndForgetsWhatWasAnswered() {
    List<List<CallDesk.Call>> told = new ArrayList<>();
    Runnable end = desk.listen(told::add);
    desk.help("T1");
    desk.help("T1");
    assertThat(desk.open()).hasSize(1);
    desk.answer(desk.open().getFirst(), "Hà", true);
    assertThat(desk.open()).isEmpty();
    assertThat(told).hasSize(2);
    end.run();
    desk.help("T2");
    assertThat(told).hasSize(2);
  }

  @Test
  void confirmsDeclinesAndWithdraws() {
    CompletableFuture<String> yes = desk.confirm("T1", citizen());
    CompletableFuture<String> no = desk.confirm("T1", citizen());
    List<CallDesk.Call> calls = desk.open();
    desk.answer(calls.get(1), "Hà", false);
    desk.answer(calls.get(0), "Hà", true);
    assertThat(yes).isCompletedWithValue("Hà");
    assertThat(no).isCancelled();

    CompletableFuture<String> left = desk.confirm("T1", citizen());
    desk.forged("T1");
    desk.withdraw("T1");
    assertThat(left).isCancelled();
    assertThat(desk.open()).hasOnlyElementsOfType(CallDesk.Call.ForgedCard.class).hasSize(1);
    desk.answer(calls.get(0), "Hà", true);
  }
}
