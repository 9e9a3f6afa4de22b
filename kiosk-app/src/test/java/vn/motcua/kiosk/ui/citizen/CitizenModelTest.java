package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.desk.CallDesk;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.desk.TestCards;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DraftCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.payment.VietQrTest;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.ScreenThread;
import vn.motcua.kiosk.ui.kit.Sounds;
import vn.motcua.kiosk.ui.kit.TrustLook;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.BarcodeFault;
import vn.motcua.scanner.chip.ChipFault;
import vn.motcua.scanner.chip.ChipStep;
import vn.motcua.scanner.chip.simulated.SimulatedCard;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;

/** Every way through the terminal, without a window, with real desks and a card in software. */
class CitizenModelTest {
  @TempDir Path root;

  private final ScreenThread screen = new ScreenThread();
  private final AtomicInteger beeps = new AtomicInteger();
  private final AtomicInteger buzzes = new AtomicInteger();
  private final Sounds sounds =
      new Sounds() {
        @Override
        public void accepted() {
          beeps.incrementAndGet();
        }

        @Override
        public void refused() {
          buzzes.incrementAndGet();
        }
      };
  private final AtomicInteger wipes = new AtomicInteger();
  private CitizenWorld world;
  private CitizenModel model;

  private void open(boolean withReader, boolean withAnchor) throws Exception {
    world = new CitizenWorld(root, withReader, withAnchor);
    model =
        new CitizenModel(
            world.lookups,
            world.devices,
            world.calls,
            CitizenWorld.TERMINAL,
            new Background(screen),
            screen,
            sounds,
            Optional.empty());
    model.onWipe(wipes::incrementAndGet);
    model.start();
  }

  @AfterEach
  void close() throws Exception {
    model.close();
    world.close();
  }

  private Page page() {
    return model.state().page();
  }

  private <P extends Page> P await(Class<P> kind) {
    screen.await(kind.getSimpleName() + ", there is " + page(), () -> kind.isInstance(page()));
    return kind.cast(page());
  }

  private void type(String text) {
    text.chars().forEach(c -> model.key((char) c));
  }

  @Test
  void aReceiptAtRestLeadsStraightToItsDossier() throws Exception {
    open(true, true);
    DossierCode code = world.threeOfMai().getFirst();
    model.scanned(CitizenWorld.receipt(code));
    Page.OneDossier one = await(Page.OneDossier.class);
    assertThat(one.view().dossier().code()).isEqualTo(code);
    assertThat(one.fromList()).isFalse();
    assertThat(one.visitor()).isEqualTo(Visitor.UNKNOWN);
  }

  @Test
  void qrThenCardOpensTheListAndBeeps() throws Exception {
    open(true, true);
    world.threeOfMai();
    model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI));
    Page.ReadCard card = await(Page.ReadCard.class);
    assertThat(card.sixKnown()).isTrue();
    assertThat(card.lastFour()).contains(CitizenWorld.MAI.number().substring(8));
    world.readers.insert(CitizenWorld.MAI);
    Page.Dossiers list = await(Page.Dossiers.class);
    assertThat(list.dossiers()).hasSize(3);
    assertThat(list.visitor().salutation()).isEqualTo("bà");
    assertThat(list.visitor().name()).contains("Mai");
    assertThat(beeps).as("the code and the card").hasValue(2);
  }

  /** Somebody signs a card of his own with the number and the name of another. */
  @Test
  void anImpostorsOwnCardOpensNothing() throws Exception {
    open(true, true);
    DossierCode victims = world.threeOfMai().getFirst();
    model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI));
    await(Page.ReadCard.class);
    world.readers.insert(CitizenWorld.MAI.card(SimulatedIssuer.create()));
    assertThat(await(Page.NeedsMore.class).proven()).isEqualTo(TrustLook.UNKNOWN_ISSUER);
    model.back();
    model.open(victims);
    screen.await("refused", () -> page() instanceof Page.Help);
    assertThat(world.store.ledger(victims))
        .as("nobody at this terminal has seen it")
        .noneMatch(entry -> entry.terminal().equals(CitizenWorld.TERMINAL));
  }

  /** The chip gives other data than its issuer signed: nothing is shown, staff know at once. */
  @Test
  void aForgedCardOpensNothingAndCallsStaffWithoutSayingSo() throws Exception {
    open(true, true);
    DossierCode victims = world.threeOfMai().getFirst();
    model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI));
    await(Page.ReadCard.class);
    world.readers.insert(forged());
    await(Page.AskAtCounter.class);
    assertThat(model.state().helpAsked()).as("the bearer is told nothing").isFalse();
    assertThat(world.calls.open()).singleElement().isInstanceOf(CallDesk.Call.ForgedCard.class);
    model.leave();
    assertThat(world.calls.open()).as("it stays known").hasSize(1);
    assertThat(world.store.ledger(victims))
        .noneMatch(entry -> entry.terminal().equals(CitizenWorld.TERMINAL));
  }

  private record SomewhereElse() implements RoomPage {}

  private SimulatedCard forged() {
    return CitizenWorld.MAI
        .builder(SimulatedIssuer.shared())
        .file(0x010D, SimulatedCitizens.c().dg13())
        .build();
  }

  @Test
  void aRoomGetsTheCardItAskedForAndIsFoundAgainOnTheWayBack() throws Exception {
    open(true, true);
    AtomicReference<Optional<Citizen>> got = new AtomicReference<>(Optional.empty());
    model.page(new SomewhereElse());
    model.readCard(person -> got.set(Optional.of(person)));
    assertThat(page()).isInstanceOf(Page.ReadCard.class);
    model.back();
    assertThat(page()).isEqualTo(new SomewhereElse());

    model.readCard(person -> got.set(Optional.of(person)));
    model.typeSix();
    type(CitizenWorld.MAI.can());
    world.readers.insert(CitizenWorld.MAI);
    screen.await("the card", () -> got.get().isPresent());
    assertThat(got.get().orElseThrow().number().value().value())
        .isEqualTo(CitizenWorld.MAI.number());
  }

  @Test
  void aForgeryShownToARoomIsToldToStaffAndNotToTheRoom() throws Exception {
    open(true, true);
    AtomicInteger got = new AtomicInteger();
    model.page(new SomewhereElse());
    model.readCard(_ -> got.incrementAndGet());
    model.typeSix();
    type(CitizenWorld.MAI.can());
    world.readers.insert(forged());
    await(Page.AskAtCounter.class);
    assertThat(got).hasValue(0);
    assertThat(world.calls.open()).singleElement().isInstanceOf(CallDesk.Call.ForgedCard.class);
  }

  /** Who has neither receipt nor card is told who can help after some tries. */
  @Test
  void whoLostTheReceiptIsOfferedTheStaff() throws Exception {
    open(true, true);
    DossierCode code = world.threeOfMai().getFirst();
    model.useReceipt();
    type(code.value());
    model.submit();
    for (int left = 4; left >= 1; left--) {
      int now = left;
      type("222222");
      model.submit();
      screen.await(
          "refused",
          () -> page() instanceof Page.TypeSecret secret && secret.triesLeft().orElse(9) == now);
    }
    type("222222");
    model.submit();
    await(Page.TriesUsedUp.class);
    model.callStaff();
    screen.await("called", () -> !world.calls.open().isEmpty());
    model.leave();
    screen.await("withdrawn", () -> world.calls.open().isEmpty());
    model.scanned(CitizenWorld.receipt(code));
    await(Page.OneDossier.class);
  }

  @Test
  void cardFirstAsksForTheQrAndThenReadsAtOnce() throws Exception {
    open(true, true);
    world.readers.insert(SimulatedCitizens.c());
    Page.ReadCard card = await(Page.ReadCard.class);
    assertThat(card.sixKnown()).isFalse();
    model.scanned(CitizenWorld.cardQr(SimulatedCitizens.c()));
    Page.Dossiers list = await(Page.Dossiers.class);
    assertThat(list.dossiers()).isEmpty();
    assertThat(list.visitor().name()).contains(SimulatedCitizens.c().name());
  }

  @Test
  void sixTypedDigitsOpenTheChipToo() throws Exception {
    open(true, true);
    world.threeOfMai();
    world.readers.insert(CitizenWorld.MAI);
    await(Page.ReadCard.class);
    model.typeSix();
    type("A1x");
    assertThat(page()).isEqualTo(new Page.SixDigits("1"));
    model.erase();
    type(CitizenWorld.MAI.can());
    await(Page.Dossiers.class);
  }

  @Test
  void aNameWithoutDiacriticsGreetsNobody() throws Exception {
    open(true, true);
    world.threeOfMai();
    world.readers.insert(CitizenWorld.MAI);
    await(Page.ReadCard.class);
    model.typeSix();
    type(CitizenWorld.MAI.can());
    assertThat(await(Page.Dossiers.class).visitor().name())
        .as("as the dossiers of the same number write it")
        .contains("Mai");
    model.leave();
    world.readers.insert(SimulatedCitizens.b());
    await(Page.ReadCard.class);
    model.typeSix();
    type(SimulatedCitizens.b().can());
    Page.Dossiers none = await(Page.Dossiers.class);
    assertThat(none.dossiers()).isEmpty();
    assertThat(none.visitor().name()).as("nothing says how it is written").isEmpty();
    assertThat(none.visitor().salutation()).isEqualTo("ông");
  }

  @Test
  void aPassportOfAnotherStateIsAnotherCard() throws Exception {
    open(true, true);
    world.readers.insert(TestCards.passport(CitizenWorld.MAI, "123456"));
    await(Page.ReadCard.class);
    model.typeSix();
    type("123456");
    Page.Help help = await(Page.Help.class);
    assertThat(help.fault()).isEqualTo(new ChipFault.NotIdentityCard());
    assertThat(help.next()).isEqualTo(Page.Help.Next.CARD_AGAIN);
  }

  @Test
  void theStepsOnlyEverGoOnAndTheFaceIsNoneOfThem() throws Exception {
    open(true, true);
    List<ChipStep> steps = new ArrayList<>();
    model.listen(now -> {
      if (now.page() instanceof Page.ReadCard page) {
        page.step().filter(step -> !steps.contains(step)).ifPresent(steps::add);
        page.step().ifPresent(step -> assertThat(step).isEqualTo(steps.getLast()));
      }
    });
    model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI));
    world.readers.insert(CitizenWorld.MAI);
    await(Page.Dossiers.class);
    assertThat(steps).isSorted().isSubsetOf(ReadCardView.STEPS).contains(ChipStep.OPEN);
    assertThat(ReadCardView.STEPS)
        .containsExactly(ChipStep.OPEN, ChipStep.READ, ChipStep.PROVE, ChipStep.VERIFY);
  }

  @Test
  void wrongDigitsAreAskedForAgain() throws Exception {
    open(true, true);
    world.readers.insert(CitizenWorld.MAI);
    await(Page.ReadCard.class);
    model.typeSix();
    type("000000");
    Page.Help help = await(Page.Help.class);
    assertThat(help.fault()).isInstanceOf(ChipFault.WrongKey.class);
    assertThat(help.next()).isEqualTo(Page.Help.Next.SIX_DIGITS);
    model.typeSix();
    type(CitizenWorld.MAI.can());
    await(Page.Dossiers.class);
  }

  @Test
  void aCardThatSomebodyElseForgotIsToldAndTheRightOneIsReadByItself() throws Exception {
    open(true, true);
    world.threeOfMai();
    world.readers.insert(SimulatedCitizens.b());
    await(Page.ReadCard.class);
    model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI));
    Page.Help help = await(Page.Help.class);
    assertThat(help.fault()).isInstanceOf(TerminalFault.OtherCard.class);
    assertThat(help.next()).isEqualTo(Page.Help.Next.CARD_AGAIN);
    world.readers.remove();
    world.readers.insert(CitizenWorld.MAI);
    assertThat(await(Page.Dossiers.class).visitor().name()).contains("Mai");
  }

  /** Somebody waits for the card; another one shows theirs. */
  @Test
  void anotherCardsCodeBeginsAnewAndSaysSo() throws Exception {
    open(true, true);
    world.threeOfMai();
    AtomicInteger got = new AtomicInteger();
    model.page(new SomewhereElse());
    model.readCard(_ -> got.incrementAndGet());
    model.scanned(CitizenWorld.cardQr(SimulatedCitizens.b()));
    assertThat(model.state().note()).as("the first code").isEmpty();
    model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI));
    assertThat(await(Page.ReadCard.class).lastFour())
        .contains(CitizenWorld.MAI.number().substring(8));
    assertThat(model.state().note()).contains(new Note.OfFault(new TerminalFault.OtherCode()));
    world.readers.insert(CitizenWorld.MAI);
    assertThat(await(Page.Dossiers.class).visitor().name()).contains("Mai");
    assertThat(got).as("what the first one began").hasValue(0);
    model.back();
    assertThat(page()).isEqualTo(new Page.Home());
  }

  /** The first one's card was read and is not proof enough; the second one must not meet it. */
  @Test
  void whoShowsAnotherCardIsNotLedBackToTheFirstOne() throws Exception {
    open(true, false);
    model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI));
    world.readers.insert(CitizenWorld.MAI);
    assertThat(await(Page.NeedsMore.class).visitor().name()).contains("Mai");
    world.readers.remove();
    model.scanned(CitizenWorld.cardQr(SimulatedCitizens.b()));
    assertThat(model.citizen()).isEmpty();
    model.useReceipt();
    model.back();
    assertThat(page()).isEqualTo(new Page.Home());
  }

  /** The woman's card was read; a man's receipt comes. */
  @Test
  void somebodyElsesReceiptIsNotShownToTheOneWhoseCardWasRead() throws Exception {
    open(true, false);
    DossierCode his =
        world.put("1.004873", Stage.APPRAISAL, PortalStatus.STOPPED, "2026-11-20T09:10");
    model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI));
    world.readers.insert(CitizenWorld.MAI);
    await(Page.NeedsMore.class);
    model.scanned(CitizenWorld.receipt(his));
    assertThat(await(Page.OneDossier.class).visitor()).isEqualTo(Visitor.UNKNOWN);
    assertThat(model.citizen()).isEmpty();
  }

  /** An access number is six of twelve digits: two cards may share it. */
  @Test
  void aCodeAndAChipWithTheSameSixDigitsDoNotBelongTogether() throws Exception {
    open(true, true);
    world.threeOfMai();
    String mine = CitizenWorld.cardQrText(CitizenWorld.MAI);
    model.scanned(CitizenWorld.scan("001191" + mine.substring(6)));
    assertThat(await(Page.ReadCard.class).sixKnown()).isTrue();
    world.readers.insert(CitizenWorld.MAI);
    assertThat(await(Page.Help.class).fault()).isInstanceOf(TerminalFault.OtherCard.class);
    assertThat(model.citizen()).isEmpty();
  }

  /** However the threads run, a call never outlives the visit that made it. */
  @Test
  void aCallAndItsWithdrawalReachTheCounterInThatOrder() throws Exception {
    open(true, false);
    AtomicInteger heard = new AtomicInteger();
    world.calls.listen(_ -> heard.incrementAndGet());
    for (int i = 0; i < 300; i++) {
      model.callStaff();
      model.leave();
    }
    screen.await("every call", () -> heard.get() == 600);
    assertThat(world.calls.open()).isEmpty();
  }

  @Test
  void aCardPulledOutIsReadByItselfWhenItIsBack() throws Exception {
    open(true, true);
    world.threeOfMai();
    world.readers.removeAtExchange(5);
    model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI));
    world.readers.insert(CitizenWorld.MAI);
    Page.Help help = await(Page.Help.class);
    assertThat(help.fault()).isInstanceOf(ChipFault.Removed.class);
    world.readers.insert(CitizenWorld.MAI);
    await(Page.Dossiers.class);
  }

  @Test
  void withoutAReaderTheReceiptIsTheWay() throws Exception {
    open(false, true);
    model.useCard();
    Page.Help help = await(Page.Help.class);
    assertThat(help.fault()).isInstanceOf(ChipFault.NoReader.class);
    assertThat(help.next()).isEqualTo(Page.Help.Next.RECEIPT);
  }

  @Test
  void aChipThatIsNotProvenNeedsAnOfficerOrAReceipt() throws Exception {
    open(true, false);
    world.threeOfMai();
    model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI));
    world.readers.insert(CitizenWorld.MAI);
    assertThat(await(Page.NeedsMore.class).proven()).isEqualTo(TrustLook.UNKNOWN_ISSUER);
    model.askForConfirmation();
    screen.await("the call", () -> !world.calls.open().isEmpty());
    CallDesk.Call first = world.calls.open().getFirst();
    assertThat(first).isInstanceOf(CallDesk.Call.ConfirmCard.class);
    world.calls.answer(first, "Cán bộ Một", false);
    screen.await(
        "declined",
        () ->
            page() instanceof Page.NeedsMore more
                && more.asking() == Page.NeedsMore.Asking.DECLINED);
    model.askForConfirmation();
    screen.await("the call", () -> !world.calls.open().isEmpty());
    world.calls.answer(world.calls.open().getFirst(), "Cán bộ Một", true);
    assertThat(await(Page.Dossiers.class).dossiers()).hasSize(3);
  }

  @Test
  void aReceiptWhileWaitingMakesTheOfficersComingNeedless() throws Exception {
    open(true, false);
    DossierCode code = world.threeOfMai().getFirst();
    model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI));
    world.readers.insert(CitizenWorld.MAI);
    await(Page.NeedsMore.class);
    model.askForConfirmation();
    screen.await("the call", () -> !world.calls.open().isEmpty());
    model.scanned(CitizenWorld.receipt(code));
    assertThat(await(Page.OneDossier.class).visitor().salutation()).isEqualTo("bà");
    screen.await("no call", () -> world.calls.open().isEmpty());
    screen.pass(Duration.ofSeconds(1));
    assertThat(page()).isInstanceOf(Page.OneDossier.class);
  }

  @Test
  void whoLeavesWhileWaitingWithdrawsTheCall() throws Exception {
    open(true, false);
    model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI));
    world.readers.insert(CitizenWorld.MAI);
    await(Page.NeedsMore.class);
    model.askForConfirmation();
    screen.await("the call", () -> !world.calls.open().isEmpty());
    model.leave();
    screen.await("no call", () -> world.calls.open().isEmpty());
    assertThat(page()).isEqualTo(new Page.Home());
    assertThat(model.state().note()).contains(new Note.Said("note.takeCard"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rác",
        "'; DROP TABLE dossier; --",
        "<script>alert(1)</script>",
        "MC1|H48.025.16-261120-0042|",
        "MC9|H48.025.16-261120-0042|7K3MPX",
        "051191407263||Đinh Thị Mai|31022000|Nữ|Sơn Tây|18052022"
      })
  void garbageIsACalmSentenceAndNobodyLosesHisPlace(String garbage) throws Exception {
    open(true, true);
    model.useReceipt();
    type("H48");
    model.scanned(CitizenWorld.scan(garbage));
    assertThat(page()).isEqualTo(new Page.TypeCode("H48", OptionalInt.empty()));
    assertThat(model.state().note()).contains(new Note.OfFault(new DeskFault.UnknownCode()));
    assertThat(buzzes).hasValue(1);
    assertThat(beeps).hasValue(0);
    screen.pass(CitizenModel.NOTE);
    assertThat(model.state().note()).isEmpty();
  }

  @Test
  void aPaymentAndADraftAreNamedAndNobodyLosesHisPlace() throws Exception {
    open(true, true);
    model.useReceipt();
    type("H48");
    model.scanned(CitizenWorld.scan(VietQrTest.STATIC));
    assertThat(model.state().note()).contains(new Note.OfFault(new DeskFault.PaymentCode()));
    model.scanned(CitizenWorld.scan(DraftCode.random(new Random(1)).qrText()));
    assertThat(model.state().note()).contains(new Note.OfFault(new DeskFault.DraftOnly()));
    assertThat(page()).isEqualTo(new Page.TypeCode("H48", OptionalInt.empty()));
    assertThat(buzzes).hasValue(2);
  }

  @Test
  void aRefusedScanSaysWhatItsFaultSays() throws Exception {
    open(true, true);
    BarcodeFault fault = new BarcodeFault.NotText();
    model.scanned(new BarcodeEvent.Refused("x", fault));
    assertThat(page()).isEqualTo(new Page.Home());
    assertThat(model.state().note()).contains(new Note.OfFault(fault));
  }

  @Test
  void codeAloneAsksForTheSecretAndTriesEnd() throws Exception {
    open(true, true);
    DossierCode code = world.threeOfMai().getFirst();
    model.scanned(CitizenWorld.scan(code.value()));
    assertThat(page()).isEqualTo(new Page.TypeSecret(code.value(), "", OptionalInt.empty()));
    for (int left = 4; left > 0; left--) {
      type("222222");
      model.submit();
      int now = left;
      screen.await(
          "refusal",
          () ->
              page() instanceof Page.TypeSecret secret
                  && secret.triesLeft().equals(OptionalInt.of(now)));
    }
    type("222222");
    model.submit();
    await(Page.TriesUsedUp.class);
  }

  @Test
  void typedWithoutDotsInLowerCaseItOpens() throws Exception {
    open(true, true);
    DossierCode code = world.threeOfMai().getFirst();
    model.useReceipt();
    type(code.value().replace(".", "").toLowerCase(Locale.ROOT));
    model.submit();
    assertThat(page()).isEqualTo(new Page.TypeSecret(code.value(), "", OptionalInt.empty()));
    type(CitizenWorld.SECRET.value());
    model.submit();
    assertThat(await(Page.OneDossier.class).view().dossier().code()).isEqualTo(code);
  }

  @Test
  void unknownAndWrongLookTheSame() throws Exception {
    open(true, true);
    DossierCode known = world.threeOfMai().getFirst();
    DossierCode unknown = DossierCode.of("H48.025.16", LocalDate.of(2026, 11, 20), 9999);
    for (DossierCode code : List.of(known, unknown)) {
      model.scanned(CitizenWorld.scan(ScannedCode.receiptText(code, new LookupSecret("222222"))));
      Page.Help help = await(Page.Help.class);
      assertThat(help.fault()).isEqualTo(new DeskFault.UnknownReceipt());
      model.home();
    }
  }

  @Test
  void aSecondReceiptReplacesTheFirstOnlyAfterAllIsForgotten() throws Exception {
    open(true, true);
    List<DossierCode> codes = world.threeOfMai();
    model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI));
    world.readers.insert(CitizenWorld.MAI);
    await(Page.Dossiers.class);
    model.scanned(CitizenWorld.receipt(codes.get(1)));
    assertThat(page()).isEqualTo(new Page.Home());
    Page.OneDossier one = await(Page.OneDossier.class);
    assertThat(one.visitor()).isEqualTo(Visitor.UNKNOWN);
    assertThat(one.fromList()).isFalse();
  }

  @Test
  void whatStaffDidAMomentAgoIsWhatTheCitizenSees() throws Exception {
    open(true, true);
    world.threeOfMai();
    DossierCode code =
        world.put("1.001193", Stage.SIGNING, PortalStatus.PROCESSING, "2026-11-23T08:00");
    model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI));
    world.readers.insert(CitizenWorld.MAI);
    await(Page.Dossiers.class);
    model.open(code);
    assertThat(await(Page.OneDossier.class).view().dossier().stage()).isEqualTo(Stage.SIGNING);
    model.showViewings();
    await(Page.Viewings.class);
    model.back();
    await(Page.OneDossier.class);
    model.back();
    await(Page.Dossiers.class);
  }

  @Test
  void idleCountsDownAndATouchStopsIt() throws Exception {
    open(true, true);
    DossierCode code = world.threeOfMai().getFirst();
    model.scanned(CitizenWorld.receipt(code));
    await(Page.OneDossier.class);
    screen.pass(CitizenModel.IDLE.minusSeconds(1));
    assertThat(model.state().countdown()).isEmpty();
    screen.pass(Duration.ofSeconds(1));
    assertThat(model.state().countdown()).hasValue(CitizenModel.COUNTDOWN);
    screen.pass(Duration.ofSeconds(5));
    assertThat(model.state().countdown()).hasValue(CitizenModel.COUNTDOWN - 5);
    model.touched();
    assertThat(model.state().countdown()).isEmpty();
    assertThat(page()).isInstanceOf(Page.OneDossier.class);
    screen.pass(CitizenModel.IDLE.plusSeconds(CitizenModel.COUNTDOWN));
    assertThat(model.state()).isEqualTo(CitizenState.REST);
    assertThat(wipes).hasValue(1);
    assertThat(model.state().toString()).doesNotContain(code.value());
  }

  @Test
  void theCountdownNeverRunsWhileAVoiceSpeaks() throws Exception {
    open(true, true);
    boolean[] speaking = {true};
    model.holdIdleWhile(() -> speaking[0]);
    model.scanned(CitizenWorld.receipt(world.threeOfMai().getFirst()));
    await(Page.OneDossier.class);
    screen.pass(Duration.ofMinutes(10));
    assertThat(model.state().countdown()).isEmpty();
    speaking[0] = false;
    screen.pass(CitizenModel.IDLE);
    assertThat(model.state().countdown()).isPresent();
  }

  @Test
  void whatTakesLongerThanAMomentSaysSoAndHasAnEnd() throws Exception {
    open(true, true);
    // The answer stays in the queue of the screen as long as nobody settles it.
    model.scanned(CitizenWorld.receipt(world.threeOfMai().getFirst()));
    screen.passUnsettled(CitizenModel.MOMENT.minusMillis(1));
    assertThat(model.state().waiting()).isFalse();
    screen.passUnsettled(Duration.ofMillis(1));
    assertThat(model.state().waiting()).isTrue();
    screen.passUnsettled(CitizenModel.PATIENCE);
    assertThat(model.state().waiting()).isFalse();
    assertThat(((Page.Help) page()).fault()).isEqualTo(new TerminalFault.NoAnswer());
    screen.pass(Duration.ofSeconds(2));
    assertThat(page()).isInstanceOf(Page.Help.class);
  }

  @Test
  void staffAreCalledOnceAndTheirAnswerIsTold() throws Exception {
    open(true, true);
    model.callStaff();
    model.callStaff();
    screen.await("the call", () -> world.calls.open().size() == 1);
    assertThat(model.state().helpAsked()).isTrue();
    screen.settle();
    world.calls.answer(world.calls.open().getFirst(), "Cán bộ Một", true);
    screen.await("the answer", () -> !model.state().helpAsked());
    assertThat(model.state().note()).contains(new Note.Said("note.staffComing"));
  }

  @Test
  void goingBackWhileReadingCancelsIt() throws Exception {
    open(true, true);
    model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI));
    world.readers.insert(CitizenWorld.MAI);
    screen.await("reading", () -> page() instanceof Page.ReadCard card && card.step().isPresent());
    model.back();
    assertThat(page()).isEqualTo(new Page.Home());
    screen.pass(Duration.ofSeconds(5));
    assertThat(page()).isEqualTo(new Page.Home());
  }
}
