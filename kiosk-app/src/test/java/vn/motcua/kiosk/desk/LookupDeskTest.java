package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.citizen.Field;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.kiosk.citizen.Verdicts;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.ProcedureCatalogue;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.Trust;

class LookupDeskTest {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");
  private static final String NUMBER = "051191407263";
  private static final LookupSecret WRONG = new LookupSecret("222223");
  private static final DossierCode UNKNOWN = new DossierCode("H48.125.16-261120-9999");

  @TempDir Path folder;
  private DataFolder data;
  private DossierStore store;
  private CallDesk calls;
  private LookupDesk desk;
  private DossierCode mine;
  private DossierCode other;

  @BeforeEach
  void open() throws FaultException {
    data = DataFolder.open(folder.resolve("data"));
    store = DossierStore.open(data, CLOCK);
    calls = new CallDesk(CLOCK);
    desk = new LookupDesk(store, Samples.CALENDAR, calls, CLOCK);
    mine = Samples.receive(store, CLOCK, Samples.party(NUMBER, "Đinh Thị Mai"));
    other =
        Samples.receive(
            store, CLOCK, Samples.party("051091000001", "Người Khác"), new LookupSecret("ABCDEF"));
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private static Citizen citizen(Optional<Trust> trust, FieldSource source) {
    return new Citizen(
        new Field<>(new CitizenNumber(NUMBER), source),
        new Field<>("Đinh Thị Mai", source),
        new Field<>(LocalDate.of(1991, 3, 12), source),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        trust.map(Verdicts::of),
        List.of());
  }

  @Test
  void codeAndSecretOpenOneDossierAndTheViewIsWrittenDown() throws FaultException {
    LookupSession session = desk.begin("T1");
    LookupAnswer answer =
        session.byTyped(mine.value().toLowerCase(Locale.ROOT).replace('.', ' '), "7k3 mpx");
    assertThat(answer).isInstanceOf(LookupAnswer.Opened.class);
    DossierView view = ((LookupAnswer.Opened) answer).dossiers().getFirst();
    assertThat(view.dossier().code()).isEqualTo(mine);
    assertThat(view.history()).hasSize(1);
    assertThat(view.viewings()).hasSize(1);
    assertThat(session.triesLeft()).isEqualTo(LookupSession.TRIES);
    assertThat(session.open(mine)).isPresent();
    assertThat(session.open(other)).as("only what it has opened").isEmpty();
    assertThat(store.ledger(mine)).hasSize(1).allMatch(entry -> entry.terminal().equals("T1"));
    assertThat(store.ledger(other)).isEmpty();
    session.end();
    assertThat(session.open(mine)).isEmpty();
    assertThat(session.byReceipt(mine, Samples.SECRET)).isEqualTo(new LookupAnswer.TriesUsedUp());
  }

  @Test
  void unknownWrongAndNonsenseLookTheSame() {
    LookupSession session = desk.begin("T1");
    assertThat(session.byReceipt(UNKNOWN, Samples.SECRET)).isEqualTo(new LookupAnswer.Refused(4));
    assertThat(session.byReceipt(mine, WRONG)).isEqualTo(new LookupAnswer.Refused(3));
    assertThat(session.byTyped("'; DROP TABLE dossier; --", "' OR 1=1"))
        .isEqualTo(new LookupAnswer.Refused(2));
    assertThat(session.byReceipt(other, Samples.SECRET))
        .as("another dossier's secret")
        .isEqualTo(new LookupAnswer.Refused(1));
    assertThat(session.byReceipt(mine, WRONG)).isEqualTo(new LookupAnswer.TriesUsedUp());
    assertThat(session.byReceipt(mine, Samples.SECRET))
        .as("the right one comes too late")
        .isEqualTo(new LookupAnswer.TriesUsedUp());
    assertThat(desk.begin("T1").byReceipt(mine, Samples.SECRET))
        .isInstanceOf(LookupAnswer.Opened.class);
  }

  @ParameterizedTest
  @EnumSource(Trust.class)
  void aCardOpensWhatItsTrustAllows(Trust trust) throws FaultException {
    LookupSession session = desk.begin("T1");
    LookupAnswer answer = session.byCard(citizen(Optional.of(trust), FieldSource.CHIP));
    switch (trust) {
      case VERIFIED -> {
        assertThat(((LookupAnswer.Opened) answer).dossiers()).hasSize(1);
        assertThat(session.open(mine)).isPresent();
      }
      case FORGED -> {
        assertThat(answer).isEqualTo(new LookupAnswer.StaffCalled());
        assertThat(calls.open()).hasSize(1);
      }
      default -> assertThat(answer).isInstanceOf(LookupAnswer.NeedsMore.class);
    }
    if (trust != Trust.VERIFIED) {
      assertThat(session.open(mine)).isEmpty();
      assertThat(store.ledger(mine)).isEmpty();
    }
  }

  @Test
  void aQrAloneNeverOpensAndAnOfficerCannotOpenAForgery() throws FaultException {
    LookupSession session = desk.begin("T1");
    assertThat(session.byCard(citizen(Optional.empty(), FieldSource.QR)))
        .isInstanceOf(LookupAnswer.NeedsMore.class);
    assertThat(session.byCard(citizen(Optional.of(Trust.VERIFIED), FieldSource.QR)))
        .isInstanceOf(LookupAnswer.NeedsMore.class);
    assertThat(session.confirmedBy("Hà", citizen(Optional.of(Trust.FORGED), FieldSource.CHIP)))
        .isEqualTo(new LookupAnswer.StaffCalled());
    assertThat(session.confirmedBy("Hà", citizen(Optional.empty(), FieldSource.QR)))
        .isInstanceOf(LookupAnswer.Opened.class);
    assertThat(store.ledger(mine).getFirst().why()).contains("Hà");
  }

  private LookupDesk with(Map<Proof, ProofRules.Opens> wishes) throws FaultException {
    return new LookupDesk(
        store,
        Samples.CALENDAR,
        calls,
        CLOCK,
        OtherSystems.NONE,
        new ProcedureCatalogue(List.of()),
        ProofRules.USUAL.stricter(wishes));
  }

  @Test
  void aStricterCentreOpensLess() throws FaultException {
    Citizen proven = citizen(Optional.of(Trust.VERIFIED), FieldSource.CHIP);
    Citizen unknown = citizen(Optional.of(Trust.SIGNED_UNKNOWN_ISSUER), FieldSource.CHIP);

    LookupSession more = with(Map.of(Proof.CHIP_VERIFIED, ProofRules.Opens.MORE_NEEDED)).begin("T");
    assertThat(more.byCard(proven)).isEqualTo(new LookupAnswer.NeedsMore(proven, true));
    assertThat(more.confirmedBy("Hà", proven)).isInstanceOf(LookupAnswer.Opened.class);

    LookupSession counter =
        with(Map.of(Proof.CHIP_UNKNOWN_ISSUER, ProofRules.Opens.COUNTER)).begin("T");
    assertThat(counter.byCard(unknown)).isEqualTo(new LookupAnswer.AtCounter());
    assertThat(counter.confirmedBy("Hà", unknown)).isEqualTo(new LookupAnswer.AtCounter());
    assertThat(calls.open()).as("nobody is suspected").isEmpty();

    LookupSession alone = with(Map.of(Proof.OFFICER, ProofRules.Opens.COUNTER)).begin("T");
    assertThat(alone.byCard(unknown)).isEqualTo(new LookupAnswer.NeedsMore(unknown, false));
    assertThat(alone.confirmedBy("Hà", unknown)).isEqualTo(new LookupAnswer.AtCounter());

    LookupSession papers = with(Map.of(Proof.RECEIPT, ProofRules.Opens.COUNTER)).begin("T");
    assertThat(papers.byReceipt(mine, Samples.SECRET))
        .as("right and wrong look the same")
        .isEqualTo(papers.byReceipt(mine, WRONG))
        .isEqualTo(new LookupAnswer.AtCounter());
    assertThat(papers.triesLeft()).isEqualTo(LookupSession.TRIES);
  }
}
