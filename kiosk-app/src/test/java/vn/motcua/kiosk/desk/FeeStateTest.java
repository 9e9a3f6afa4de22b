package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.FeeRule;
import vn.motcua.kiosk.dossier.Fees;
import vn.motcua.kiosk.dossier.Payment;
import vn.motcua.kiosk.dossier.Relief;
import vn.motcua.kiosk.payment.PaymentAccount;
import vn.motcua.kiosk.payment.VietQr;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;

/** What a citizen may know of the money: asked for, waited for, seen. */
class FeeStateTest {
  private static final Clock CLOCK = Samples.at("2026-11-26T09:00:00");

  @TempDir Path folder;

  @Test
  void itWaitsWithACodeUntilSomebodyHasSeenTheMoney() throws Exception {
    try (DataFolder data = DataFolder.open(folder);
        DossierStore store = DossierStore.open(data, CLOCK)) {
      DossierCode code = Samples.receive(store, CLOCK, Samples.party("051200000001", "Y Thử"));
      PaymentDesk payments =
          new PaymentDesk(store, new PaymentAccount("970436", "0011001932418"), CLOCK);
      Dossier dossier = store.find(code).orElseThrow();
      assertThat(state(store, payments, code).kind())
          .isEqualTo(dossier.fee() == 0 ? FeeState.Kind.NONE : FeeState.Kind.UNPAID);
      long fee = Math.max(8_000, dossier.fee());
      Payment payment = payments.ask(code, fee).orElseThrow().payment();
      assertThat(state(store, payments, code))
          .satisfies(state -> {
            assertThat(state.kind()).isEqualTo(FeeState.Kind.AWAITED);
            assertThat(state.amount()).isEqualTo(fee);
            assertThat(VietQr.read(state.vietQr().orElseThrow()).orElseThrow().amount())
                .contains(fee);
          });
      payments.confirm(payment, "Cán bộ Hai");
      assertThat(state(store, payments, code))
          .satisfies(state -> {
            assertThat(state.kind()).isEqualTo(FeeState.Kind.PAID);
            assertThat(state.vietQr()).isEmpty();
          });
      assertThat(
              new LookupDesk(store, Samples.CALENDAR, new CallDesk(CLOCK), CLOCK)
                  .view(code)
                  .orElseThrow()
                  .fee()
                  .kind())
          .isEqualTo(FeeState.Kind.PAID);
    }
  }

  @Test
  void whatWasTakenOffAtReceptionIsReadBackFromItsSentence() {
    Relief relief =
        new Relief(
            List.of(),
            Relief.Ground.ELDERLY,
            OptionalInt.of(50),
            LocalDate.of(2026, 1, 1),
            Optional.empty(),
            "NQ 12/2026 (của tỉnh)");
    FeeRule rule =
        new FeeRule(
            "Lệ phí",
            8_000,
            FeeRule.Per.CASE,
            LocalDate.of(2026, 1, 1),
            Optional.empty(),
            List.of(),
            "NQ 12/2026");
    FeeQuote quote =
        new FeeQuote(
            4_000, List.of(new Fees.Line(rule, 1, 8_000, 4_000, Optional.of(relief), List.of())));
    assertThat(FeeQuote.granted(quote.note().orElseThrow()))
        .containsExactly(new FeeQuote.Granted(50, Relief.Ground.ELDERLY));
    assertThat(FeeQuote.granted("50 % (người cao tuổi; bịa)")).isEmpty();
    assertThat(FeeQuote.granted("")).isEmpty();
  }

  private static FeeState state(DossierStore store, PaymentDesk payments, DossierCode code)
      throws Exception {
    List<DossierEvent> events = store.events(code);
    return FeeState.of(
        store.find(code).orElseThrow(), payments.payments(code), payments::vietQr, events);
  }
}
