package vn.motcua.kiosk.ui.citizen.papers;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.Field;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.Draft;
import vn.motcua.kiosk.desk.DraftDesk;
import vn.motcua.kiosk.desk.DraftPerson;
import vn.motcua.kiosk.desk.DraftScans;
import vn.motcua.kiosk.desk.KeptPage;
import vn.motcua.kiosk.desk.PapersDesk;
import vn.motcua.kiosk.desk.ScanBatch;
import vn.motcua.kiosk.ui.citizen.Terminal;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanOutcome;

/** A draft while it is made: who, for what, which pages. */
final class DraftInHand {
  private static final Logger LOG = LoggerFactory.getLogger(DraftInHand.class);

  private final Terminal terminal;
  private final Background background;
  private final DraftScans scans;
  private Optional<PapersDesk.Needs> needs = Optional.empty();
  private DraftPerson applicant = DraftPerson.NONE;
  private DraftPerson owner = DraftPerson.NONE;
  private boolean another;
  private final Set<DraftQuestion> answered = EnumSet.noneOf(DraftQuestion.class);
  private Optional<ScanBatch> pile = Optional.empty();
  private Cancellation scanning = new Cancellation();

  DraftInHand(Terminal terminal, Background background, DraftScans scans) {
    this.terminal = terminal;
    this.background = background;
    this.scans = scans;
  }

  void begin(PapersDesk.Needs wanted) {
    forget();
    needs = Optional.of(wanted);
  }

  /** For what; empty if nothing is prepared. */
  Optional<PapersDesk.Needs> needs() {
    return needs;
  }

  void forAnother(boolean is) {
    another = is;
    if (!is) {
      owner = DraftPerson.NONE;
      answered.removeIf(DraftQuestion::ofOwner);
    }
  }

  /**
   * The card names the person at the terminal; the telephone stays as it was typed. If what is
   * there is of another number, it is somebody else's, and nothing of it stays.
   */
  void fill(Citizen citizen) {
    String before = answer(DraftQuestion.NUMBER);
    if (!before.isEmpty() && !before.equals(citizen.number().value().value())) {
      Optional<PapersDesk.Needs> same = needs;
      boolean forAnother = another;
      forget();
      needs = same;
      another = forAnother;
    }
    Optional<Field<String>> phone = applicant.field(DraftQuestion.PHONE.field());
    applicant = DraftPerson.of(citizen);
    phone.ifPresent(
        known -> applicant = applicant.typed(DraftQuestion.PHONE.field(), known.value()));
  }

  /** The first question that nobody has answered. */
  Optional<DraftQuestion> open() {
    for (DraftQuestion question : DraftQuestion.values()) {
      boolean asked = !question.ofOwner() || another;
      if (asked && !answered.contains(question) && answer(question).isEmpty()) {
        return Optional.of(question);
      }
    }
    return Optional.empty();
  }

  /** The question that was answered before it. */
  Optional<DraftQuestion> before(DraftQuestion question) {
    Optional<DraftQuestion> last = Optional.empty();
    for (DraftQuestion each : DraftQuestion.values()) {
      if (each == question) {
        return last;
      }
      if (answered.contains(each)) {
        last = Optional.of(each);
      }
    }
    return last;
  }

  private DraftPerson person(DraftQuestion question) {
    return question.ofOwner() ? owner : applicant;
  }

  /** As it is kept; empty if it is open. */
  String answer(DraftQuestion question) {
    return person(question).field(question.field()).map(Field::value).orElse("");
  }

  void answer(DraftQuestion question, String typed) {
    answered.add(question);
    String kept = question.kept(typed);
    if (kept.equals(answer(question))) {
      return; // what the card said is still the card's
    }
    DraftPerson changed = person(question).typed(question.field(), kept);
    if (question.ofOwner()) {
      owner = changed;
    } else {
      applicant = changed;
    }
  }

  Draft draft() {
    return new Draft(
        needs.orElseThrow().procedure().code(),
        applicant,
        another ? Optional.of(owner) : Optional.empty());
  }

  // ---- pages ----

  Optional<ScanBatch> pile() {
    return pile;
  }

  /** How many pages of each paper. */
  Map<String, Integer> pages() {
    Map<String, Integer> all = new LinkedHashMap<>();
    List<KeptPage> kept = pile.map(ScanBatch::kept).orElse(List.of());
    kept.forEach(page -> all.merge(page.paper(), 1, Integer::sum));
    return all;
  }

  void showScan(Optional<String> running, Optional<Fault> fault) {
    needs.ifPresent(wanted -> terminal.page(new PapersPage.Scan(wanted, pages(), running, fault)));
  }

  void scan(String paper) {
    if (needs.isEmpty() || isScanning()) {
      return;
    }
    Cancellation stop = new Cancellation();
    scanning = stop;
    Optional<ScanBatch> present = pile;
    showScan(Optional.of(paper), Optional.empty());
    // Not a question that ends after twenty seconds: a whole pile may lie in the feeder.
    var unused =
        background.run(
            () -> {
              ScanBatch into = present.isPresent() ? present.get() : scans.begin();
              background.onScreen(() -> began(stop, into));
              return scans.scan(
                  into, paper, () -> background.onScreen(() -> arrived(stop, paper)), stop);
            },
            outcome ->
                ended(
                    stop,
                    outcome instanceof ScanOutcome.Stopped stopped
                        ? Optional.of(stopped.fault())
                        : Optional.empty()),
            failure -> ended(stop, Optional.of(faultOf(failure))));
  }

  private void began(Cancellation run, ScanBatch into) {
    if (run == scanning && needs.isPresent()) {
      pile = Optional.of(into);
    } else {
      terminal.aside(() -> scans.discard(into)); // the citizen has left meanwhile
    }
  }

  private void arrived(Cancellation run, String paper) {
    if (run == scanning && isScanning()) {
      if (isTooMuch()) {
        run.cancel(); // a feeder that is never empty would fill the disk, and never leave
        return;
      }
      terminal.touched();
      showScan(Optional.of(paper), Optional.empty());
    }
  }

  private void ended(Cancellation run, Optional<Fault> fault) {
    if (run == scanning && isScanning()) {
      showScan(Optional.empty(), isTooMuch() ? Optional.of(new DeskFault.DraftPages()) : fault);
    }
  }

  private boolean isTooMuch() {
    return pile.map(batch -> batch.kept().size()).orElse(0) > DraftDesk.MOST_PAGES;
  }

  private static Fault faultOf(Exception failure) {
    if (failure instanceof FaultException known) {
      return known.fault();
    }
    LOG.error("a scan at the terminal failed", failure);
    return new Errands.Unforeseen();
  }

  private boolean isScanning() {
    return terminal.state().page() instanceof PapersPage.Scan page && page.running().isPresent();
  }

  void stopScan() {
    scanning.cancel();
  }

  void dropPages() {
    pile.ifPresent(old -> terminal.aside(() -> scans.discard(old)));
    pile = Optional.empty();
  }

  /** Everything goes: answers, pages, the pile on the disk. */
  void forget() {
    stopScan();
    scanning = new Cancellation();
    dropPages();
    needs = Optional.empty();
    applicant = DraftPerson.NONE;
    owner = DraftPerson.NONE;
    another = false;
    answered.clear();
  }
}
