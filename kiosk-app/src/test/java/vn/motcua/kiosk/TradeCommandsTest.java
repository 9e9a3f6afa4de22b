package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.motcua.kiosk.demo.DemoDossiers;
import vn.motcua.kiosk.demo.DemoDossiers.DemoReceipt;
import vn.motcua.kiosk.dossier.Payment;
import vn.motcua.kiosk.dossier.TicketPriority;
import vn.motcua.kiosk.dossier.TicketService;
import vn.motcua.kiosk.store.Resources;

/** {@code payments} and {@code serials} on real folders. */
class TradeCommandsTest {
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));

  @TempDir Path dir;

  private static House house(Path folder) throws Exception {
    return House.open(folder, CLOCK, (_, _) -> new House.Hardware(List.of(), List.of(), List.of()));
  }

  private JsonNode done(Path data, String... words) {
    return Typed.run(dir, with(data, words)).done();
  }

  private static String[] with(Path data, String... words) {
    List<String> all = new java.util.ArrayList<>(List.of(words));
    all.addAll(List.of("--data", data.toString()));
    return all.toArray(new String[0]);
  }

  @Test
  void theQueueIsToldAndClosed() throws Exception {
    try (House house = house(dir)) {
      var queue = house.desks().hall().queue();
      queue.take(TicketService.SUBMIT, TicketPriority.NONE);
      queue.take(TicketService.ASK, TicketPriority.NONE);
      queue.next("2");
      assertThat(house.desks().hall().slips().canPrint()).as("no printer is set").isFalse();
    }
    JsonNode told = done(dir, "queue");
    assertThat(told.path("waiting").size()).isEqualTo(1);
    assertThat(told.path("called").get(0).path("counter").asString()).isEqualTo("2");
    assertThat(told.path("ratings").path("asked").asInt()).isZero();
    assertThat(done(dir, "queue", "--close").path("closed").asInt()).isEqualTo(2);
  }

  @Test
  void aStatementConfirmsOnceAndWhatIsDoubtfulIsTold(@TempDir Path out) throws Exception {
    Payment first;
    Payment second;
    try (House house = house(dir)) {
      List<DemoReceipt> receipts =
          DemoDossiers.fill(
              house.store(),
              Resources.procedures(),
              Resources.calendar(),
              house.desks().centre(),
              CLOCK,
              7,
              List.of());
      var desk = house.desks().staff().payments();
      first = desk.ask(receipts.get(0).code(), 15_000).orElseThrow().payment();
      second = desk.ask(receipts.get(1).code(), 8_000).orElseThrow().payment();
      assertThat(desk.vietQr(first)).as("no account is set").isEmpty();
    }
    Path mapping =
        Files.writeString(
            out.resolve("bank.map"),
            "separator=comma\nid=Ref\namount=Credit\npurpose=Note\nthousands=none\n");
    Path statement =
        Files.writeString(
            out.resolve("bank.csv"),
            "Ref,Credit,Note\nB1,15000,nop "
                + first.reference()
                + "\nB2,7000,"
                + second.reference()
                + "\nB3,99,khac\n");
    String[] reconcile = {
      "payments", "--statement", statement.toString(), "--mapping", mapping.toString()
    };
    JsonNode found = done(dir, reconcile);
    assertThat(found.get("confirmed").size()).isEqualTo(1);
    assertThat(found.get("confirmed").get(0).get("bankId").asString()).isEqualTo("B1");
    assertThat(found.get("doubtful").get(0).get("why").asString()).isEqualTo("AMOUNT");
    assertThat(found.get("foreign").asInt()).isEqualTo(1);
    assertThat(found.get("waiting").size()).isEqualTo(1);
    JsonNode again = done(dir, reconcile);
    assertThat(again.get("confirmed").size()).isZero();
    Path more =
        Files.writeString(
            out.resolve("more.csv"), "Ref,Credit,Note\nB8,15000," + first.reference() + "\n");
    JsonNode twice =
        done(dir, "payments", "--statement", more.toString(), "--mapping", mapping.toString());
    assertThat(twice.get("foreign").asInt()).isZero();
    assertThat(twice.at("/doubtful/0/why").asString()).isEqualTo("PAID");
    assertThat(twice.at("/doubtful/0/dossiers/0").asString()).isEqualTo(first.code().value());
    Path lacking = Files.writeString(out.resolve("lacking.csv"), "Ref,Note\nB8,x\n");
    Typed heading =
        Typed.run(
            dir,
            with(
                dir,
                "payments",
                "--statement",
                lacking.toString(),
                "--mapping",
                mapping.toString()));
    assertThat(heading.fault()).isEqualTo("PAYMENT-STATEMENT");
    assertThat(heading.json().get("detail").asString()).isEqualTo("column Credit");

    JsonNode one = done(dir, "payments", "--confirm", second.reference(), "--officer", "Y Một");
    assertThat(one.get("waiting").size()).isZero();
    Typed none = Typed.run(dir, with(dir, "payments", "--confirm", second.reference()));
    assertThat(none.fault()).isEqualTo("PAYMENT-NONE");
  }

  @Test
  void aRangeGoesFromOneStoreToAnotherAndNowhereElse(@TempDir Path counter) throws Exception {
    house(dir).close();
    house(counter).close();
    String day = "2026-12-01";
    JsonNode granted =
        done(dir, "serials", "grant", "--site", "Quầy 4", "--count", "20", "--day", day);
    JsonNode range = granted.get("ranges").get(0);
    assertThat(range.get("first").asInt()).isEqualTo(1);
    assertThat(range.get("last").asInt()).isEqualTo(20);
    String[] adopt = {
      "serials", "adopt", "--site", "Quầy 4", "--first", "1", "--last", "20", "--day", day
    };
    assertThat(done(counter, adopt).get("ranges").get(0).get("unused").asInt()).isEqualTo(20);
    assertThat(Typed.run(dir, with(counter, adopt)).fault()).isEqualTo("SERIALS-RANGE");
    assertThat(
            Typed.run(
                    dir,
                    with(counter, "serials", "grant", "--site", "X", "--count", "1", "--day", day))
                .fault())
        .isEqualTo("SERIALS-NOT-OURS");
    adopt[3] = "Quầy 5";
    adopt[5] = "21";
    adopt[7] = "30";
    assertThat(Typed.run(dir, with(counter, adopt)).fault()).isEqualTo("SERIALS-RANGE");
    assertThat(done(counter, "serials", "list", "--day", day).get("ranges").size()).isEqualTo(1);
    assertThat(Typed.run(dir, with(dir, "serials", "grant", "--site", "X", "--count", "0")).exit())
        .isEqualTo(2);
    assertThat(
            Typed.run(dir, with(dir, "serials", "grant", "--site", "X\u001b[2J", "--count", "1"))
                .exit())
        .isEqualTo(2);
    Typed noDay = Typed.run(dir, with(dir, "serials", "list", "--day", "2026-02-30"));
    assertThat(noDay.exit()).isEqualTo(2);
    assertThat(noDay.json().toString()).doesNotContain("java.").contains("--day");
  }
}
