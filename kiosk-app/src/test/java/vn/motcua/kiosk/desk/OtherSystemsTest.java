package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.citizen.Field;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.kiosk.citizen.Verdicts;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Progress;
import vn.motcua.kiosk.source.HttpSource;
import vn.motcua.kiosk.source.LyingServer;
import vn.motcua.kiosk.source.SourceAnswer;
import vn.motcua.kiosk.source.StageSource;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.Trust;

/** What opens a dossier of the province's, asked over a real socket, and what never does. */
class OtherSystemsTest {
  private static final Clock CLOCK = Samples.at("2026-11-26T09:00:00");
  private static final String NUMBER = "051191407263";
  private static final DossierCode THEIRS = new DossierCode("H48.25-261120-0001");
  private static final DossierCode UNKNOWN = new DossierCode("H48.25-261120-0009");
  private static final Duration PACE = Duration.ofMillis(300);

  @TempDir Path dir;
  private DataFolder data;
  private DossierStore store;
  private StoreMemory memory;
  private LyingServer server;
  private HttpSource source;
  private LookupDesk desk;
  private DossierCode ours;

  @BeforeEach
  void open() throws Exception {
    data = DataFolder.open(dir.resolve("data"));
    store = DossierStore.open(data, CLOCK);
    memory = new StoreMemory(store, CLOCK);
    server = new LyingServer();
    Path mapping =
        Files.writeString(dir.resolve("m.json"), "{\"proofs\": [\"number6\", \"phone6\"]}");
    source =
        HttpSource.open(
            "hệ thống của tỉnh",
            "http://127.0.0.1:" + server.port() + "/",
            mapping,
            data.keys(),
            memory,
            CLOCK);
    desk =
        new LookupDesk(
            store,
            Samples.CALENDAR,
            new CallDesk(CLOCK),
            CLOCK,
            new OtherSystems(List.of(source), PACE),
            Resources.procedures(),
            ProofRules.USUAL);
    ours = Samples.receive(store, CLOCK, Samples.party("051091000001", "Người Khác"));
    server.answers(LyingServer.http("200 OK", body(THEIRS)));
  }

  @AfterEach
  void close() throws Exception {
    source.close();
    server.close();
    store.close();
    data.close();
  }

  private static String body(DossierCode code) {
    return """
    {"error_code": 0, "result": {"MaHoSo": "%s", "TenTTHC": "Cấp giấy phép xây dựng",
     "ChuHoSo": "Hồ Thị Lành", "SoGiayTo": "%s", "SoDienThoai": "0912 345 678",
     "NgayTiepNhan": "20261120083000", "NgayHenTra": "20261130170000", "TrangThaiHoSo": 4,
     "DonViXuLy": "Sở Xây dựng"}}
    """
        .formatted(code, NUMBER);
  }

  private void nobodyKnows() {
    server.answers(LyingServer.http("200 OK", "{\"error_code\": 0, \"result\": null}"));
  }

  private static Citizen card(String number, Trust trust) {
    return new Citizen(
        new Field<>(new CitizenNumber(number), FieldSource.CHIP),
        new Field<>("Hồ Thị Lành", FieldSource.CHIP),
        new Field<>(LocalDate.of(1991, 3, 12), FieldSource.CHIP),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Verdicts.of(trust)),
        List.of());
  }

  private static DossierView only(LookupAnswer answer) {
    assertThat(answer).isInstanceOf(LookupAnswer.Opened.class);
    List<DossierView> views = ((LookupAnswer.Opened) answer).dossiers();
    assertThat(views).hasSize(1);
    return views.getFirst();
  }

  @Test
  void theLastSixDigitsOfNumberOrTelephoneOpenIt() throws FaultException {
    for (String proof : List.of("407263", "345678", "34 56 78")) {
      LookupSession session = desk.begin("T1");
      DossierView view = only(session.byTyped(THEIRS.value(), proof));
      assertThat(view.source()).contains("hệ thống của tỉnh");
      assertThat(view.asOf()).isEqualTo(LocalDateTime.of(2026, 11, 26, 9, 0));
      assertThat(view.dossier().procedure().shortName()).isEqualTo("Cấp giấy phép xây dựng");
      assertThat(view.dossier().holder()).isEqualTo("Sở Xây dựng");
      assertThat(view.progress()).isInstanceOf(Progress.InTime.class);
      assertThat(view.viewings()).as("written down before it is shown").isNotEmpty();
      assertThat(session.open(THEIRS)).isPresent();
      session.end();
      assertThat(session.open(THEIRS)).isEmpty();
    }
  }

  @Test
  void unknownAndWrongAreTheSameInAnswerAndTime() throws FaultException {
    LookupAnswer wrong = desk.begin("T1").byTyped(THEIRS.value(), "111111");
    nobodyKnows();
    LookupSession session = desk.begin("T1");
    long begin = System.nanoTime();
    LookupAnswer unknown = session.byTyped(UNKNOWN.value(), "111111");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(PACE);
    assertThat(unknown).isEqualTo(wrong).isEqualTo(new LookupAnswer.Refused(4));
    int before = server.requests();
    assertThat(session.byTyped(ours.value(), "222222"))
        .as("ours with a wrong secret")
        .isEqualTo(new LookupAnswer.Refused(3));
    assertThat(server.requests()).as("is asked for as well").isEqualTo(before + 1);
    for (String nothing : List.of("", "   ", "----", "x".repeat(200))) {
      assertThat(desk.begin("T1").byTyped(THEIRS.value(), nothing))
          .isEqualTo(new LookupAnswer.Refused(4));
    }
  }

  @Test
  void whereTheProvinceCannotBeAskedNobodySaysThatThereIsNone() throws FaultException {
    server.answers("");
    for (DossierCode code : List.of(UNKNOWN, THEIRS, ours)) {
      assertThat(desk.begin("T1").byTyped(code.value(), "222222"))
          .as("unknown, theirs or ours")
          .isEqualTo(new LookupAnswer.RefusedUnasked(4));
    }
    assertThat(desk.begin("T1").byTyped(ours.value(), Samples.SECRET.value()))
        .as("our own opens without them")
        .isInstanceOf(LookupAnswer.Opened.class);
  }

  @Test
  void offlineTheLastKnownAnswerIsShownWithItsAge() throws FaultException {
    LocalDateTime then = LocalDateTime.of(2026, 11, 25, 16, 0);
    SourceAnswer.Found now = (SourceAnswer.Found) source.ask(THEIRS);
    server.answers("");
    memory.forgetBefore("hệ thống của tỉnh", LocalDateTime.of(2027, 1, 1, 0, 0));
    memory.put(
        "hệ thống của tỉnh",
        List.of(new SourceAnswer.Found("hệ thống của tỉnh", then, now.dossier())));
    DossierView view = only(desk.begin("T1").byTyped(THEIRS.value(), "407263"));
    assertThat(view.asOf()).isEqualTo(then);
  }

  @Test
  void theOwnersProvenCardOpensItAndNoOther() throws FaultException {
    source.ask(THEIRS);
    LookupSession session = desk.begin("T1");
    assertThat(only(session.byCard(card(NUMBER, Trust.VERIFIED))).dossier().code())
        .isEqualTo(THEIRS);
    LookupAnswer none = desk.begin("T1").byCard(card("051191407264", Trust.VERIFIED));
    assertThat(none).isEqualTo(new LookupAnswer.Opened(List.of()));
    assertThat(desk.begin("T1").byCard(card(NUMBER, Trust.NOT_VERIFIABLE)))
        .isInstanceOf(LookupAnswer.NeedsMore.class);
    assertThat(only(desk.begin("T1").confirmedBy("Hà", card(NUMBER, Trust.NOT_VERIFIABLE))))
        .isNotNull();
    memory.forgetBefore("hệ thống của tỉnh", LocalDateTime.of(2027, 1, 1, 0, 0));
    assertThat(only(session.byTyped(THEIRS.value(), "nothing")).dossier().code())
        .as("a code alone, after the owner's card in the same visit")
        .isEqualTo(THEIRS);
  }

  @Test
  void whatIsOursOpensByOurSecretAloneWhateverOthersSay() {
    server.answers(LyingServer.http("200 OK", body(ours)));
    assertThat(desk.begin("T1").byTyped(ours.value(), "407263"))
        .isEqualTo(new LookupAnswer.Refused(4));
  }

  @Test
  void aCodeThatWasTriedTooOftenStaysShut() {
    WrongTries tries = new WrongTries(() -> 0);
    for (int i = 0; i < WrongTries.MOST; i++) {
      assertThat(tries.mayTry(THEIRS)).isTrue();
      tries.wrong(THEIRS);
    }
    assertThat(tries.mayTry(THEIRS)).isFalse();
    assertThat(tries.mayTry(UNKNOWN)).isTrue();
    long[] now = {0};
    WrongTries later = new WrongTries(() -> now[0]);
    for (int i = 0; i < WrongTries.MOST; i++) {
      later.wrong(THEIRS);
    }
    now[0] = Duration.ofHours(25).toNanos();
    assertThat(later.mayTry(THEIRS)).isTrue();
  }

  @Test
  void ourOwnStoreIsASourceLikeTheOthers() throws FaultException {
    StageSource own = new OwnStoreSource("Trung tâm", store, CLOCK);
    SourceAnswer.Found found = (SourceAnswer.Found) own.ask(ours);
    assertThat(found.source()).isEqualTo("Trung tâm");
    assertThat(found.dossier().ownerName()).isEqualTo("Người Khác");
    assertThat(found.dossier().progress()).hasSize(1);
    assertThat(own.ask(UNKNOWN)).isInstanceOf(SourceAnswer.NotKnown.class);
    assertThat(own.ofOwner(new CitizenNumber("051091000001"))).containsExactly(found);
    assertThat(own.ofOwner(new CitizenNumber(NUMBER))).isEmpty();
    assertThat(own.proofs()).isEmpty();
  }

  @Test
  void whatWasSaidIsSealed() throws Exception {
    source.ask(THEIRS);
    store.close();
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(dir.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    assertThat(all.toString()).doesNotContain("Lành", NUMBER, "0912", THEIRS.value());
    store = DossierStore.open(data, CLOCK);
  }
}
