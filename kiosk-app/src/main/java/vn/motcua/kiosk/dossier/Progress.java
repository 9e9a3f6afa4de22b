package vn.motcua.kiosk.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The answer to "is it done?", before it is put into words. */
public sealed interface Progress {
  /** Filed online, the centre has not accepted it yet. */
  record Waiting() implements Progress {}

  /**
   * It is being worked on and not late.
   *
   * @param due the day to come back
   * @param ahead the days from today to the due day, today excluded; counted ones are working days
   */
  record InTime(LocalDate due, List<DueDate.Day> ahead) implements Progress {
    public InTime {
      ahead = List.copyOf(ahead);
    }
  }

  /**
   * The promised hour has passed, or an apology moved it.
   *
   * @param promised the day that was promised
   * @param apology the new date and the reason, once staff have given them
   */
  record Late(LocalDate promised, Optional<Apology> apology) implements Progress {}

  /**
   * Papers are missing; the clock stands still.
   *
   * @param missing their names
   */
  record WaitingForPapers(List<String> missing) implements Progress {
    public WaitingForPapers {
      missing = List.copyOf(missing);
    }
  }

  /**
   * A payment is due; the clock stands still.
   *
   * @param amount in đồng
   */
  record WaitingForPayment(long amount) implements Progress {}

  /**
   * Stopped before a decision.
   *
   * @param reason in plain words
   */
  record Stopped(String reason) implements Progress {}

  /**
   * The result is ready.
   *
   * @param counter where it is handed out
   */
  record Ready(String counter) implements Progress {}

  /**
   * The result was handed out.
   *
   * @param on the day
   */
  record Returned(LocalDate on) implements Progress {}

  /**
   * It was not accepted.
   *
   * @param reason in plain words
   */
  record Refused(String reason) implements Progress {}

  /** The citizen took it back. */
  record Withdrawn() implements Progress {}

  /** The progress of {@code dossier} as seen at {@code now}; late is who misses the hour. */
  static Progress of(Dossier dossier, LocalDateTime now, WorkingCalendar calendar) {
    return switch (dossier.status()) {
      case REGISTERED -> new Waiting();
      case REFUSED -> new Refused(dossier.reason());
      case WITHDRAWN -> new Withdrawn();
      case SUPPLEMENT_REQUESTED -> new WaitingForPapers(dossier.missing());
      case PAYMENT_REQUESTED -> new WaitingForPayment(dossier.fee());
      case STOPPED -> new Stopped(dossier.reason());
      case FINISHED -> new Ready(dossier.counter());
      case RETURNED -> new Returned(dossier.since().toLocalDate());
      case ACCEPTED, PROCESSING ->
          dossier.due().map(due -> running(dossier, due, now, calendar)).orElseGet(Waiting::new);
    };
  }

  private static Progress running(
      Dossier dossier, DueDate due, LocalDateTime now, WorkingCalendar calendar) {
    if (due.at().isBefore(now)) {
      return new Late(due.date(), Optional.empty());
    }
    if (dossier.apology().isPresent()) {
      Apology apology = dossier.apology().get();
      // A pause after the apology moves the day once more: what counts is the day that holds now.
      return new Late(
          apology.oldDate(),
          Optional.of(new Apology(apology.oldDate(), due.date(), apology.reason())));
    }
    return new InTime(due.date(), calendar.days(now.toLocalDate().plusDays(1), due.date()));
  }
}
