package vn.motcua.kiosk.ui.citizen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.dossier.Apology;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Progress;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.ui.kit.DateWords;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;

/**
 * The answer to "is it done?" in words: first the answer, then the reasons.
 *
 * @param tone good, waiting, late…
 * @param icon says the same as the tone
 * @param pill the answer in two or three words
 * @param headline lines of the answer, to stand large
 * @param brief the answer in one line, for a list that others may see
 * @param reasons sentences after the answer
 * @param points what is listed after them: the papers that are missing
 */
public record Answer(
    Tone tone,
    Icon icon,
    String pill,
    List<String> headline,
    String brief,
    List<String> reasons,
    List<String> points) {
  private static final int DAYS_BY_NAME = 5;

  /** Words of signboards that a commune may be spoken of with. */
  private static final List<String> KINDS = List.of("Xã", "Phường", "Đặc khu");

  public Answer {
    headline = List.copyOf(headline);
    reasons = List.copyOf(reasons);
    points = List.copyOf(points);
  }

  /** The answer for {@code view}, said to {@code visitor} on {@code today}. */
  public static Answer of(
      DossierView view, Visitor visitor, Centre centre, LocalDate today, Texts texts) {
    Dossier dossier = view.dossier();
    DateWords dates = texts.dates();
    String you = visitor.salutation();
    String youFirst = DateWords.sentence(you);
    return switch (view.progress()) {
      case Progress.Waiting _ ->
          plain(Tone.WAIT, Icon.CLOCK, "waiting", List.of(texts.get("a.waiting.why", you)), texts);
      case Progress.InTime(LocalDate due, List<DueDate.Day> ahead) ->
          inTime(dossier, due, ahead, you, today, texts);
      case Progress.Late(LocalDate promised, _) when view.source().isPresent() ->
          lateElsewhere(promised, texts);
      case Progress.Late(LocalDate promised, Optional<Apology> apology) ->
          late(promised, apology, commune(centre, texts), you, youFirst, texts);
      case Progress.WaitingForPapers(List<String> missing) ->
          new Answer(
              Tone.WAIT,
              Icon.WARNING,
              texts.get("a.papers.pill", you),
              List.of(texts.get("a.papers")),
              texts.count("a.papers.brief", missing.size()),
              List.of(texts.count("a.papers.why", missing.size(), you)),
              missing);
      case Progress.WaitingForPayment(long amount) ->
          new Answer(
              Tone.WAIT,
              Icon.MONEY,
              texts.get("a.payment.pill", you),
              List.of(texts.get("a.payment")),
              texts.get("a.payment.brief"),
              List.of(texts.get("a.payment.why", money(amount, texts), you)),
              List.of());
      case Progress.Stopped(String reason) ->
          plain(Tone.BAD, Icon.NOTE, "stopped", withReason(reason, "a.ask", you, texts), texts);
      case Progress.Ready(String counter) -> ready(dossier, counter, you, texts);
      case Progress.Returned(LocalDate on) ->
          new Answer(
              Tone.OK,
              Icon.CHECK,
              texts.get("a.returned.pill"),
              List.of(texts.get("a.returned", dates.weekdayDay(on))),
              texts.get("a.returned", dates.weekdayDay(on)),
              List.of(texts.get("a.returned.why", youFirst)),
              List.of());
      case Progress.Refused(String reason) ->
          plain(Tone.BAD, Icon.NOTE, "refused", withReason(reason, "a.ask", you, texts), texts);
      case Progress.Withdrawn _ ->
          plain(
              Tone.MUTED,
              Icon.INFO,
              "withdrawn",
              List.of(texts.get("a.withdrawn.why", you)),
              texts);
    };
  }

  /** The answer as one text, to be read aloud. */
  public String spoken() {
    return String.join(" ", headline) + " " + String.join(" ", reasons);
  }

  private static Answer plain(Tone tone, Icon icon, String key, List<String> reasons, Texts texts) {
    String words = texts.get("a." + key);
    return new Answer(
        tone, icon, texts.get("a." + key + ".pill"), List.of(words), words, reasons, List.of());
  }

  private static Answer inTime(
      Dossier dossier,
      LocalDate due,
      List<DueDate.Day> ahead,
      String you,
      LocalDate today,
      Texts texts) {
    DateWords dates = texts.dates();
    List<String> headline;
    List<String> reasons = new ArrayList<>();
    if (due.equals(today)) {
      String clock = dossier.due().map(d -> dates.clock(d.at().toLocalTime())).orElse("17:00");
      headline = List.of(texts.get("a.today"), texts.get("a.today.until", clock));
    } else {
      headline = List.of(texts.get("a.open"), texts.get("a.open.back", you, dates.weekdayDay(due)));
      reasons.add(counted(ahead, texts));
      notCounted(ahead, texts).ifPresent(reasons::add);
    }
    reasons.add(texts.get("a.open.intime"));
    if (dossier.due().map(DueDate::provisional).orElse(false)) {
      reasons.add(texts.get("a.open.provisional"));
    }
    return new Answer(
        Tone.BRAND,
        Icon.CLOCK,
        texts.get("a.open.pill"),
        headline,
        String.join(" ", headline),
        reasons,
        List.of());
  }

  private static String counted(List<DueDate.Day> ahead, Texts texts) {
    DateWords dates = texts.dates();
    List<LocalDate> working =
        ahead.stream().filter(DueDate.Day::counted).map(DueDate.Day::date).toList();
    if (working.isEmpty()) {
      return texts.get("a.days.none");
    }
    if (working.size() > DAYS_BY_NAME) {
      return texts.count(
          "a.days.many",
          working.size(),
          dates.weekdayAndDay(working.getFirst()),
          dates.weekdayAndDay(working.getLast()));
    }
    return texts.count(
        "a.days",
        working.size(),
        working.stream().map(dates::weekday).collect(Collectors.joining(", ")));
  }

  /** Holidays by name; weekends are known to everybody and named only as weekends. */
  private static Optional<String> notCounted(List<DueDate.Day> ahead, Texts texts) {
    DateWords dates = texts.dates();
    List<DueDate.Day> off = ahead.stream().filter(day -> !day.counted()).toList();
    List<String> holidays =
        off.stream()
            .filter(day -> !day.note().isBlank())
            .limit(DAYS_BY_NAME)
            .map(day -> texts.get("a.days.holiday", dates.weekdayAndDay(day.date()), day.note()))
            .toList();
    boolean weekend = off.stream().anyMatch(day -> day.note().isBlank());
    if (holidays.isEmpty()) {
      return weekend ? Optional.of(texts.get("a.days.weekend")) : Optional.empty();
    }
    return Optional.of(
        DateWords.sentence(
            texts.get(
                weekend ? "a.days.off.weekend" : "a.days.off",
                String.join(texts.get("a.days.and"), holidays))));
  }

  /** Of another system's dossier: nobody here apologises or promises for it. */
  private static Answer lateElsewhere(LocalDate promised, Texts texts) {
    String late = texts.get("a.late.elsewhere");
    String ask = texts.get("a.late.elsewhere.ask");
    return new Answer(
        Tone.BAD,
        Icon.WARNING,
        texts.get("a.late.pill"),
        List.of(late, ask),
        late + " " + ask,
        List.of(texts.get("a.late.old", texts.dates().weekdayAndDay(promised))),
        List.of());
  }

  private static Answer late(
      LocalDate promised,
      Optional<Apology> apology,
      String commune,
      String you,
      String youFirst,
      Texts texts) {
    DateWords dates = texts.dates();
    String sorry = texts.get("a.late", commune, you);
    List<String> reasons = new ArrayList<>();
    reasons.add(texts.get("a.late.old", dates.weekdayAndDay(promised)));
    String second;
    if (apology.isPresent()) {
      second = texts.get("a.late.new", dates.weekdayDay(apology.get().newDate()));
      if (!apology.get().reason().isBlank()) {
        reasons.add(texts.get("a.reason", full(apology.get().reason())));
      }
      reasons.add(texts.get("a.late.nothing", youFirst));
    } else {
      second = texts.get("a.late.soon");
      reasons.add(texts.get("a.late.ask", you));
    }
    return new Answer(
        Tone.BAD,
        Icon.WARNING,
        texts.get("a.late.pill"),
        List.of(sorry, second),
        sorry + " " + second,
        reasons,
        List.of());
  }

  private static Answer ready(Dossier dossier, String counter, String you, Texts texts) {
    String where =
        switch (dossier.channel()) {
          case COUNTER ->
              counter.isBlank()
                  ? texts.get("a.ready.other")
                  : texts.get("a.ready.counter", counter);
          case POST -> texts.get("a.ready.post", you);
          case ELECTRONIC -> texts.get("a.ready.electronic", you);
        };
    List<String> reasons =
        dossier.channel() == ReturnChannel.COUNTER
            ? List.of(texts.get("a.ready.who", you))
            : List.of();
    return new Answer(
        Tone.OK,
        Icon.CHECK,
        texts.get("a.ready.pill"),
        List.of(texts.get("a.ready"), where),
        where,
        reasons,
        List.of());
  }

  private static List<String> withReason(String reason, String then, String you, Texts texts) {
    List<String> reasons = new ArrayList<>();
    if (!reason.isBlank()) {
      reasons.add(texts.get("a.reason", full(reason)));
    }
    reasons.add(texts.get(then, you));
    return reasons;
  }

  /** With a full stop, as a sentence that others follow. */
  private static String full(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped : stripped + ".";
  }

  static String commune(Centre centre, Texts texts) {
    return KINDS.stream()
        .filter(kind -> centre.name().startsWith(kind + " "))
        .findFirst()
        .filter(_ -> texts.dates().vietnamese())
        .orElse(texts.get("a.centre"));
  }

  static String money(long amount, Texts texts) {
    String digits = String.format(Locale.ROOT, "%,d", amount);
    return texts.get("money", texts.dates().vietnamese() ? digits.replace(',', '.') : digits);
  }
}
