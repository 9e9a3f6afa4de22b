package vn.motcua.kiosk.ui.citizen.queue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.desk.HallDesks;
import vn.motcua.kiosk.desk.QueueDesk;
import vn.motcua.kiosk.desk.SlipFault;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Rating;
import vn.motcua.kiosk.dossier.SlipText;
import vn.motcua.kiosk.dossier.TicketPriority;
import vn.motcua.kiosk.dossier.TicketService;
import vn.motcua.kiosk.ui.citizen.Page;
import vn.motcua.kiosk.ui.citizen.RoomModel;
import vn.motcua.kiosk.ui.citizen.Terminal;
import vn.motcua.kiosk.ui.citizen.queue.QueuePage.Slip;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.scanner.FaultException;

/**
 * Takes a number and has its slip printed; asks once how it was. A number that was taken stays on
 * the screen whatever the printer does.
 */
public final class QueueModel implements RoomModel {
  private static final Logger LOG = LoggerFactory.getLogger(QueueModel.class);

  private final Terminal terminal;
  private final HallDesks desks;
  private final Background background;
  private final Function<QueueDesk.Taken, SlipText> slipOf;
  private final List<Runnable> endings = new ArrayList<>();
  private int visit;
  private boolean taking;

  /**
   * @param background brings what a printer says back to the screen's thread
   * @param slipOf what the slip of a number says, in the language of the moment
   */
  public QueueModel(
      Terminal terminal,
      HallDesks desks,
      Background background,
      Function<QueueDesk.Taken, SlipText> slipOf) {
    this.terminal = terminal;
    this.desks = desks;
    this.background = background;
    this.slipOf = slipOf;
    endings.add(
        desks.ratings().listen(code -> background.onScreen(() -> handedOutAtTheCounter(code))));
  }

  // ---- numbers ----

  /** "Lấy số" on the first page. */
  public void begin() {
    terminal.touched();
    terminal.page(new QueuePage.Choose(TicketPriority.NONE));
  }

  /** Somebody goes before others and wants to say so. */
  public void askPriority() {
    terminal.touched();
    terminal.page(new QueuePage.Priority());
  }

  /** Who goes first is said; or that nobody does. */
  public void prefer(TicketPriority priority) {
    terminal.touched();
    terminal.page(new QueuePage.Choose(priority));
  }

  /** Takes a number; a second touch before it is there takes no second one. */
  public void take(TicketService service) {
    terminal.touched();
    if (taking || !(terminal.state().page() instanceof QueuePage.Choose(TicketPriority priority))) {
      return;
    }
    taking = true;
    int mine = visit;
    terminal.ask(
        () -> {
          try {
            return desks.queue().take(service, priority);
          } finally {
            background.onScreen(() -> taking = false);
          }
        },
        taken -> {
          if (mine == visit) {
            terminal.page(new QueuePage.Number(taken, new Slip.Printing()));
            print(taken);
          }
        });
  }

  /** The slip once more: after paper was put in, say. */
  public void printAgain() {
    terminal.touched();
    if (terminal.state().page()
        instanceof QueuePage.Number(QueueDesk.Taken taken, Slip.NotPrinted _)) {
      terminal.page(new QueuePage.Number(taken, new Slip.Printing()));
      print(taken);
    }
  }

  private void print(QueueDesk.Taken taken) {
    SlipText slip = slipOf.apply(taken);
    background.run(
        () -> {
          try {
            desks.slips().print(slip);
            return (Slip) new Slip.Printed();
          } catch (FaultException not) {
            return new Slip.NotPrinted(not.fault());
          }
        },
        became -> became(taken, became),
        failure -> {
          LOG.error("a slip could not be printed", failure);
          became(taken, new Slip.NotPrinted(new SlipFault.NotNow()));
        });
  }

  /** Whoever has gone on or left is told nothing, and whoever comes later neither. */
  private void became(QueueDesk.Taken taken, Slip slip) {
    if (terminal.state().page() instanceof QueuePage.Number(QueueDesk.Taken shown, Slip.Printing _)
        && shown.equals(taken)) {
      terminal.page(new QueuePage.Number(taken, slip));
    }
  }

  // ---- how it was ----

  /** Nobody is interrupted: a terminal at which somebody stands asks nothing. */
  private void handedOutAtTheCounter(DossierCode code) {
    if (terminal.state().page() instanceof Page.Home) {
      background.run(
          () -> desks.ratings().ask(code),
          mayAsk -> {
            if (mayAsk && terminal.state().page() instanceof Page.Home) {
              terminal.touched();
              terminal.page(new QueuePage.Rate(code, Optional.empty(), Set.of()));
            }
          },
          failure -> LOG.warn("nobody could be asked how it was: {}", failure.getMessage()));
    }
  }

  /** Whoever opened a returned dossier wants to say how it was. */
  public void rate(DossierCode code) {
    terminal.touched();
    terminal.ask(
        () -> desks.ratings().ask(code),
        mayAsk ->
            terminal.page(
                mayAsk
                    ? new QueuePage.Rate(code, Optional.empty(), Set.of())
                    : new QueuePage.Thanks()));
  }

  /** One of the five faces; another one may be chosen until it is sent. */
  public void face(Rating.Face face) {
    terminal.touched();
    if (terminal.state().page() instanceof QueuePage.Rate rate) {
      terminal.page(new QueuePage.Rate(rate.code(), Optional.of(face), rate.reasons()));
    }
  }

  /** A reason is chosen, or not any more. */
  public void reason(Rating.Reason reason) {
    terminal.touched();
    if (terminal.state().page() instanceof QueuePage.Rate rate) {
      Set<Rating.Reason> reasons = EnumSet.noneOf(Rating.Reason.class);
      reasons.addAll(rate.reasons());
      if (!reasons.remove(reason)) {
        reasons.add(reason);
      }
      terminal.page(new QueuePage.Rate(rate.code(), rate.face(), reasons));
    }
  }

  /** It is said. */
  public void send() {
    terminal.touched();
    if (terminal.state().page() instanceof QueuePage.Rate rate && rate.face().isPresent()) {
      Rating rating = new Rating(rate.face().get(), rate.reasons());
      terminal.ask(
          () -> desks.ratings().give(rate.code(), rating),
          _ -> terminal.page(new QueuePage.Thanks()));
    }
  }

  /** Whether a dossier may still be rated; away from the screen's thread. */
  boolean mayRate(DossierCode code) throws FaultException {
    return desks.ratings().mayAsk(code);
  }

  // ---- the room ----

  @Override
  public boolean owns(Page page) {
    return page instanceof QueuePage;
  }

  @Override
  public boolean back(Page from) {
    if (from instanceof QueuePage.Priority) {
      terminal.page(new QueuePage.Choose(TicketPriority.NONE));
      return true;
    }
    return false;
  }

  @Override
  public void forget() {
    visit++;
  }

  /** Something else ends with this room. */
  void alsoEnds(Runnable ending) {
    endings.add(ending);
  }

  @Override
  public void close() {
    endings.forEach(Runnable::run);
    endings.clear();
  }
}
