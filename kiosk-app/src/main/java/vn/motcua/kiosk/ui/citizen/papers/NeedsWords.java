package vn.motcua.kiosk.ui.citizen.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.motcua.kiosk.desk.PapersDesk;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.RequiredPaper;
import vn.motcua.kiosk.dossier.TimeLimit;
import vn.motcua.kiosk.ui.kit.Texts;

/** What a procedure needs, in sentences; what is not confirmed is said. */
final class NeedsWords {
  /** What the catalogue may have left open, in the order in which it matters to a citizen. */
  private static final List<String> TOLD = List.of("papers", "fee", "workingDays", "hours");

  private final Texts texts;
  private final PapersDesk.Needs needs;
  private final Procedure procedure;

  NeedsWords(Texts texts, PapersDesk.Needs needs) {
    this.texts = texts;
    this.needs = needs;
    procedure = needs.procedure();
  }

  String name() {
    return name(texts, procedure);
  }

  static String name(Texts texts, Procedure procedure) {
    return texts.dates().vietnamese() ? procedure.shortName() : procedure.nameEn();
  }

  /** "1 bản chính, 2 bản sao", or that it is only shown. */
  String copies(RequiredPaper paper) {
    List<String> parts = new ArrayList<>();
    if (paper.originals() > 0) {
      parts.add(texts.count("papers.originals", paper.originals()));
    }
    if (paper.copies() > 0) {
      parts.add(texts.count("papers.copies", paper.copies()));
    }
    return parts.isEmpty() ? texts.get("papers.shown") : String.join(", ", parts);
  }

  /** One line: what it costs, and who pays less. */
  String fee() {
    long due = needs.fee().due();
    String line =
        due == 0
            ? texts.get(needs.isUnconfirmed("fee") ? "fee.none.unsure" : "fee.none")
            : texts.get(needs.counted() ? "fee.each" : "fee.is", texts.get("money", grouped(due)));
    return needs.reliefs().isEmpty() ? line : line + " " + texts.get("fee.less", reliefs());
  }

  private String reliefs() {
    return needs.reliefs().stream()
        .sorted()
        .map(ground -> texts.get("relief." + ground))
        .collect(Collectors.joining(", "));
  }

  private static String grouped(long amount) {
    return String.format(Locale.ROOT, "%,d", amount).replace(',', '.');
  }

  /** One line: how long, and when that is if it is handed in now. */
  String days() {
    LocalDate day = needs.ready().at().toLocalDate();
    String limit =
        switch (procedure.limit()) {
          case TimeLimit.Hours(int hours) -> texts.get("days.hours", hours);
          case TimeLimit.Days(int days) when days == 0 -> texts.get("days.today");
          case TimeLimit.Days(int days) -> texts.count("days.is", days);
        };
    String when = texts.get("days.ready", texts.dates().weekdayDay(day));
    String sure = needs.ready().provisional() ? " " + texts.get("days.provisional") : "";
    return limit + " " + when + sure;
  }

  /** What nobody has confirmed, in one sentence; empty if all is. */
  String unconfirmed() {
    String open =
        TOLD.stream()
            .filter(needs::isUnconfirmed)
            .map(what -> texts.get("unsure." + what))
            .collect(Collectors.joining(", "));
    return open.isEmpty() ? "" : texts.get("unsure", open);
  }
}
