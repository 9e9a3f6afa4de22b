package vn.motcua.kiosk.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Pages of which the journal lost the line, or never got one: what it must have said. */
final class Forgotten {
  private Forgotten() {}

  /** Where the line of page {@code number} belongs: before that of the page that came next. */
  static int at(List<JournalEntry> lines, int number) {
    int at = 0;
    for (JournalEntry line : lines) {
      if (line instanceof JournalEntry.Page page && page.number() > number) {
        return at;
      }
      at++;
    }
    return at;
  }

  /** The line of page {@code number}, as far as the lines before it and its picture tell it. */
  static JournalEntry.Page line(List<JournalEntry> lines, int number, Optional<KeptPage> picture) {
    PagePlace place = PagePlace.end();
    String paper = "";
    String who = "";
    Instant at = Instant.EPOCH;
    for (JournalEntry line : lines.subList(0, at(lines, number))) {
      switch (line) {
        case JournalEntry.Sent sent -> {
          place = sent.place();
          paper = sent.paper();
          who = sent.who();
          at = sent.at();
        }
        case JournalEntry.Page page -> {
          paper = page.paper();
          if (page.place().equals(place) && place instanceof PagePlace.InsteadOf) {
            place = PagePlace.end(); // that one was replaced; this one came afterwards
          }
        }
        case JournalEntry.Begun _, JournalEntry.Edited _ -> {}
      }
    }
    return new JournalEntry.Page(
        number,
        picture.map(page -> page.file().getFileName().toString()).orElse(""),
        picture.map(KeptPage::sha256).orElse(""),
        picture.map(KeptPage::width).orElse(0),
        picture.map(KeptPage::height).orElse(0),
        picture.map(KeptPage::dpi).orElse(0),
        paper,
        place,
        at,
        who);
  }
}
