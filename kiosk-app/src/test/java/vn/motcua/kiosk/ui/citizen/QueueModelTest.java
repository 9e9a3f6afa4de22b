package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.HallDesks;
import vn.motcua.kiosk.desk.QueueDesk;
import vn.motcua.kiosk.desk.RatingDesk;
import vn.motcua.kiosk.desk.SlipDesk;
import vn.motcua.kiosk.dossier.CallOrder;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Rating;
import vn.motcua.kiosk.dossier.SlipText;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.dossier.Ticket;
import vn.motcua.kiosk.dossier.TicketPriority;
import vn.motcua.kiosk.dossier.TicketService;
import vn.motcua.kiosk.forms.print.PrintFault;
import vn.motcua.kiosk.forms.print.Printer;
import vn.motcua.kiosk.forms.print.ReceiptPrinter;
import vn.motcua.kiosk.ui.citizen.queue.CallWords;
import vn.motcua.kiosk.ui.citizen.queue.CallsHeard;
import vn.motcua.kiosk.ui.citizen.queue.QueueModel;
import vn.motcua.kiosk.ui.citizen.queue.QueuePage;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.ScreenThread;
import vn.motcua.kiosk.ui.kit.Sounds;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.scanner.FaultException;

/** Numbers and ratings without a window. */
class QueueModelTest {
  @TempDir Path root;

  private final ScreenThread screen = new ScreenThread();
  private final Background background = new Background(screen);
  private CitizenWorld world;
  private CitizenModel terminal;
  private HallDesks desks;
  private QueueModel model;

  @BeforeEach
  void open() throws Exception {
    world = new CitizenWorld(root);
    // Nobody listens there: a printer that is off.
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    build(
        Optional.of(
            ReceiptPrinter.at(InetAddress.getLoopbackAddress().getHostAddress(), closed, 576)));
  }

  private void build(Optional<Printer> printer) {
    terminal =
        new CitizenModel(
            world.lookups,
            world.devices,
            world.calls,
            CitizenWorld.TERMINAL,
            background,
            screen,
            new Sounds() {
              @Override
              public void accepted() {}

              @Override
              public void refused() {}
            },
            Optional.empty());
    desks =
        new HallDesks(
            new QueueDesk(world.store, CallOrder.TURN_BY_TURN, world.clock),
            new RatingDesk(world.store, world.clock),
            new SlipDesk(printer, world.folder.temporary(), world.clock));
    model =
        new QueueModel(
            terminal,
            desks,
            background,
            taken ->
                new SlipText(
                    "Số",
                    "vi",
                    List.of(new SlipText.Line(SlipText.Kind.HUGE, taken.ticket().label()))));
    terminal.add(model);
    terminal.start();
  }

  @AfterEach
  void close() throws Exception {
    model.close();
    terminal.close();
    world.close();
  }

  private Page page() {
    return terminal.state().page();
  }

  private <P extends Page> P await(Class<P> kind) {
    screen.await(kind.getSimpleName() + ", there is " + page(), () -> kind.isInstance(page()));
    return kind.cast(page());
  }

  @Test
  void aNumberStaysThoughThePrinterIsOffAndIsTakenOnce() throws Exception {
    model.begin();
    model.askPriority();
    assertThat(page()).isInstanceOf(QueuePage.Priority.class);
    terminal.back();
    assertThat(page()).isEqualTo(new QueuePage.Choose(TicketPriority.NONE));
    model.prefer(TicketPriority.ELDERLY);
    model.take(TicketService.SUBMIT);
    model.take(TicketService.SUBMIT);
    screen.await(
        "the printer's word",
        () ->
            page() instanceof QueuePage.Number number
                && number.slip() instanceof QueuePage.Slip.NotPrinted);
    QueuePage.Number number = (QueuePage.Number) page();
    assertThat(number.taken().ticket().label()).isEqualTo("A001");
    assertThat(number.taken().ticket().priority()).isEqualTo(TicketPriority.ELDERLY);
    assertThat(((QueuePage.Slip.NotPrinted) number.slip()).fault().code())
        .isEqualTo("SLIP-NOT-NOW");
    assertThat(desks.queue().state().ahead()).as("two touches, one number").hasSize(1);
    model.printAgain();
    screen.await(
        "once more",
        () ->
            page() instanceof QueuePage.Number again
                && again.slip() instanceof QueuePage.Slip.NotPrinted);
    assertThat(desks.queue().state().ahead()).hasSize(1);
    terminal.leave();
    assertThat(page()).isInstanceOf(Page.Home.class);
  }

  @Test
  void whoLeavesWhileItPrintsLeavesNothingForTheNext() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    build(Optional.of(off(asked)));
    model.begin();
    model.take(TicketService.ASK);
    await(QueuePage.Number.class);
    terminal.leave();
    model.begin();
    screen.await("the printer to be asked", () -> asked.getCount() == 0);
    screen.await("all that was under way", () -> noSlip());
    screen.settle();
    assertThat(page()).isEqualTo(new QueuePage.Choose(TicketPriority.NONE));
    terminal.back();
    assertThat(page()).isInstanceOf(Page.Home.class);
  }

  /** A printer that is off, and knows that it was asked. */
  private static Printer off(CountDownLatch asked) {
    return new Printer() {
      @Override
      public String name() {
        return "off";
      }

      @Override
      public OptionalInt open(String token) throws FaultException {
        asked.countDown();
        throw new FaultException(new PrintFault.Offline());
      }

      @Override
      public void send(OptionalInt job, Path pdf) {}

      @Override
      public Progress progress(int job) {
        return Progress.UNKNOWN;
      }

      @Override
      public void cancel(int job) {}
    };
  }

  private boolean noSlip() {
    String[] left = world.folder.temporary().toFile().list();
    return left != null && left.length == 0;
  }

  @Test
  void aHandedOutResultIsAskedAboutOnceAndOnlyAtRest() throws Exception {
    DossierCode code =
        world.put("2.000815", Stage.RETURN, PortalStatus.RETURNED, "2026-11-20T09:30");
    model.begin();
    desks.ratings().handedOut(code);
    screen.settle();
    assertThat(page()).as("nobody is interrupted").isInstanceOf(QueuePage.Choose.class);
    terminal.home();
    desks.ratings().handedOut(code);
    await(QueuePage.Rate.class);
    model.send();
    assertThat(page()).as("no face, no answer").isInstanceOf(QueuePage.Rate.class);
    model.face(Rating.Face.BAD);
    model.face(Rating.Face.GOOD);
    model.reason(Rating.Reason.TIME);
    model.reason(Rating.Reason.MANNERS);
    model.reason(Rating.Reason.TIME);
    QueuePage.Rate rate = (QueuePage.Rate) page();
    assertThat(rate.face()).contains(Rating.Face.GOOD);
    assertThat(rate.reasons()).containsExactly(Rating.Reason.MANNERS);
    assertThat(rate.toString()).doesNotContain(code.value());
    model.send();
    await(QueuePage.Thanks.class);
    assertThat(desks.ratings().counts(LocalDate.now(world.clock)).total()).isEqualTo(1);
    terminal.home();
    desks.ratings().handedOut(code);
    model.begin();
    terminal.home();
    model.rate(code);
    await(QueuePage.Thanks.class);
    assertThat(desks.ratings().counts(LocalDate.now(world.clock)).total()).isEqualTo(1);
  }

  @Test
  void whatIsSkippedIsNeverAskedAgain() throws Exception {
    DossierCode code =
        world.put("2.000815", Stage.RETURN, PortalStatus.RETURNED, "2026-11-20T09:30");
    desks.ratings().handedOut(code);
    await(QueuePage.Rate.class);
    terminal.leave();
    assertThat(desks.ratings().mayAsk(code)).isFalse();
    assertThat(desks.ratings().counts(LocalDate.now(world.clock)).asked()).isEqualTo(1);
  }

  @Test
  void numbersAreCalledOutOnlyAtRestAndOneAfterTheOther() throws Exception {
    List<String> said = new ArrayList<>();
    boolean[] resting = {false};
    CallsHeard calls =
        new CallsHeard(
            desks.queue(),
            background,
            world.clock,
            () -> resting[0],
            ticket -> said.add(ticket.label()));
    List<Ticket> shown = new ArrayList<>();
    calls.onChange(now -> {
      shown.clear();
      shown.addAll(now);
    });
    desks.queue().take(TicketService.SUBMIT, TicketPriority.NONE);
    desks.queue().take(TicketService.SUBMIT, TicketPriority.NONE);
    Ticket first = desks.queue().next("2").orElseThrow();
    desks.queue().next("3");
    screen.await("the strip", () -> shown.size() == 2);
    screen.settle();
    assertThat(said).as("somebody uses the terminal").isEmpty();
    resting[0] = true;
    calls.rested();
    assertThat(said).containsExactly("A001");
    calls.rested();
    assertThat(said).as("one after the other").hasSize(1);
    calls.said();
    assertThat(said).containsExactly("A001", "A002");
    calls.said();
    desks.queue().served(first);
    screen.await("whoever is done goes from the strip", () -> calls.called().size() == 1);
    calls.close();
    Texts texts = world.texts();
    texts.language().set(java.util.Locale.ENGLISH);
    assertThat(CallWords.spoken(first, texts, Texts.VIETNAMESE))
        .isEqualTo("Mời số A 0 0 1 đến quầy 2.");
  }
}
