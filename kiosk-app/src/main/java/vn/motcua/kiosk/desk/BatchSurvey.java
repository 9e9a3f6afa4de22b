package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is really there of a pile: its journal held against its files. Changes nothing.
 *
 * @param begun when the pile was begun, if the journal knows
 * @param sent how a scanner was sent to work last, if the journal knows
 * @param order the order of the pages and what was decided about them
 * @param pictures those that can be used, by page number
 * @param troubles what is wrong with the others
 * @param spoilt files that are to be set aside
 * @param entries what the journal has to say: its lines that are whole, and pages that it forgot
 * @param whole whether the journal says all of this already
 * @param next the number of the next page
 */
record BatchSurvey(
    Optional<Instant> begun,
    Optional<JournalEntry.Sent> sent,
    PileOrder order,
    Map<Integer, KeptPage> pictures,
    Map<Integer, PageTrouble.Kind> troubles,
    List<Path> spoilt,
    List<JournalEntry> entries,
    boolean whole,
    int next) {

  /** Looks at a pile. */
  static BatchSurvey of(Path folder) throws IOException {
    BatchJournal.Content journal = BatchJournal.read(folder);
    Optional<Instant> begun = Optional.empty();
    Optional<JournalEntry.Sent> sent = Optional.empty();
    Map<Integer, JournalEntry.Page> told = new HashMap<>();
    List<JournalEntry> entries = new ArrayList<>();
    for (JournalEntry entry : journal.entries()) {
      switch (entry) {
        case JournalEntry.Begun at -> begun = Optional.of(at.at());
        case JournalEntry.Sent last -> sent = Optional.of(last);
        case JournalEntry.Page page when page.number() < 1 || page.number() > PileFiles.LAST -> {
          continue; // no page of ours has such a number
        }
        case JournalEntry.Page page -> told.put(page.number(), page);
        case JournalEntry.Edited _ -> {}
      }
      entries.add(entry);
    }
    PileFiles files = PileFiles.in(folder);
    int last = Math.max(files.last(), told.keySet().stream().mapToInt(n -> n).max().orElse(0));
    int dpi = sent.map(order -> order.job().settings().dpi()).orElse(0);
    Map<Integer, KeptPage> pictures = new HashMap<>();
    Map<Integer, PageTrouble.Kind> troubles = new HashMap<>();
    List<Path> spoilt = new ArrayList<>();
    List<JournalEntry> replay = new ArrayList<>(entries);
    boolean whole = journal.whole();
    for (int number = 1; number <= last; number++) {
      Optional<JournalEntry.Page> line = Optional.ofNullable(told.get(number));
      Optional<KeptPage> picture = files.picture(number, line, dpi, spoilt::add);
      if (picture.isPresent()) {
        pictures.put(number, picture.get());
      } else {
        troubles.put(number, files.trouble(number));
      }
      if (line.isEmpty()) {
        // The gap of a lost page must keep its place, too; but nothing is known to write down.
        JournalEntry.Page forgotten = Forgotten.line(replay, number, picture);
        replay.add(Forgotten.at(replay, number), forgotten);
        if (picture.isPresent()) {
          entries.add(Forgotten.at(entries, number), forgotten);
          whole = false;
        }
      }
    }
    PileOrder order = new PileOrder();
    replay.forEach(entry -> replay(entry, order));
    return new BatchSurvey(
        begun, sent, order, pictures, troubles, List.copyOf(spoilt), entries, whole, last + 1);
  }

  private static void replay(JournalEntry entry, PileOrder order) {
    switch (entry) {
      case JournalEntry.Begun _, JournalEntry.Sent _ -> {}
      case JournalEntry.Page page ->
          order.put(page.number(), page.paper(), page.place(), page.at(), page.who());
      case JournalEntry.Edited(Instant at, String who, PageEdit edit) -> order.apply(edit, at, who);
    }
  }

  /** The pages in order, with all that is known of them. */
  List<PilePage> pages() {
    return pages(order, pictures, troubles);
  }

  static List<PilePage> pages(
      PileOrder order, Map<Integer, KeptPage> pictures, Map<Integer, PageTrouble.Kind> troubles) {
    return order.numbers().stream()
        .map(number ->
            new PilePage(
                number,
                order.paper(number),
                Optional.ofNullable(pictures.get(number))
                    .map(page -> page.forPaper(order.paper(number))),
                order.removal(number),
                order.twin(number),
                Optional.ofNullable(troubles.get(number))))
        .toList();
  }

  /** The papers that pages belong to, those of lost pages last; each once. */
  List<String> papers() {
    List<PilePage> pages = pages();
    return Stream.concat(
            pages.stream().filter(PilePage::isKept), pages.stream().filter(PilePage::isLost))
        .map(PilePage::paper)
        .filter(name -> !name.isBlank())
        .distinct()
        .toList();
  }

  /** Pages that cannot be used and that nobody gave up or replaced, by their number. */
  static List<PageTrouble> troubles(List<PilePage> pages) {
    return pages.stream()
        .filter(PilePage::isLost)
        .map(
            page -> new PageTrouble(page.number(), page.trouble().orElse(PageTrouble.Kind.MISSING)))
        .sorted(java.util.Comparator.comparingInt(PageTrouble::number))
        .toList();
  }
}
