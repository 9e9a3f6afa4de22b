package vn.motcua.kiosk.ui.counter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.motcua.kiosk.desk.ScanBatch;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.Scanner;

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

  private final ScanDesk desk;
  private final Errands errands;
  private final ObservableList<PageItem> pages = FXCollections.observableArrayList();
  private final ObservableList<Scanner> scanners = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<Scanner>> scanner =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<PaperSource> source = new SimpleObjectProperty<>(PaperSource.FEEDER);
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyObjectWrapper<Optional<PaperLine>> running =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Stopped>> stopped =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ScanBatch>> leftover =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<ScanBatch> batch = Optional.empty();
  private Cancellation cancellation = new Cancellation();
  private int turn;

  ScanModel(ScanDesk desk, Errands errands) {
    this.desk = desk;
    this.errands = errands;
  }

  /** The pages that are safe, in the order in which they were scanned. */
  public ObservableList<PageItem> pages() {
    return pages;
  }

  /** The scanners that were found. */
  public ObservableList<Scanner> scanners() {
    return scanners;
  }

  /** The scanner that is used. */
  public ObjectProperty<Optional<Scanner>> scanner() {
    return scanner;
  }

  /** Where the paper lies. */
  public ObjectProperty<PaperSource> source() {
    return source;
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
    return pages.isEmpty() ? Optional.empty() : batch;
  }

  /** Pages that were being scanned when the machine died, and belong to no dossier yet. */
  public ReadOnlyObjectProperty<Optional<ScanBatch>> leftover() {
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
   * Takes the pages that were left behind for the present dossier: paper after paper, as many pages
   * each as were counted, what is over to the last. Does nothing once pages were scanned.
   */
  public void adopt(List<PaperLine> papers) {
    List<PaperLine> takers = papers.stream().filter(PaperLine::takesMore).toList();
    Optional<ScanBatch> pile = leftover.get();
    if (pile.isEmpty() || takers.isEmpty() || !pages.isEmpty() || running.get().isPresent()) {
      return;
    }
    leftover.set(Optional.empty());
    batch = pile;
    for (Path picture : pile.get().pages()) {
      PaperLine line =
          takers.stream().filter(PaperLine::takesMore).findFirst().orElse(takers.getLast());
      arrived(turn, line, picture);
    }
  }

  /** Leaves them where they are; they are offered again when the window opens next. */
  public void leaveForLater() {
    leftover.set(Optional.empty());
  }

  /** Looks for scanners again. */
  public void look() {
    looking.set(true);
    errands.run(
        desk::scanners,
        found -> {
          looking.set(false);
          scanners.setAll(found);
          Optional<Scanner> before = scanner.get();
          scanner.set(
              before
                  .flatMap(old -> found.stream().filter(s -> s.id().equals(old.id())).findFirst())
                  .or(() -> found.stream().filter(s -> s.state() == DeviceState.READY).findFirst())
                  .or(() -> found.stream().findFirst()));
        },
        fault -> {
          looking.set(false);
          scanners.clear();
          scanner.set(Optional.empty());
        });
  }

  /** Scans pages of {@code line} after those that are there; does nothing while a scan runs. */
  public void scan(PaperLine line) {
    if (running.get().isPresent()) {
      return;
    }
    Optional<Scanner> device = scanner.get();
    if (device.isEmpty()) {
      stopped.set(Optional.of(new Stopped(line, new ScanFault.Offline())));
      look();
      return;
    }
    stopped.set(Optional.empty());
    running.set(Optional.of(line));
    int mine = turn;
    Cancellation stop = new Cancellation();
    cancellation = stop;
    ScanSettings settings = ScanSettings.ARCHIVE.from(source.get());
    Optional<ScanBatch> present = batch;
    errands.run(
        () -> {
          ScanBatch into = present.isPresent() ? present.get() : desk.begin();
          errands.onScreen(() -> {
            if (mine == turn) {
              batch = Optional.of(into);
            }
          });
          return desk.scan(
              into,
              device.get().id(),
              settings,
              picture -> errands.onScreen(() -> arrived(mine, line, picture)),
              stop);
        },
        outcome -> {
          if (mine == turn) {
            running.set(Optional.empty());
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

  /** Keeps a page that a person accepted from the camera, as a page of {@code line}. */
  void keep(PaperLine line, ScannedPage page) {
    int mine = turn;
    Optional<ScanBatch> present = batch;
    errands.run(
        () -> {
          ScanBatch into = present.isPresent() ? present.get() : desk.begin();
          errands.onScreen(() -> {
            if (mine == turn) {
              batch = Optional.of(into);
            }
          });
          return desk.keep(into, page);
        },
        picture -> arrived(mine, line, picture),
        fault -> {
          if (mine == turn) {
            stopped.set(Optional.of(new Stopped(line, fault)));
          }
        });
  }

  /** Goes on with the paper at which it stopped. */
  public void goOn() {
    stopped.get().ifPresent(at -> scan(at.line()));
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
    running.set(Optional.empty());
    stopped.set(Optional.empty());
    List.copyOf(pages).stream().map(PageItem::line).distinct().forEach(PaperLine::pagesDiscarded);
    pages.clear();
    return old;
  }

  private ScanBatch discarded(ScanBatch old) {
    desk.discard(old);
    return old;
  }

  private void arrived(int mine, PaperLine line, Path picture) {
    if (mine == turn) {
      pages.add(new PageItem(pages.size() + 1, line, picture));
      line.pageArrived();
    }
  }
}
