package vn.motcua.kiosk.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.desk.WorkDesk;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ProcedureCatalogue;
import vn.motcua.kiosk.dossier.ReceivedPaper;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.NewDossier;
import vn.motcua.scanner.FaultException;

/**
 * Fills an empty store with about forty dossiers over all five stages and all ten statuses, with
 * days relative to today. The same seed, day and people give the same dossiers. Every dossier goes
 * its way through {@link WorkDesk}, so that it is what the counter would have made of it.
 */
public final class DemoDossiers {
  /**
   * What stands on a demo receipt.
   *
   * @param code of the dossier
   * @param secret that opens it
   */
  public record DemoReceipt(DossierCode code, LookupSecret secret) {}

  /** A clock that is set by hand. */
  private static final class PastClock extends Clock {
    private final ZoneId zone;
    private volatile Instant now = Instant.EPOCH;

    PastClock(ZoneId zone) {
      this.zone = zone;
    }

    void set(LocalDateTime time) {
      now = time.atZone(zone).toInstant();
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return Clock.fixed(now, other);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static final String OFFICER = "Lê Thị Thanh Hà";

  /** Every eighth dossier belongs to the first card's bearer, and so on. */
  private static final int SHARE = 8;

  private final DossierStore store;
  private final ProcedureCatalogue catalogue;
  private final WorkingCalendar calendar;
  private final Centre centre;
  private final LocalDate today;
  private final PastClock clock;
  private final WorkDesk work;
  private final long seed;
  private final Random random;

  private DemoDossiers(
      DossierStore store,
      ProcedureCatalogue catalogue,
      WorkingCalendar calendar,
      Centre centre,
      Clock now,
      long seed) {
    this.store = store;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.centre = centre;
    this.seed = seed;
    today = LocalDate.now(now);
    clock = new PastClock(now.getZone());
    work = new WorkDesk(store, calendar, centre, clock);
    random = new Random(seed);
  }

  /**
   * Fills {@code store} if it is empty.
   *
   * @param clock today and the time zone
   * @param cardholders bearers of the simulated cards, at most eight: each gets several dossiers
   * @return the receipts of all dossiers that were made; empty if the store was not empty
   */
  public static List<DemoReceipt> fill(
      DossierStore store,
      ProcedureCatalogue catalogue,
      WorkingCalendar calendar,
      Centre centre,
      Clock clock,
      long seed,
      List<Party> cardholders)
      throws FaultException {
    if (store.count() > 0) {
      return List.of();
    }
    DemoDossiers demo = new DemoDossiers(store, catalogue, calendar, centre, clock, seed);
    List<DemoReceipt> receipts = new ArrayList<>();
    for (int i = 0; i < DemoStory.ALL.size(); i++) {
      receipts.add(demo.make(i, cardholders));
    }
    return receipts;
  }

  /** The secret of a demo dossier; known to everybody who has the program. */
  public static LookupSecret secret(DossierCode code, long seed) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("demo " + seed + " " + code).getBytes(StandardCharsets.UTF_8));
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < LookupSecret.LENGTH; i++) {
        text.append(
            LookupSecret.ALPHABET.charAt((hash[i] & 0xff) % LookupSecret.ALPHABET.length()));
      }
      return new LookupSecret(text.toString());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private DemoReceipt make(int index, List<Party> cardholders) throws FaultException {
    DemoStory story = DemoStory.ALL.get(index);
    Procedure procedure = procedure(index, story);
    int holder = index % SHARE;
    Party applicant =
        holder < cardholders.size() ? cardholders.get(holder) : DemoPeople.person(index, random);
    LocalDateTime received = received(story, procedure);
    Dossier begun = begin(story, procedure, applicant, received);
    LocalDateTime last = received;
    for (DemoStory.Step step : story.steps()) {
      LocalDateTime at = back(step.back()).atTime(8, 0).plusMinutes(random.nextInt(150));
      last = at.isAfter(last) ? at : last.plusMinutes(7);
      clock.set(last);
      begun = work.move(begun, step.move(), details(step, begun));
    }
    return new DemoReceipt(begun.code(), secret(begun.code(), seed));
  }

  private Procedure procedure(int index, DemoStory story) {
    List<Procedure> all = catalogue.all();
    Procedure next = all.get(index % all.size());
    if (story != DemoStory.PAYMENT || next.fee() > 0) {
      return next;
    }
    return all.stream().filter(known -> known.fee() > 0).findFirst().orElse(next);
  }

  private Dossier begin(
      DemoStory story, Procedure procedure, Party applicant, LocalDateTime received)
      throws FaultException {
    boolean online = story == DemoStory.WAITING || story == DemoStory.REFUSED;
    PortalStatus status = online ? PortalStatus.REGISTERED : PortalStatus.ACCEPTED;
    Optional<DueDate> due =
        online ? Optional.empty() : Optional.of(calendar.due(received, procedure.limit()));
    String holder = online ? "Bộ phận Một cửa" : "Bộ phận Một cửa · " + OFFICER;
    List<ReceivedPaper> papers = papers(procedure);
    boolean originals = papers.stream().anyMatch(paper -> paper.originals() > 0);
    Party owner = owner(procedure, applicant, received.toLocalDate());
    ReturnChannel channel = random.nextInt(5) == 0 ? ReturnChannel.POST : ReturnChannel.COUNTER;
    clock.set(received);
    return store.write(transaction -> {
      DossierCode code = transaction.reserve(centre.agency(), received.toLocalDate());
      Dossier dossier =
          new Dossier(
              code,
              procedure,
              applicant,
              owner,
              received,
              due,
              Stage.RECEPTION,
              status,
              holder,
              received,
              papers,
              originals && !online ? Originals.HELD : Originals.NONE,
              channel,
              Optional.empty(),
              List.of(),
              "",
              centre.returnCounter(),
              procedure.fee());
      DossierEvent event =
          new DossierEvent(
              1,
              received,
              online ? Move.REGISTER : Move.RECEIVE,
              Stage.RECEPTION,
              status,
              online ? "" : OFFICER,
              holder,
              "");
      transaction.insert(
          new NewDossier(dossier, event, secret(code, seed), List.of(), Optional.empty()));
      return dossier;
    });
  }

  private Party owner(Procedure procedure, Party applicant, LocalDate day) {
    boolean child = procedure.shortName().equals("Khai sinh");
    return child
        ? DemoPeople.child(applicant, day.minusDays(9 + random.nextInt(30)), random.nextBoolean())
        : applicant;
  }

  private List<ReceivedPaper> papers(Procedure procedure) {
    return procedure.papers().stream()
        .filter(paper -> paper.scan())
        .map(paper ->
            new ReceivedPaper(
                paper.name(), paper.originals(), paper.copies(), 1 + random.nextInt(3)))
        .toList();
  }

  private WorkDesk.Details details(DemoStory.Step step, Dossier dossier) {
    List<String> missing =
        step.move() == Move.ASK_FOR_PAPERS
            ? List.of("Bản sao " + lowerFirst(dossier.procedure().papers().getLast().name()))
            : List.of();
    Optional<LocalDate> newDate =
        step.move() == Move.EXTEND
            ? Optional.of(calendar.next(calendar.next(today)))
            : Optional.empty();
    return new WorkDesk.Details(OFFICER, "", step.note(), missing, newDate);
  }

  /** Same-day procedures that still run came in after 15:00, so that they are due today. */
  private LocalDateTime received(DemoStory story, Procedure procedure) {
    LocalDate day = back(story.received());
    int minute = random.nextInt(80);
    return story.received() == 1 && procedure.workingDays() == 0
        ? day.atTime(15, 5).plusMinutes(minute)
        : day.atTime(7, 40).plusMinutes(minute);
  }

  private LocalDate back(int workingDays) {
    LocalDate day = today;
    for (int left = workingDays; left > 0; ) {
      day = day.minusDays(1);
      if (calendar.isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }

  private static String lowerFirst(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
