package vn.motcua.kiosk.ui.citizen.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.AppFaults;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenQr;
import vn.motcua.kiosk.citizen.Citizens;
import vn.motcua.kiosk.citizen.Field;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.desk.CitizenDesks;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.Draft;
import vn.motcua.kiosk.desk.DraftField;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.desk.TestStaff;
import vn.motcua.kiosk.dossier.DraftCode;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Drafts;
import vn.motcua.kiosk.ui.citizen.CitizenTexts;
import vn.motcua.kiosk.ui.citizen.Note;
import vn.motcua.kiosk.ui.citizen.Page;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.keyboard.Manner;
import vn.motcua.kiosk.ui.kit.keyboard.ToneMark;
import vn.motcua.kiosk.ui.kit.keyboard.ToneStyle;
import vn.motcua.kiosk.ui.kit.keyboard.TypingMethod;
import vn.motcua.scanner.FaultException;

/** The room without a window: from the first question to the code for the counter. */
class PapersModelTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Clock CLOCK =
      Clock.fixed(LocalDateTime.parse("2026-11-26T09:00").atZone(ZONE).toInstant(), ZONE);
  private static final Centre CENTRE =
      new Centre("Xã Sơn Tây", "Trung tâm", "tỉnh Quảng Ngãi", "H48.025.16", "0255 000 000", "3");
  private static final String CARD =
      "051191407263||Đinh Thị Mai|12031991|Nữ|Thôn Huy Măng, xã Sơn Tây|01012024";

  @TempDir Path root;
  private DataFolder folder;
  private DossierStore store;
  private CitizenDesks desks;
  private final FakeTerminal terminal = new FakeTerminal();
  private final List<Runnable> timers = new ArrayList<>();
  private final Texts texts = CitizenTexts.with(AppFaults.sentences());
  private PapersModel model;

  @BeforeEach
  void open() throws Exception {
    folder = DataFolder.open(root);
    store = DossierStore.open(folder, CLOCK);
    desks = TestStaff.citizens(store, folder, new ScanDesk(List.of(), folder, store, CLOCK), CLOCK);
    model =
        new PapersModel(
            terminal,
            new Background(Runnable::run),
            desks,
            new PhoneText(texts, CENTRE),
            this::later,
            CLOCK);
    terminal.onHome = model::forget;
    model.enter(Manner.USUAL);
  }

  private vn.motcua.kiosk.ui.kit.Timers.Timer later(Duration delay, Runnable action) {
    assertThat(delay).isEqualTo(SlideShow.STANDS);
    timers.add(action);
    return () -> timers.remove(action);
  }

  @AfterEach
  void close() {
    store.close();
    folder.close();
  }

  private <P extends PapersPage> P page(Class<P> kind) {
    return kind.cast(terminal.state().page());
  }

  private void type(String keys) {
    keys.chars().forEach(key -> model.key((char) key));
  }

  private Procedure birth() {
    return desks.papers().find("1.001193").orElseThrow();
  }

  @Test
  void everyEventHasProceduresAndTheyLeadToWhatTheyNeed() {
    for (LifeEvent event : LifeEvent.values()) {
      model.open(event);
      assertThat(page(PapersPage.OfEvent.class).found()).as(event.name()).isNotEmpty();
    }
    model.choose(birth());
    assertThat(page(PapersPage.Needed.class).needs().procedure()).isEqualTo(birth());
    assertThat(model.back(terminal.state().page())).isTrue();
    assertThat(page(PapersPage.OfEvent.class).event()).isEqualTo(LifeEvent.SUPPORT);
    assertThat(model.back(terminal.state().page())).isTrue();
    assertThat(terminal.state().page()).isEqualTo(new PapersPage.Events());
    assertThat(model.back(terminal.state().page())).as("from here it is home").isFalse();
  }

  @Test
  void everydayWordsFindAProcedureWithAndWithoutMarks() {
    for (String words : List.of("khai sinh", "khai sinh ", "sinh con", "ks", "kết hôn")) {
      model.find();
      type(words.equals("kết hôn") ? "keets hoon" : words);
      assertThat(page(PapersPage.Find.class).typed().ended()).isEqualTo(words.strip());
      assertThat(page(PapersPage.Find.class).found().getFirst().code())
          .as(words)
          .isEqualTo(words.equals("kết hôn") ? "1.000894" : "1.001193");
    }
    model.find();
    type("qqzzx");
    assertThat(page(PapersPage.Find.class).found()).isEmpty();
    model.erase();
    model.choose(birth());
    model.back(terminal.state().page());
    assertThat(page(PapersPage.Find.class).typed().text())
        .as("the words still stand")
        .isEqualTo("qqzz");
  }

  @Test
  void theWayOfTypingIsKeptAndCanBeChanged() {
    model.find();
    model.manner(new Manner(TypingMethod.VNI, ToneStyle.MAIN));
    type("hoa2 ");
    model.write("ê");
    model.tone(ToneMark.DOT);
    assertThat(page(PapersPage.Find.class).typed().text()).isEqualTo("hoà ệ");
    model.enter(Manner.USUAL);
    model.find();
    assertThat(page(PapersPage.Find.class).manner()).as("the next person").isEqualTo(Manner.USUAL);
  }

  @Test
  void thePhoneGetsTheListOrTheCentresPage() {
    PhoneText phone = new PhoneText(texts, CENTRE);
    for (Procedure procedure : desks.papers().search("")) {
      var needs = desks.papers().needs(procedure);
      String text = phone.of(needs, "");
      assertThat(text.getBytes(StandardCharsets.UTF_8))
          .hasSizeLessThanOrEqualTo(PhoneText.MOST_BYTES);
      assertThat(text)
          .contains(procedure.shortName(), procedure.code(), "Xã Sơn Tây", "0255 000 000");
      assertThat(phone.lines(needs)).hasSize(procedure.papers().size() + 5);
    }
    assertThat(phone.of(desks.papers().needs(birth()), "https://x.example/{0}.html"))
        .isEqualTo("https://x.example/1.001193.html");
  }

  @Test
  void whatIsNotConfirmedIsSaid() {
    NeedsWords words = new NeedsWords(texts, desks.papers().needs(birth()));
    assertThat(words.unconfirmed()).contains("giấy tờ", "lệ phí", "số ngày");
    assertThat(words.fee()).isEqualTo("Không thấy ghi phải nộp tiền.");
    assertThat(words.days()).isEqualTo("Làm xong trong ngày. Nộp bây giờ thì hẹn thứ Năm, 26/11.");
    NeedsWords residence =
        new NeedsWords(texts, desks.papers().needs(desks.papers().find("1.004222").orElseThrow()));
    assertThat(residence.fee()).startsWith("Lệ phí 20.000 đ. Giảm cho: ");
    assertThat(residence.days()).startsWith("7 ngày làm việc. Nộp bây giờ thì hẹn thứ Hai, 07/12");
  }

  @Test
  void aTypedDraftIsKeptAndNothingOfItStaysHere() throws Exception {
    model.draft().prepare(desks.papers().needs(birth()));
    model.draft().forWhom(true);
    model.draft().type();
    assertThat(page(PapersPage.Ask.class).question()).isEqualTo(DraftQuestion.OWNER_NAME);
    type("H'Hen Niee");
    model.enter();
    model.draft().skip(); // the birth of the child
    type("DDinh Thij Mai");
    model.enter();
    assertThat(page(PapersPage.Ask.class).question()).isEqualTo(DraftQuestion.NUMBER);
    type("0511914072");
    model.enter();
    assertThat(page(PapersPage.Ask.class).refused()).as("ten digits").isTrue();
    type("63");
    model.enter();
    type("31022000");
    model.enter();
    assertThat(page(PapersPage.Ask.class).refused()).as("no such day").isTrue();
    for (int i = 0; i < 8; i++) {
      model.erase();
    }
    type("12031991x");
    model.enter();
    model.draft().skip(); // the address
    type("0905000000");
    model.enter();

    PapersPage.Check check = page(PapersPage.Check.class);
    assertThat(check.canScan()).isFalse();
    Draft draft = check.draft();
    model.draft().handOut();
    PapersPage.Handed handed = page(PapersPage.Handed.class);
    assertThat(handed.kept().lastDay()).isEqualTo(LocalDate.of(2026, 12, 1));
    model.draft().change(DraftQuestion.NAME);
    assertThat(terminal.state().page()).as("nothing is there to change").isEqualTo(handed);
    assertThat(model.back(handed)).isFalse();

    Draft taken = desks.drafts().take(handed.kept().code()).draft();
    assertThat(taken).isEqualTo(draft);
    assertThat(taken.applicant().fields())
        .containsEntry(DraftField.NAME, new Field<>("Đinh Thị Mai", FieldSource.TYPED))
        .containsEntry(DraftField.BIRTH, new Field<>("12/03/1991", FieldSource.TYPED))
        .containsEntry(DraftField.PHONE, new Field<>("0905000000", FieldSource.TYPED))
        .doesNotContainKey(DraftField.ADDRESS);
    assertThat(taken.owner().orElseThrow().fields())
        .containsOnlyKeys(DraftField.NAME)
        .containsEntry(DraftField.NAME, new Field<>("H'Hen Niê", FieldSource.TYPED));
  }

  @Test
  void theCardFillsItAndAChangedFieldIsTypedThen() {
    model.draft().prepare(desks.papers().needs(birth()));
    model.draft().forWhom(false);
    model.draft().useCard();
    Citizen mai = Citizens.of(CitizenQr.read(CARD).orElseThrow());
    terminal.taker.orElseThrow().accept(mai);
    assertThat(page(PapersPage.Ask.class).question()).isEqualTo(DraftQuestion.PHONE);
    model.draft().skip();
    model.draft().change(DraftQuestion.NAME);
    assertThat(page(PapersPage.Ask.class).typed().text()).isEqualTo("Đinh Thị Mai");
    model.enter();
    assertThat(page(PapersPage.Check.class).draft().applicant().field(DraftField.NAME))
        .as("looked at and not changed")
        .contains(new Field<>("Đinh Thị Mai", FieldSource.QR));
    model.draft().change(DraftQuestion.BIRTH);
    model.erase();
    type("2");
    model.enter();
    assertThat(page(PapersPage.Check.class).draft().applicant().field(DraftField.BIRTH))
        .contains(new Field<>("12/03/1992", FieldSource.TYPED));
  }

  @Test
  void theSquareCodeOfACardFillsItToo() {
    assertThat(model.scanned(ScannedCode.read(CARD))).as("not here").isFalse();
    model.draft().prepare(desks.papers().needs(birth()));
    model.draft().forWhom(false);
    assertThat(model.scanned(ScannedCode.read(CARD))).isTrue();
    assertThat(page(PapersPage.Ask.class).question()).isEqualTo(DraftQuestion.PHONE);
    DraftCode code = DraftCode.random(new java.util.Random(3));
    assertThat(model.scanned(ScannedCode.read(code.qrText()))).isTrue();
    assertThat(terminal.notes).containsExactly(new Note.OfFault(new DeskFault.DraftOnly()));
  }

  /** A first one typed and went away; the card of the next must not get what is theirs. */
  @Test
  void anotherPersonsCardKeepsNothingOfWhatWasTypedBefore() {
    model.draft().prepare(desks.papers().needs(birth()));
    model.draft().forWhom(false);
    assertThat(model.scanned(ScannedCode.read(CARD))).isTrue();
    type("0905000111");
    model.enter();
    assertThat(page(PapersPage.Check.class).draft().applicant().field(DraftField.PHONE))
        .isPresent();
    model.back(terminal.state().page());
    assertThat(model.scanned(ScannedCode.read(CARD.replace("051191407263", "051191407264"))))
        .isTrue();
    assertThat(page(PapersPage.Ask.class).question()).isEqualTo(DraftQuestion.PHONE);
    assertThat(page(PapersPage.Ask.class).typed().isEmpty()).isTrue();
  }

  @Test
  void whoLeavesLeavesNothing() throws Exception {
    model.draft().prepare(desks.papers().needs(birth()));
    model.draft().forWhom(false);
    model.draft().type();
    type("DDinh");
    model.enter();
    terminal.home();
    terminal.page(new Page.Home());
    model.draft().scanned();
    model.draft().change(DraftQuestion.NAME);
    model.draft().forWhom(true);
    assertThat(terminal.state().page()).isEqualTo(new Page.Home());
    assertThat(new Drafts(store).count()).isZero();
  }

  @Test
  void slidesGoOnByThemselvesAndAsOneLikes() {
    var needs = desks.papers().needs(birth());
    model.explain(needs);
    int count = OwnSlides.of(needs).size();
    assertThat(count).isGreaterThanOrEqualTo(5);
    for (int i = 1; i < count; i++) {
      List.copyOf(timers).forEach(Runnable::run);
      assertThat(page(PapersPage.Slides.class).at()).isEqualTo(i);
    }
    List.copyOf(timers).forEach(Runnable::run);
    assertThat(page(PapersPage.Slides.class).playing()).as("the end").isFalse();
    assertThat(timers).isEmpty();
    model.slides().playOrPause();
    assertThat(page(PapersPage.Slides.class).at()).as("anew").isZero();
    model.slides().backward();
    assertThat(page(PapersPage.Slides.class).at()).isZero();
    model.slides().forward();
    model.slides().playOrPause();
    assertThat(page(PapersPage.Slides.class))
        .isEqualTo(new PapersPage.Slides(needs, List.of(), 1, false));
    model.slides().playOrPause();
    model.back(terminal.state().page());
    assertThat(timers).as("nobody looks any more").isEmpty();
    assertThat(terminal.state().page()).isEqualTo(new PapersPage.Needed(needs));
  }

  @Test
  void everyProcedureHasSlides() {
    for (Procedure procedure : desks.papers().search("")) {
      assertThat(OwnSlides.of(desks.papers().needs(procedure)))
          .as(procedure.name())
          .hasSizeBetween(3, 12);
    }
    assertThat(Optional.of(texts.get("slide.what", "x"))).isPresent();
  }

  @Test
  void aPrinterTellsWhoeverOrderedItAndNobodyWhoComesLater() throws Exception {
    BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    PapersModel slow =
        new PapersModel(
            terminal,
            new Background(screen::add),
            desks,
            new PhoneText(texts, CENTRE),
            this::later,
            CLOCK);
    AtomicInteger sheets = new AtomicInteger();
    for (int i = 0; i < 50; i++) {
      slow.print(sheets::incrementAndGet); // a child
    }
    next(screen).run();
    assertThat(sheets).hasValue(1);
    assertThat(terminal.notes)
        .containsExactly(new Note.Said("note.printing"), new Note.Said("note.printed"));
    slow.print(() -> {
      throw new FaultException(new DeskFault.DraftGone());
    });
    terminal.notes.clear();
    slow.forget();
    next(screen).run();
    assertThat(terminal.notes).as("somebody else stands there").isEmpty();
  }

  private static Runnable next(BlockingQueue<Runnable> screen) throws InterruptedException {
    return java.util.Objects.requireNonNull(screen.poll(30, TimeUnit.SECONDS), "nothing came");
  }
}
