package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.motcua.kiosk.dossier.Apology;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Handling;
import vn.motcua.kiosk.dossier.LinkedPart;
import vn.motcua.kiosk.dossier.LinkedWork;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Moves;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.Past;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Progress;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.LedgerEntry;
import vn.motcua.scanner.FaultException;

/** Where staff see their dossiers and move them on. All methods block. */
public final class WorkDesk {
  /** Nobody is put off for longer by one apology: beyond it a year was mistyped. */
  private static final int MOST_LATER = 366;

  /**
   * One line of the work list.
   *
   * @param dossier the dossier
   * @param progress in time, late, paused…
   */
  public record Item(Dossier dossier, Progress progress) {}

  /**
   * What a move needs beside its name.
   *
   * @param officer who does it
   * @param holder who has the dossier afterwards; empty = the usual unit of the next stage; at an
   *     end, who took it
   * @param note a sentence: the reason, the new date's reason; may be empty
   * @param missing for ASK_FOR_PAPERS: what is missing
   * @param newDate for EXTEND: the new date
   */
  public record Details(
      String officer,
      String holder,
      String note,
      List<String> missing,
      Optional<LocalDate> newDate) {
    public Details {
      missing = List.copyOf(missing);
    }

    /** Only who does it. */
    public static Details by(String officer) {
      return new Details(officer, "", "", List.of(), Optional.empty());
    }
  }

  private static final String WAITING_FOR_PAPERS = "chờ bổ sung giấy tờ, chưa tính ngày";
  private static final String WAITING_FOR_PAYMENT = "chờ nộp tiền, chưa tính ngày";
  private static final String STOPPED = "dừng xử lý, chưa tính ngày";

  private final DossierStore store;
  private final WorkingCalendar calendar;
  private final Centre centre;
  private final Clock clock;
  private final MovePapers papers;
  private final Crew crew;

  /** Without papers. */
  public WorkDesk(DossierStore store, WorkingCalendar calendar, Centre centre, Clock clock) {
    this(store, calendar, centre, clock, MovePapers.NONE);
  }

  /** Where everybody may do everything. */
  public WorkDesk(
      DossierStore store, WorkingCalendar calendar, Centre centre, Clock clock, MovePapers papers) {
    this(store, calendar, centre, clock, papers, Crew.OPEN);
  }

  /**
   * @param clock local time of the centre
   * @param papers makes what a move is told with
   * @param crew who may make which move
   */
  public WorkDesk(
      DossierStore store,
      WorkingCalendar calendar,
      Centre centre,
      Clock clock,
      MovePapers papers,
      Crew crew) {
    this.papers = papers;
    this.crew = crew;
    this.store = store;
    this.calendar = calendar;
    this.centre = centre;
    this.clock = clock;
  }

  /** Dossiers in {@code stage} (all if empty) that fit {@code text}, the most urgent first. */
  public List<Item> list(Optional<Stage> stage, String text) throws FaultException {
    return store.list(stage, text).stream().map(this::item).toList();
  }

  /** One dossier, and the view is written into the access ledger. */
  public Optional<Item> open(DossierCode code, String officer) throws FaultException {
    LedgerEntry entry = new LedgerEntry(now(), officer, "xử lý hồ sơ", "");
    // The entry goes to the disk while the dossier is read; shown is it only when both are done.
    DossierStore.Writing<Boolean> written =
        store.writeLater(transaction -> {
          transaction.viewed(code, entry);
          return true;
        });
    Optional<Item> item = store.find(code).map(this::item);
    written.await();
    return item;
  }

  /** What happened to a dossier, oldest first. */
  public List<DossierEvent> history(DossierCode code) throws FaultException {
    return store.events(code);
  }

  /**
   * What may be done to it now, by its state. That papers were asked for before shows only in its
   * history: {@link #allowed(DossierCode)} knows that too.
   */
  public Set<Move> allowed(Dossier dossier) {
    return Moves.allowed(dossier.stage(), dossier.status());
  }

  /** What may be done to it now, by its state and its history; nothing if it does not exist. */
  public Set<Move> allowed(DossierCode code) throws FaultException {
    Optional<Dossier> dossier = store.find(code);
    return dossier.isEmpty() ? Set.of() : Moves.allowed(dossier.get(), store.events(code));
  }

  /** Called with the code of every dossier that changes; see {@link DossierStore#onChange}. */
  public Runnable onChange(Consumer<DossierCode> listener) {
    return store.onChange(listener);
  }

  /**
   * Does {@code move} to the dossier as it stands when this is called; whoever moves it in between
   * wins, and this fails. Screens that show a dossier use {@link #move(Dossier, Move, Details)}.
   *
   * @throws FaultException with {@link DeskFault.MoveNotAllowed} if the table forbids it (somebody
   *     else may have moved it meanwhile)
   */
  public Dossier move(DossierCode code, Move move, Details details) throws FaultException {
    Dossier seen =
        store.find(code).orElseThrow(() -> new FaultException(new DeskFault.UnknownReceipt()));
    return move(seen, move, details);
  }

  /**
   * Does {@code move} to a dossier, provided that it still is as the officer saw it.
   *
   * @param seen the dossier that was on the officer's screen
   * @throws FaultException with {@link DeskFault.MoveNotAllowed} if the table forbids it or
   *     somebody else has moved it since, {@link DeskFault.Incomplete} if {@code details} lack what
   *     the move needs ({@code OFFICER}, {@code NOTE}, {@code MISSING}, {@code DATE}), {@link
   *     DeskFault.NotYourMove} if the officer's roles do not carry it
   */
  public Dossier move(Dossier seen, Move move, Details details) throws FaultException {
    check(move, details, seen);
    crew.need(details.officer(), move);
    LocalDateTime at = now();
    return store.write(transaction -> {
      Dossier current =
          transaction
              .find(seen.code())
              .orElseThrow(() -> new FaultException(new DeskFault.UnknownReceipt()));
      List<DossierEvent> history = transaction.events(seen.code());
      if (!current.equals(seen)
          || move == Move.LINKED_PART
          || !Moves.allowed(current, history).contains(move)) {
        throw new FaultException(new DeskFault.MoveNotAllowed());
      }
      boolean leavesAppraisal = move == Move.FORWARD && current.stage() == Stage.APPRAISAL;
      if (leavesAppraisal && !current.handling().linked().joined()) {
        throw new FaultException(new DeskFault.PartsOpen());
      }
      Dossier after = after(current, move, details, history, at);
      transaction.update(after, event(history, at, move, after, details));
      papers.attach(transaction, current, after, move, details, at);
      HandOvers.moved(
              transaction.custody(seen.code()),
              current,
              after,
              at,
              details.officer(),
              details.holder())
          .ifPresent(handOver -> transaction.handOver(seen.code(), handOver));
      return after;
    });
  }

  /**
   * Another agency has done, paused or resumed its part of a dossier that several share. The whole
   * is due when all parts are.
   *
   * @param seen the dossier that was on the officer's screen
   * @param part which, from 0
   * @param state what it is now: DONE, PAUSED, or RUNNING again
   * @throws FaultException with {@link DeskFault.MoveNotAllowed} if that part cannot become so now
   */
  public Dossier part(Dossier seen, int part, LinkedPart.State state, Details details)
      throws FaultException {
    need(!details.officer().isBlank(), "OFFICER");
    crew.need(details.officer(), Move.LINKED_PART);
    LocalDateTime at = now();
    return store.write(transaction -> {
      Dossier current =
          transaction
              .find(seen.code())
              .orElseThrow(() -> new FaultException(new DeskFault.UnknownReceipt()));
      List<DossierEvent> history = transaction.events(seen.code());
      if (!current.equals(seen) || !Moves.allowed(current, history).contains(Move.LINKED_PART)) {
        throw new FaultException(new DeskFault.MoveNotAllowed());
      }
      Dossier after = due(current.with(current.handling().with(parts(current, part, state, at))));
      transaction.update(after, event(history, at, Move.LINKED_PART, after, details));
      return after;
    });
  }

  private LinkedWork parts(Dossier now, int part, LinkedPart.State state, LocalDateTime at)
      throws FaultException {
    LinkedWork work = now.handling().linked();
    try {
      return switch (state) {
        case DONE -> work.done(part, at, calendar);
        case PAUSED -> work.pause(part, at);
        case RUNNING -> work.resume(part, at, calendar, WAITING_FOR_PAPERS);
        case WAITING -> throw new FaultException(new DeskFault.MoveNotAllowed());
      };
    } catch (IllegalArgumentException not) {
      throw new FaultException(new DeskFault.MoveNotAllowed(), "part " + part);
    }
  }

  /** A dossier that several share is due when the last of its parts is. */
  private Dossier due(Dossier dossier) {
    LocalDateTime begun = dossier.since();
    return dossier
        .handling()
        .linked()
        .expected(begun, calendar)
        .map(end -> dossier.due(calendar.until(dossier.received(), end.toLocalDate())))
        .orElse(dossier);
  }

  private static DossierEvent event(
      List<DossierEvent> history, LocalDateTime at, Move move, Dossier after, Details details) {
    return new DossierEvent(
        history.size() + 1,
        at,
        move,
        after.stage(),
        after.status(),
        details.officer(),
        after.holder(),
        details.note());
  }

  private void check(Move move, Details details, Dossier seen) throws FaultException {
    need(!details.officer().isBlank(), "OFFICER");
    switch (move) {
      case REFUSE, STOP, EXTEND, POST_OUT, POST_BACK -> need(!details.note().isBlank(), "NOTE");
      case ASK_FOR_PAPERS -> need(!details.missing().isEmpty(), "MISSING");
      default -> {}
    }
    if (move == Move.EXTEND) {
      LocalDate today = now().toLocalDate();
      LocalDate old = seen.due().map(DueDate::date).orElse(today);
      need(
          details
              .newDate()
              .filter(date -> date.isAfter(old) && !date.isBefore(today))
              .filter(date -> date.isBefore(today.plusDays(MOST_LATER)))
              .filter(calendar::isWorkingDay)
              .isPresent(),
          "DATE");
    }
  }

  private static void need(boolean there, String field) throws FaultException {
    if (!there) {
      throw new FaultException(new DeskFault.Incomplete(field), field);
    }
  }

  private Dossier after(
      Dossier now, Move move, Details details, List<DossierEvent> history, LocalDateTime at)
      throws FaultException {
    Moves.Position to =
        Moves.after(
                new Moves.Position(now.stage(), now.status()),
                Past.of(now.channel(), history),
                move)
            .orElseThrow(() -> new FaultException(new DeskFault.MoveNotAllowed()));
    boolean end = Moves.isEnd(to.status()) || move == Move.ISSUE_STOP;
    String holder = end ? Holders.atEnd() : holder(now, move, details, to);
    LocalDateTime since = holder.equals(now.holder()) && !end ? now.since() : at;
    Optional<Apology> apology = now.apology();
    if (move == Move.EXTEND) {
      LocalDate promised = now.due().map(DueDate::date).orElse(at.toLocalDate());
      apology =
          Optional.of(
              new Apology(promised, details.newDate().orElseThrow(), details.note().strip()));
    }
    boolean asks = move == Move.ASK_FOR_PAPERS;
    String reason =
        switch (move) {
          case REFUSE, STOP, WITHDRAW, ASK_FOR_PAYMENT -> details.note().strip();
          case RESUME -> "";
          default -> now.reason();
        };
    Originals originals =
        end && now.originals() == Originals.HELD ? Originals.GIVEN_BACK : now.originals();
    Handling handling = handling(now, move, at);
    return new Dossier(
        now.code(),
        now.procedure(),
        now.applicant(),
        now.owner(),
        move == Move.RECEIVE ? at : now.received(),
        due(now, move, details, history, at),
        to.stage(),
        to.status(),
        holder,
        since,
        now.papers(),
        originals,
        now.channel(),
        apology,
        asks ? details.missing() : move == Move.RESUME ? List.of() : now.missing(),
        reason,
        to.status() == PortalStatus.FINISHED ? centre.returnCounter() : now.counter(),
        now.fee(),
        handling);
  }

  private Handling handling(Dossier now, Move move, LocalDateTime at) {
    Handling handling = now.handling();
    if (move == Move.ISSUE_STOP) {
      return handling.withStopIssued();
    }
    boolean begins = move == Move.FORWARD && now.stage() == Stage.RECEPTION;
    return begins ? handling.with(handling.linked().begin(at, calendar)) : handling;
  }

  private String holder(Dossier now, Move move, Details details, Moves.Position to) {
    if (move == Move.POST_OUT) {
      return Holders.POST;
    }
    if (!details.holder().isBlank()) {
      return details.holder().strip();
    }
    return move == Move.RECEIVE || move == Move.POST_BACK || to.stage() != now.stage()
        ? Holders.at(to.stage(), now, centre.returnCounter(), details.officer())
        : now.holder();
  }

  private Optional<DueDate> due(
      Dossier now, Move move, Details details, List<DossierEvent> history, LocalDateTime at) {
    return switch (move) {
      case RECEIVE -> Optional.of(calendar.due(at, now.procedure().limit()));
      case EXTEND -> Optional.of(calendar.until(now.received(), details.newDate().orElseThrow()));
      case RESUME -> now.due().map(due -> resumed(now, due, pausedAt(history, at), at));
      default -> now.due();
    };
  }

  /** A day that staff have set themselves (form 04) is a day, whatever the limit was counted in. */
  private DueDate resumed(Dossier now, DueDate due, LocalDateTime paused, LocalDateTime at) {
    String why = why(now.status());
    // What an older system promised has no days to count by: they are those of the calendar.
    DueDate known =
        due.days().isEmpty() && due.date().isAfter(now.received().toLocalDate())
            ? new DueDate(
                due.at(), calendar.until(now.received(), due.date()).days(), due.provisional())
            : due;
    DueDate later =
        now.apology().isPresent()
            ? calendar.resume(known, paused, at, why)
            : calendar.resume(known, paused, at, why, now.procedure().limit());
    return later.at().isBefore(due.at()) ? due : later;
  }

  /** When the clock stopped: at the first of the pausing events that nothing resumed since. */
  private static LocalDateTime pausedAt(List<DossierEvent> history, LocalDateTime now) {
    LocalDateTime paused = now;
    for (DossierEvent event : history.reversed()) {
      if (!event.status().pausesClock()) {
        break;
      }
      paused = event.at();
    }
    return paused;
  }

  private static String why(PortalStatus status) {
    return switch (status) {
      case SUPPLEMENT_REQUESTED -> WAITING_FOR_PAPERS;
      case PAYMENT_REQUESTED -> WAITING_FOR_PAYMENT;
      default -> STOPPED;
    };
  }

  private Item item(Dossier dossier) {
    return new Item(dossier, Progress.of(dossier, now(), calendar));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
  }
}
