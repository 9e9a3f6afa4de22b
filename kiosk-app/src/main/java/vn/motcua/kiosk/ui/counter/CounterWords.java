package vn.motcua.kiosk.ui.counter;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.citizen.Field;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.Progress;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.kiosk.ui.kit.DateWords;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.TrustWords;

/** Puts the values of the trade into the counter's words. */
final class CounterWords {
  private static final int FEW_DAYS = 7;
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.UK);
  private static final DateTimeFormatter SHORT_DATE =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
  private final Texts texts;
  private final TrustWords trust;

  CounterWords(Texts texts) {
    this.texts = texts;
    this.trust = new TrustWords(texts);
  }

  /** How far cards are proven, in words. */
  TrustWords trust() {
    return trust;
  }

  /** A name, and whether it is only spelled as the machine readable zone spells. */
  String name(Field<String> name) {
    return name.source() == FieldSource.ZONE ? texts.get("name.zone", name.value()) : name.value();
  }

  Pill progress(Progress progress) {
    return switch (progress) {
      case Progress.Waiting waiting -> new Pill(Tone.BRAND, texts.get("progress.waiting"));
      case Progress.InTime inTime -> new Pill(Tone.OK, texts.get("progress.intime"));
      case Progress.Late late ->
          late.apology().isPresent()
              ? new Pill(Tone.WAIT, texts.get("progress.apologised"))
              : new Pill(Tone.BAD, texts.get("progress.late"));
      case Progress.WaitingForPapers papers -> new Pill(Tone.WAIT, texts.get("progress.papers"));
      case Progress.WaitingForPayment payment -> new Pill(Tone.WAIT, texts.get("progress.payment"));
      case Progress.Stopped stopped -> new Pill(Tone.MUTED, texts.get("progress.stopped"));
      case Progress.Ready ready -> new Pill(Tone.BRAND, texts.get("progress.ready"));
      case Progress.Returned returned -> new Pill(Tone.MUTED, texts.get("progress.returned"));
      case Progress.Refused refused -> new Pill(Tone.MUTED, texts.get("progress.refused"));
      case Progress.Withdrawn withdrawn -> new Pill(Tone.MUTED, texts.get("progress.withdrawn"));
    };
  }

  /** One sentence that says more about the progress; empty if the pill says it all. */
  String progressMore(Progress progress) {
    return switch (progress) {
      case Progress.Late late ->
          late.apology()
              .map(apology ->
                  texts.get(
                      "progress.late.apology",
                      dates().date(apology.oldDate()),
                      dates().date(apology.newDate()),
                      apology.reason()))
              .orElseGet(() -> texts.get("progress.late.more", dates().date(late.promised())));
      case Progress.WaitingForPapers papers ->
          texts.get("progress.papers.more", String.join("; ", papers.missing()));
      case Progress.WaitingForPayment payment ->
          texts.get("progress.payment.more", money(payment.amount()));
      case Progress.Stopped stopped -> texts.get("progress.reason", stopped.reason());
      case Progress.Refused refused -> texts.get("progress.reason", refused.reason());
      case Progress.Ready ready -> texts.get("progress.ready.more", ready.counter());
      case Progress.Returned returned ->
          texts.get("progress.returned.more", dates().date(returned.on()));
      case Progress.InTime inTime -> texts.get("progress.intime.more", dates().full(inTime.due()));
      case Progress.Waiting waiting -> "";
      case Progress.Withdrawn withdrawn -> "";
    };
  }

  Pill badge(FieldSource source) {
    Pill pill =
        switch (source) {
          case CHIP -> new Pill(Tone.OK, texts.get("source.CHIP"));
          case QR -> new Pill(Tone.WAIT, texts.get("source.QR"));
          case TYPED -> new Pill(Tone.BRAND, texts.get("source.TYPED"));
          case PAPER -> new Pill(Tone.WAIT, texts.get("source.PAPER"));
          case ZONE -> new Pill(Tone.WAIT, texts.get("source.ZONE"));
        };
    pill.getStyleClass().add("badge");
    return pill;
  }

  String source(FieldSource source) {
    return texts.get("by." + source.name());
  }

  /**
   * Why the day is the day: how many working days, counted from when, which ones, what is left out.
   */
  List<String> reasoning(DueDate due, LocalDateTime received) {
    List<String> lines = new ArrayList<>();
    lines.add(
        due.workingDays() == 0
            ? texts.get("due.sameday")
            : texts.count("due.days", due.workingDays()));
    String weekday = dates().weekday(received.toLocalDate());
    String clock = dates().clock(received.toLocalTime());
    boolean sameDay = due.workingDays() == 0;
    if (sameDay && due.date().equals(received.toLocalDate())) {
      lines.add(texts.get("due.today", weekday, clock));
    } else {
      lines.add(texts.get(sameDay ? "due.toolate" : "due.from", weekday, clock));
    }
    List<DueDate.Day> counted = due.days().stream().filter(DueDate.Day::counted).toList();
    if (!counted.isEmpty()) {
      lines.add(
          counted.size() <= FEW_DAYS
              ? texts.get(
                  "due.counted",
                  counted.stream()
                      .map(day -> shortDay(day.date()))
                      .collect(Collectors.joining(", ")))
              : texts.get(
                  "due.range",
                  shortDay(counted.getFirst().date()),
                  shortDay(counted.getLast().date())));
    }
    due.days().stream()
        .filter(day -> day.note().equals(WorkingCalendar.AFTER_HOURS))
        .forEach(day -> lines.add(texts.get("due.afterhours", shortDay(day.date()))));
    List<DueDate.Day> left =
        due.days().stream()
            .filter(day -> !day.counted())
            .filter(day -> !day.note().equals(WorkingCalendar.AFTER_HOURS))
            .filter(day -> !day.note().equals(WorkingCalendar.SAME_DAY))
            .toList();
    left.stream()
        .filter(day -> !day.note().isEmpty())
        .forEach(day -> lines.add(texts.get("due.left", shortDay(day.date()), day.note())));
    long weekend = left.stream().filter(day -> day.note().isEmpty()).count();
    if (weekend > 0) {
      lines.add(texts.count("due.weekend", weekend));
    }
    if (due.provisional()) {
      lines.add(texts.get("due.provisional"));
    }
    return lines;
  }

  String dueDay(DueDate due) {
    return DateWords.sentence(dates().weekdayAndDay(due.date()));
  }

  String money(long dong) {
    return texts.get("money", NumberFormat.getIntegerInstance(Locale.GERMANY).format(dong));
  }

  String name(Procedure procedure) {
    return english() ? procedure.nameEn() : procedure.shortName();
  }

  /** A name and the end of the number, for lists. */
  String masked(Party party) {
    return party
        .number()
        .flatMap(CitizenNumber::read)
        .map(number -> party.name() + " · " + number.masked().substring(4))
        .orElse(party.name());
  }

  String missing(Missing missing) {
    return texts.count("missing." + missing.what().name(), missing.count());
  }

  /** "26/11" or "26 Nov": for lists of days. */
  String shortDay(LocalDate date) {
    return english() ? SHORT_DAY.format(date) : dates().day(date);
  }

  /** "26/11/2026" or "26 Nov 2026": for columns. */
  String shortDate(LocalDate date) {
    return english() ? SHORT_DATE.format(date) : dates().date(date);
  }

  private boolean english() {
    return texts.language().get().getLanguage().equals("en");
  }

  DateWords dates() {
    return texts.dates();
  }
}
