package vn.motcua.kiosk.ui.citizen.papers;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import vn.motcua.kiosk.desk.CitizenDesks;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.citizen.Room;
import vn.motcua.kiosk.ui.citizen.RoomModel;
import vn.motcua.kiosk.ui.citizen.RoomPage;
import vn.motcua.kiosk.ui.citizen.RoomPlan;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Timers;
import vn.motcua.kiosk.ui.kit.keyboard.Manner;

/** "Cần giấy tờ gì?" on one terminal. */
public final class PapersRoom implements Room {
  private static final String STYLE =
      Objects.requireNonNull(PapersRoom.class.getResource("papers.css"), "papers.css")
          .toExternalForm();

  private final Ground ground;
  private final PapersModel model;
  private final PhoneText phone;
  private final Optional<PapersPrinter> printer;

  private PapersRoom(Ground ground, CitizenDesks desks, Optional<PapersPrinter> printer) {
    this.ground = ground;
    this.printer = printer;
    phone = new PhoneText(ground.texts(), ground.centre());
    model =
        new PapersModel(
            ground.model(),
            new Background(Platform::runLater),
            desks,
            phone,
            PapersRoom::later,
            ground.clock());
  }

  /**
   * The room for a terminal.
   *
   * @param printer prints the list and a draft's code; without it there is no button for it
   */
  public static RoomPlan plan(CitizenDesks desks, Optional<PapersPrinter> printer) {
    return ground -> new PapersRoom(ground, desks, printer);
  }

  private static Timers.Timer later(Duration delay, Runnable action) {
    PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(delay.toMillis()));
    pause.setOnFinished(_ -> action.run());
    pause.play();
    return pause::stop;
  }

  @Override
  public RoomModel model() {
    return model;
  }

  @Override
  public List<Door> doors() {
    return List.of(
        new Door("home-papers", Icon.BOOK, "papers.door", () -> model.enter(Manner.USUAL)));
  }

  @Override
  public PageView view(RoomPage page) {
    PageView view =
        switch ((PapersPage) page) {
          case PapersPage.Events _ -> new EventsView(ground, model);
          case PapersPage.OfEvent event -> new EventView(ground, model, event);
          case PapersPage.Find find -> new FindView(ground, model, find);
          case PapersPage.Needed needed -> new NeedsView(ground, model, needed, print(needed));
          case PapersPage.ForPhone forPhone -> new PhoneView(ground, forPhone);
          case PapersPage.Slides slides -> new SlidesView(ground, model, slides);
          case PapersPage.ForWhom forWhom -> new ForWhomView(ground, model, forWhom);
          case PapersPage.HowToFill how -> new HowToFillView(ground, model, how);
          case PapersPage.Ask ask -> new AskView(ground, model, ask);
          case PapersPage.Check check -> new CheckView(ground, model, check);
          case PapersPage.Scan scan -> new ScanView(ground, model, scan);
          case PapersPage.Handed handed -> new HandedView(ground, handed, print(handed));
        };
    view.body().getStylesheets().add(STYLE);
    return view;
  }

  private Optional<Runnable> print(PapersPage.Needed page) {
    return printer.map(to -> {
      Locale language = ground.texts().language().get();
      PapersPrinter.Sheet sheet =
          new PapersPrinter.Sheet(
              NeedsWords.name(ground.texts(), page.needs().procedure()),
              phone.lines(page.needs()),
              Optional.empty());
      return () -> send(to, sheet, language);
    });
  }

  private Optional<Runnable> print(PapersPage.Handed page) {
    return printer.map(to -> {
      Locale language = ground.texts().language().get();
      PapersPrinter.Sheet sheet =
          new PapersPrinter.Sheet(
              ground.say("handed.slip"),
              List.of(
                  page.kept().code().spaced(),
                  ground.say(
                      "handed.until", ground.texts().dates().weekdayDay(page.kept().lastDay()))),
              Optional.of(page.kept().code().qrText()));
      return () -> send(to, sheet, language);
    });
  }

  private void send(PapersPrinter to, PapersPrinter.Sheet sheet, Locale language) {
    model.print(() -> to.print(sheet, language));
  }
}
