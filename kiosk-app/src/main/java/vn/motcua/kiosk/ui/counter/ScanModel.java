package vn.motcua.kiosk.ui.counter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.motcua.kiosk.desk.BlankJudge;
import vn.motcua.kiosk.desk.BlankPages;
import vn.motcua.kiosk.desk.PageEdit;
import vn.motcua.kiosk.desk.PagePlace;
import vn.motcua.kiosk.desk.PageSight;
import vn.motcua.kiosk.desk.PilePage;
import vn.motcua.kiosk.desk.ProfileDesk;
import vn.motcua.kiosk.desk.ScanBatch;
import vn.motcua.kiosk.desk.ScanChoice;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.desk.ScanJob;
import vn.motcua.kiosk.desk.ScanOrder;
import vn.motcua.kiosk.desk.ScanProfile;
import vn.motcua.kiosk.desk.UnfinishedBatch;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScannedPage;

/**
 * Paper by paper into one batch. A page is shown only after it is safe on disk; a fault stops the
 * scan, keeps every page and offers to go on.
 */
public final class ScanModel {
  /**
   * A scan that a person must help along; the pages so far are safe.
   *
   * @param line the paper that was being scanned
   * @param fault what happened
   */
  public record Stopped(PaperLine line, Fault fault) {}

  /** The choices and what is wrong with the files behind them. */
  private record Offer(List<ScanChoice> choices, int damaged) {}

  private final ScanDesk desk;
  private final ProfileDesk profiles;
  private final Errands errands;
  private final Supplier<String> officer;
  private final PageStrip strip;
  private final PageActions actions;
  private final SheetSorter sheets;
  private final ObservableList<ScanChoice> choices = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper damagedProfiles = new ReadOnlyIntegerWrapper(0);
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyObjectWrapper<Optional<PaperLine>> running =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Stopped>> stopped =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<UnfinishedBatch>> leftover =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<ScanBatch> batch = Optional.empty();
  private Optional<ScanProfile> last = Optional.empty();
  private PagePlace lastPlace = PagePlace.end();
  private Cancellation cancellation = new Cancellation();
  private int turn;

  /**
   * @param officer who is signed in; asked at each step
   * @param blanks says which pages look blank
   * @param sight sees the codes on pages
   */
  ScanModel(
      ScanDesk desk,
      Errands errands,
      Supplier<String> officer,
      BlankJudge blanks,
      PageSight sight) {
    this.desk = desk;
    this.profiles = desk.profiles();
    this.errands = errands;
    this.officer = officer;
    this.strip = new PageStrip(errands, blanks);
    this.actions = new PageActions(desk, errands, strip, () -> batch, officer);
    this.sheets = new SheetSorter(sight, errands, strip, actions);
  }

  /** A counter that does not look for codes on pages. */
  ScanModel(ScanDesk desk, Errands errands, Supplier<String> officer, BlankJudge blanks) {
    this(desk, errands, officer, blanks, PageSight.NONE);
  }

  /** The pages that are safe and go into the dossier, in order. */
  public ObservableList<PageItem> pages() {
    return strip.kept();
  }

  /** All pages, those that were taken out or lost included. */
  public PageStrip strip() {
    return strip;
  }

  /** What can be done with the pages that are there. */
  public PageActions actions() {
    return actions;
  }

  /** What the separator sheets among the pages do. */
  public SheetSorter sheets() {
    return sheets;
  }

  /** Whether anything was scanned, be it that all of it was taken out again. */
  public boolean isBegun() {
    return !strip.all().isEmpty();
  }

  /**
   * The ways of scanning that can be chosen, one button each; the first is the main one. Without a
   * profile made by a technician they are what the house proposes for the scanners that it found.
   */
  public ObservableList<ScanChoice> choices() {
    return choices;
  }

  /** How many profiles cannot be used because their files are damaged. */
  public ReadOnlyIntegerProperty damagedProfiles() {
    return damagedProfiles.getReadOnlyProperty();
  }

  /** Whether scanners are being looked for. */
  public ReadOnlyBooleanProperty looking() {
    return looking.getReadOnlyProperty();
  }

  /** The paper that is being scanned. */
  public ReadOnlyObjectProperty<Optional<PaperLine>> running() {
    return running.getReadOnlyProperty();
  }

  /** What a person must mend before the scan goes on. */
  public ReadOnlyObjectProperty<Optional<Stopped>> stopped() {
    return stopped.getReadOnlyProperty();
  }

  /** The pages as the desk keeps them, if any were scanned. */
  Optional<ScanBatch> batch() {
    return isBegun() ? batch : Optional.empty();
  }

  /** Pages that were being scanned when the machine died, and belong to no dossier yet. */
  public ReadOnlyObjectProperty<Optional<UnfinishedBatch>> leftover() {
    return leftover.getReadOnlyProperty();
  }

  /** Looks whether an earlier run left pages behind; called once, as the window opens. */
  void lookBack() {
    errands.run(
        desk::unfinished,
        piles -> leftover.set(piles.stream().findFirst()),
        fault -> leftover.set(Optional.empty()));
  }

  /**
   * Takes the pages that were left behind for the present dossier. Each goes to the paper for which
   * it was scanned, if this dossier has one of that name; the others go to paper after paper, as
   * many pages each as were counted, what is over to the last. Does nothing once pages were
   * scanned.
   */
  public void adopt(List<PaperLine> papers) {
    List<PaperLine> takers = papers.stream().filter(PaperLine::takesMore).toList();
    Optional<UnfinishedBatch> pile = leftover.get();
    if (pile.isEmpty() || takers.isEmpty() || isBegun() || running.get().isPresent()) {
      return;
    }
    leftover.set(Optional.empty());
    int mine = turn;
    String who = officer.get();
    Map<String, Integer> room = new HashMap<>();
    takers.forEach(line -> room.put(line.required().name(), line.room()));
    Set<String> names =
        papers.stream()
            .filter(line -> line.required().scan())
            .map(line -> line.required().name())
            .collect(Collectors.toSet());
    errands.run(
        () -> {
          ScanBatch taken = desk.resume(pile.get().id());
          try {
            desk.edit(taken, Adoption.of(taken.listing(), names, takers, room), who);
          } catch (FaultException trouble) {
            taken.close(); // it is offered again when the window opens next
            throw trouble;
          }
          return taken;
        },
        taken -> show(mine, taken, papers),
        fault -> {
          if (mine == turn) {
            stopped.set(Optional.of(new Stopped(takers.getFirst(), fault)));
          }
        });
  }

  /**
   * Takes a pile that came with what a citizen prepared. What belongs to a paper that this dossier
   * does not have goes to the last that is scanned.
   */
  void take(ScanBatch pile, List<PaperLine> papers) {
    List<PaperLine> scanned = papers.stream().filter(line -> line.required().scan()).toList();
    if (isBegun() || running.get().isPresent() || scanned.isEmpty()) {
      pile.close(); // it is offered as pages of nobody when the window opens next
      return;
    }
    Set<String> names =
        scanned.stream().map(line -> line.required().name()).collect(Collectors.toSet());
    int mine = turn;
    String who = officer.get();
    errands.run(
        () -> {
          List<PageEdit> edits = Adoption.of(pile.listing(), names, scanned, Map.of());
          if (!edits.isEmpty()) {
            desk.edit(pile, edits, who);
          }
          return pile;
        },
        taken -> show(mine, taken, papers),
        fault -> {
          pile.close();
          if (mine == turn) {
            stopped.set(Optional.of(new Stopped(scanned.getFirst(), fault)));
          }
        });
  }

  private void show(int mine, ScanBatch taken, List<PaperLine> papers) {
    if (mine == turn && batch.isEmpty()) {
      batch = Optional.of(taken);
      papers.forEach(strip::know);
      taken.pages().forEach(sheets::apart);
      strip.show(taken.listing());
    } else {
      taken.close();
    }
  }

  /** Leaves them where they are; they are offered again when the window opens next. */
  public void leaveForLater() {
    leftover.set(Optional.empty());
  }

  /**
   * Looks again which ways of scanning there are: those that a technician made at once, how their
   * devices are as soon as that is known.
   */
  public void look() {
    looking.set(true);
    errands.run(
        () -> new Offer(profiles.made(), profiles.profiles().list().damaged().size()),
        offer -> {
          damagedProfiles.set(offer.damaged());
          if (!offer.choices().isEmpty() && choices.isEmpty()) {
            choices.setAll(offer.choices());
          }
          lookAtDevices();
        },
        fault -> lookAtDevices());
  }

  private void lookAtDevices() {
    errands.run(
        profiles::choices,
        found -> {
          looking.set(false);
          choices.setAll(found);
        },
        fault -> {
          looking.set(false);
          choices.clear();
        });
  }

  /** As {@link #scan(PaperLine, ScanProfile)}, the main way. */
  public void scan(PaperLine line) {
    if (running.get().isPresent()) {
      return;
    }
    if (choices.isEmpty()) {
      stopped.set(Optional.of(new Stopped(line, new ScanFault.Offline())));
      look();
      return;
    }
    scan(line, choices.getFirst().profile());
  }

  /** As {@link #scan(PaperLine, ScanProfile, PagePlace)}, after the pages that are there. */
  public void scan(PaperLine line, ScanProfile profile) {
    scan(line, profile, PagePlace.end());
  }

  /**
   * Scans pages of {@code line}, by {@code profile}, to {@code place}; does nothing while a scan
   * runs. What takes the place of one page is one page.
   */
  public void scan(PaperLine line, ScanProfile profile, PagePlace place) {
    scan(line, profile, place, false);
  }

  /**
   * @param goesOn whether it is the rest of the run that stopped
   */
  private void scan(PaperLine line, ScanProfile profile, PagePlace place, boolean goesOn) {
    if (running.get().isPresent()) {
      return;
    }
    stopped.set(Optional.empty());
    running.set(Optional.of(line));
    last = Optional.of(profile);
    lastPlace = place;
    strip.know(line);
    strip.propose(profile.blanks() == BlankPages.PROPOSE);
    if (!goesOn) {
      // A sheet binds what is scanned with it, nothing that is scanned on its own later.
      sheets.begin(
          line, profile.source() == PaperSource.FEEDER_DUPLEX, place.equals(PagePlace.end()));
    }
    int mine = turn;
    Cancellation stop = new Cancellation();
    cancellation = stop;
    ScanOrder order =
        ScanOrder.of(ScanJob.of(profile))
            .forPaper(line.required().name())
            .at(place)
            .by(officer.get());
    Optional<ScanBatch> present = batch;
    errands.run(
        () -> {
          ScanBatch into = present.isPresent() ? present.get() : desk.begin();
          errands.onScreen(() -> began(mine, into));
          return desk.scan(into, order, _ -> errands.onScreen(() -> arrived(mine)), stop);
        },
        outcome -> {
          if (mine == turn) {
            running.set(Optional.empty());
            rememberReplaced(place);
            sheets.ended(outcome instanceof ScanOutcome.Completed);
            if (outcome instanceof ScanOutcome.Stopped hindered) {
              stopped.set(Optional.of(new Stopped(line, hindered.fault())));
            }
          }
        },
        fault -> {
          if (mine == turn) {
            running.set(Optional.empty());
            stopped.set(Optional.of(new Stopped(line, fault)));
          }
        });
  }

  private void rememberReplaced(PagePlace place) {
    if (place instanceof PagePlace.InsteadOf(int old)) {
      strip
          .find(old)
          .flatMap(item -> item.page().removal())
          .filter(removal -> removal.by() > 0)
          .ifPresent(removal -> actions.replaced(old, removal.by()));
    }
  }

  /** How one more page is scanned: as before, or the main way; empty if there is no way. */
  public Optional<ScanProfile> usual() {
    return last.or(() -> choices.stream().findFirst().map(ScanChoice::profile));
  }

  private void began(int mine, ScanBatch into) {
    if (mine == turn) {
      batch = Optional.of(into);
    } else {
      // Everything was dropped meanwhile: nobody wants what is still coming.
      errands.run(() -> discarded(into), ignored -> {}, fault -> {});
    }
  }

  /** Keeps a page that a person accepted from the camera, as a page of {@code line}. */
  void keep(PaperLine line, ScannedPage page, PagePlace place) {
    int mine = turn;
    strip.know(line);
    String who = officer.get();
    Optional<ScanBatch> present = batch;
    errands.run(
        () -> {
          ScanBatch into = present.isPresent() ? present.get() : desk.begin();
          errands.onScreen(() -> began(mine, into));
          return desk.keep(into, page, line.required().name(), place, who);
        },
        file -> {
          sheets.apart(file);
          arrived(mine);
          if (mine == turn) {
            rememberReplaced(place);
          }
        },
        fault -> {
          if (mine == turn) {
            stopped.set(Optional.of(new Stopped(line, fault)));
          }
        });
  }

  /** Goes on with the paper at which it stopped. */
  public void goOn() {
    stopped
        .get()
        .ifPresent(at ->
            last.ifPresentOrElse(
                same -> scan(at.line(), same, lastPlace, true), () -> scan(at.line())));
  }

  /** Stops the scan that runs; pages that are safe stay. */
  public void cancel() {
    cancellation.cancel();
  }

  /** Hides the advice without scanning on. */
  public void dismiss() {
    stopped.set(Optional.empty());
  }

  /** Throws all pages of this batch away (the officer confirmed it). */
  public void discard() {
    forget().ifPresent(old -> errands.run(() -> discarded(old), ignored -> {}, fault -> {}));
  }

  /** Forgets the batch without touching its files: the desk that received it owns them now. */
  Optional<ScanBatch> forget() {
    turn++;
    cancellation.cancel();
    Optional<ScanBatch> old = batch;
    batch = Optional.empty();
    last = Optional.empty();
    running.set(Optional.empty());
    stopped.set(Optional.empty());
    lastPlace = PagePlace.end();
    strip.clear();
    sheets.clear();
    actions.forget();
    return old;
  }

  /** The window closes: pages that became no dossier are offered when the next one opens. */
  void close() {
    cancellation.cancel();
    batch.ifPresent(ScanBatch::close);
  }

  private ScanBatch discarded(ScanBatch old) {
    desk.discard(old);
    return old;
  }

  private void arrived(int mine) {
    if (mine == turn) {
      batch.ifPresent(into -> {
        List<PilePage> listing = into.listing();
        strip.show(listing);
        sheets.arrived(listing);
      });
    }
  }
}
