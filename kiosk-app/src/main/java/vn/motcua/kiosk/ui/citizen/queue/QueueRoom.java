package vn.motcua.kiosk.ui.citizen.queue;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.desk.HallDesks;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Ticket;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.Page;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.citizen.Room;
import vn.motcua.kiosk.ui.citizen.RoomModel;
import vn.motcua.kiosk.ui.citizen.RoomPage;
import vn.motcua.kiosk.ui.citizen.RoomPlan;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.TouchPanel;
import vn.motcua.kiosk.ui.kit.Voice;
import vn.motcua.kiosk.ui.kit.Words;

/** Queue numbers, who is called, and how it was. */
public final class QueueRoom implements Room {
  /** The bundle of its sentences. */
  public static final String TEXTS = "vn.motcua.kiosk.ui.citizen.queue.texts";

  private static final Logger LOG = LoggerFactory.getLogger(QueueRoom.class);

  private final Ground ground;
  private final Background background = new Background(Platform::runLater);
  private final QueueModel model;
  private final CallsHeard calls;

  private QueueRoom(Ground ground, HallDesks desks, Voice voice) {
    this.ground = ground;
    model =
        new QueueModel(
            ground.model(),
            desks,
            background,
            taken -> TicketSlip.of(taken, ground.centre(), ground.texts()));
    calls =
        new CallsHeard(
            desks.queue(),
            background,
            ground.clock(),
            () -> ground.model().state().page() instanceof Page.Home,
            ticket -> callOut(ticket, voice));
    model.alsoEnds(calls::close);
    ground
        .model()
        .listen(state -> {
          if (state.page() instanceof Page.Home) {
            Platform.runLater(calls::rested);
          }
        });
  }

  /**
   * The plan of this room.
   *
   * @param voice calls numbers out while the terminal rests
   */
  public static RoomPlan plan(HallDesks desks, Voice voice) {
    return ground -> new QueueRoom(ground, desks, voice);
  }

  /** For all who wait: in the language of the house, whatever the last citizen chose. */
  private void callOut(Ticket ticket, Voice voice) {
    if (!voice.speaks(Texts.VIETNAMESE)) {
      calls.said();
      return;
    }
    voice.say(
        CallWords.spoken(ticket, ground.texts(), Texts.VIETNAMESE),
        Texts.VIETNAMESE,
        () -> background.onScreen(calls::said));
  }

  @Override
  public RoomModel model() {
    return model;
  }

  @Override
  public PageView view(RoomPage page) {
    return switch ((QueuePage) page) {
      case QueuePage.Choose choose -> new ChooseView(ground, model, choose);
      case QueuePage.Priority _ -> new PriorityView(ground, model);
      case QueuePage.Number number -> new NumberView(ground, model, number);
      case QueuePage.Rate rate -> new RateView(ground, model, rate);
      case QueuePage.Thanks _ -> new ThanksView(ground);
    };
  }

  @Override
  public List<Door> doors() {
    return List.of(new Door("home-queue", Icon.TICKET, "home.queue", model::begin));
  }

  @Override
  public Optional<Region> strip() {
    return Optional.of(new CalledStrip(ground, calls));
  }

  /** Whoever opens a returned dossier may say how it was; asked once, so that it must be seen. */
  @Override
  public Optional<Region> beside(Page.OneDossier page) {
    DossierView view = page.view();
    if (view.source().isPresent() || view.dossier().status() != PortalStatus.RETURNED) {
      return Optional.empty();
    }
    String words = ground.say("rate.title", page.visitor().salutation());
    HBox inside =
        Boxes.row(
            "way-inside",
            Boxes.disc(Tone.BRAND, Icon.SMILE),
            Boxes.wide(Words.of(words, "strong")),
            Icon.NEXT.node());
    TouchPanel open =
        new TouchPanel("rate", words, inside, () -> model.rate(view.dossier().code()));
    open.getStyleClass().addAll("card", "way");
    open.setVisible(false);
    open.setManaged(false);
    background.run(
        () -> model.mayRate(view.dossier().code()),
        may -> {
          open.setVisible(may);
          open.setManaged(may);
        },
        failure -> LOG.warn("nobody is asked how it was: {}", failure.getMessage()));
    return Optional.of(open);
  }
}
