package vn.motcua.kiosk.ui.citizen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.dossier.Apology;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Progress;
import vn.motcua.kiosk.speech.Spoken;
import vn.motcua.kiosk.ui.kit.DateWords;
import vn.motcua.kiosk.ui.kit.Texts;

/**
 * The answer for the ear: the sentences of {@link Answer}, each with the values that stand in it,
 * so that a voice of recordings can say them in any language that has a grammar.
 */
final class AnswerSpeech {
  private static final int DAYS_BY_NAME = 5;

  private final DossierView view;
  private final Centre centre;
  private final LocalDate today;
  private final Texts texts;
  private final DateWords dates;
  private final String you;
  private final List<Spoken> said = new ArrayList<>();

  private AnswerSpeech(
      DossierView view, Visitor visitor, Centre centre, LocalDate today, Texts texts) {
    this.view = view;
    this.centre = centre;
    this.today = today;
    this.texts = texts;
    dates = texts.dates();
    you = visitor.salutation();
  }

  /** What is said of {@code view}, in order. */
  static List<Spoken> of(
      DossierView view, Visitor visitor, Centre centre, LocalDate today, Texts texts) {
    AnswerSpeech speech = new AnswerSpeech(view, visitor, centre, today, texts);
    speech.answer();
    return List.copyOf(speech.said);
  }

  private void answer() {
    Dossier dossier = view.dossier();
    switch (view.progress()) {
      case Progress.Waiting _ -> {
        say("a.waiting");
        toYou("a.waiting.why");
      }
      case Progress.InTime(LocalDate due, List<DueDate.Day> ahead) -> inTime(dossier, due, ahead);
      case Progress.Late(LocalDate promised, _) when view.source().isPresent() -> {
        say("a.late.elsewhere");
        say("a.late.elsewhere.ask");
        on("a.late.old", promised, dates.weekdayAndDay(promised));
      }
      case Progress.Late(LocalDate promised, Optional<Apology> apology) -> late(promised, apology);
      case Progress.WaitingForPapers(List<String> missing) -> {
        say("a.papers");
        add(count("a.papers.why", missing.size(), you).named("you", you));
        missing.forEach(paper -> add(Spoken.of("paper", full(paper)).named("paper", paper)));
      }
      case Progress.WaitingForPayment(long amount) -> {
        say("a.payment");
        add(
            words("a.payment.why", Answer.money(amount, texts), you)
                .with("money", amount)
                .named("you", you));
      }
      case Progress.Stopped(String reason) -> ended("a.stopped", reason);
      case Progress.Refused(String reason) -> ended("a.refused", reason);
      case Progress.Ready(String counter) -> ready(dossier, counter);
      case Progress.Returned(LocalDate day) -> {
        on("a.returned", day, dates.weekdayDay(day));
        add(words("a.returned.why", DateWords.sentence(you)).named("you", you));
      }
      case Progress.Withdrawn _ -> {
        say("a.withdrawn");
        toYou("a.withdrawn.why");
      }
    }
  }

  private void inTime(Dossier dossier, LocalDate due, List<DueDate.Day> ahead) {
    if (due.equals(today)) {
      say("a.today");
      var at = dossier.due().map(d -> d.at().toLocalTime()).orElse(java.time.LocalTime.of(17, 0));
      add(words("a.today.until", dates.clock(at)).at(at));
    } else {
      say("a.open");
      add(words("a.open.back", you, dates.weekdayDay(due)).on(due).named("you", you));
      daysLeft(ahead);
    }
    say("a.open.intime");
    if (dossier.due().map(DueDate::provisional).orElse(false)) {
      say("a.open.provisional");
    }
  }

  private void daysLeft(List<DueDate.Day> ahead) {
    List<LocalDate> working =
        ahead.stream().filter(DueDate.Day::counted).map(DueDate.Day::date).toList();
    int count = working.size();
    if (count == 0) {
      say("a.days.none");
    } else if (count > DAYS_BY_NAME) {
      LocalDate first = working.getFirst();
      LocalDate last = working.getLast();
      add(
          count("a.days.many", count, dates.weekdayAndDay(first), dates.weekdayAndDay(last))
              .on("from.", first)
              .on("to.", last));
    } else {
      String names = working.stream().map(dates::weekday).collect(Collectors.joining(", "));
      add(count("a.days", count, names).weekdays(working));
    }
    List<DueDate.Day> off = ahead.stream().filter(day -> !day.counted()).toList();
    long holidays = off.stream().filter(day -> !day.note().isBlank()).count();
    if (holidays > 0) {
      // Their names stand on the screen; for the ear it is enough that there are some.
      add(count("a.days.holidays", holidays));
    }
    if (holidays < off.size()) {
      say("a.days.weekend");
    }
  }

  private void late(LocalDate promised, Optional<Apology> apology) {
    String commune = Answer.commune(centre, texts);
    String named = texts.in(Texts.VIETNAMESE, () -> Answer.commune(centre, texts));
    add(words("a.late", commune, you).named("commune", named).named("you", you));
    if (apology.isPresent()) {
      LocalDate day = apology.get().newDate();
      on("a.late.new", day, dates.weekdayDay(day));
    } else {
      say("a.late.soon");
    }
    on("a.late.old", promised, dates.weekdayAndDay(promised));
    apology.map(Apology::reason).ifPresent(this::reason);
    if (apology.isPresent()) {
      add(words("a.late.nothing", DateWords.sentence(you)).named("you", you));
    } else {
      toYou("a.late.ask");
    }
  }

  private void ready(Dossier dossier, String counter) {
    say("a.ready");
    switch (dossier.channel()) {
      case COUNTER -> {
        if (counter.isBlank()) {
          say("a.ready.other");
        } else {
          add(words("a.ready.counter", counter).with("counter", counter));
        }
        toYou("a.ready.who");
      }
      case POST -> toYou("a.ready.post");
      case ELECTRONIC -> toYou("a.ready.electronic");
    }
  }

  private void ended(String key, String reason) {
    say(key);
    reason(reason);
    toYou("a.ask");
  }

  /** Free text that an officer wrote. */
  private void reason(String reason) {
    if (!reason.isBlank()) {
      add(Spoken.free(texts.get("a.reason", full(reason))));
    }
  }

  private static String full(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped : stripped + ".";
  }

  private void say(String key) {
    add(words(key));
  }

  private void toYou(String key) {
    add(words(key, you).named("you", you));
  }

  private void on(String key, LocalDate day, String written) {
    add(words(key, written).on(day));
  }

  private Spoken words(String key, Object... put) {
    return Spoken.of(key, texts.get(key, put));
  }

  private Spoken count(String key, long number, Object... put) {
    return Spoken.of(key, texts.count(key, number, put)).with("count", number);
  }

  private void add(Spoken spoken) {
    said.add(spoken);
  }
}
