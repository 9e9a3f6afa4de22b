package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageImages;

/**
 * What is really there of a pile: its journal held against its files. A file is used only if it is
 * what the journal says, or, where the journal is silent, a whole picture. Changes nothing.
 *
 * @param begun when the pile was begun, if the journal knows
 * @param job how it was scanned last, if the journal knows
 * @param paper for which paper it was scanned last; empty if for none or the journal is lost
 * @param pages those that can be used, in order
 * @param troubles numbers that cannot
 * @param spoilt files that are to be set aside
 * @param lost what the journal says of pages that cannot be used
 * @param whole whether the journal says all of this already
 * @param next the number of the next page
 */
record BatchSurvey(
    Optional<Instant> begun,
    Optional<ScanJob> job,
    String paper,
    List<KeptPage> pages,
    List<PageTrouble> troubles,
    List<Path> spoilt,
    List<JournalEntry.Page> lost,
    boolean whole,
    int next) {
  static final String SET_ASIDE = ".damaged";

  /** The highest number that a page's file name can say. */
  static final int LAST = 9999;

  private static final Pattern PAGE = Pattern.compile("([0-9]{4})\\.(?:jpg|png|tif)");
  private static final Pattern ASIDE = Pattern.compile("([0-9]{4})\\.(?:jpg|png|tif)\\.damaged");

  /** Looks at a pile. */
  static BatchSurvey of(Path folder) throws IOException {
    BatchJournal.Content journal = BatchJournal.read(folder);
    Map<Integer, JournalEntry.Page> told = new HashMap<>();
    Optional<Instant> begun = Optional.empty();
    Optional<ScanJob> job = Optional.empty();
    String paper = "";
    for (JournalEntry entry : journal.entries()) {
      switch (entry) {
        case JournalEntry.Begun at -> begun = Optional.of(at.at());
        case JournalEntry.Sent sent -> {
          job = Optional.of(sent.job());
          paper = sent.paper();
        }
        case JournalEntry.Page page -> {
          if (page.number() >= 1 && page.number() <= LAST) {
            told.put(page.number(), page);
          }
        }
      }
    }
    TreeMap<Integer, List<Path>> files = new TreeMap<>();
    TreeSet<Integer> numbers = new TreeSet<>(told.keySet());
    TreeSet<Integer> aside = new TreeSet<>();
    for (Path file : list(folder)) {
      String name = file.getFileName().toString();
      Matcher page = PAGE.matcher(name);
      Matcher damaged = ASIDE.matcher(name);
      if (page.matches()) {
        files.computeIfAbsent(Integer.valueOf(page.group(1)), _ -> new ArrayList<>()).add(file);
      } else if (damaged.matches()) {
        aside.add(Integer.valueOf(damaged.group(1)));
      }
    }
    numbers.addAll(files.keySet());
    numbers.addAll(aside);
    int last = numbers.isEmpty() ? 0 : numbers.last();
    int dpi = job.map(sent -> sent.settings().dpi()).orElse(0);
    int lastTold = told.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    Pile pile = new Pile(folder, journal.whole(), dpi);
    for (int number = 1; number <= last; number++) {
      if (number > lastTold) {
        pile.paper = paper; // it was on its way when the machine died
      }
      pile.look(
          number,
          Optional.ofNullable(told.get(number)),
          files.getOrDefault(number, List.of()),
          aside.contains(number));
    }
    return new BatchSurvey(
        begun,
        job,
        paper,
        List.copyOf(pile.pages),
        List.copyOf(pile.troubles),
        List.copyOf(pile.spoilt),
        List.copyOf(pile.lost),
        pile.whole,
        last + 1);
  }

  /** The papers for which pages were scanned, the lost ones last; each once. */
  List<String> papers() {
    return Stream.concat(
            pages.stream().map(KeptPage::paper), lost.stream().map(JournalEntry.Page::paper))
        .filter(name -> !name.isBlank())
        .distinct()
        .toList();
  }

  /** What the journal of this pile has to say. */
  List<JournalEntry> entries(Instant now) {
    List<JournalEntry> entries = new ArrayList<>();
    begun.ifPresent(at -> entries.add(new JournalEntry.Begun(at)));
    job.ifPresent(sent -> entries.add(new JournalEntry.Sent(begun.orElse(now), sent, paper)));
    pages.forEach(page -> entries.add(entry(page)));
    entries.addAll(lost); // or a page lost from the end would be forgotten
    return entries;
  }

  static JournalEntry.Page entry(KeptPage page) {
    return new JournalEntry.Page(
        page.number(),
        page.file().getFileName().toString(),
        page.sha256(),
        page.width(),
        page.height(),
        page.dpi(),
        page.paper());
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing); // every Java platform has it
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (UncheckedIOException trouble) {
      throw trouble.getCause();
    }
  }

  /** Collects while the numbers are gone through. */
  private static final class Pile {
    private final Path folder;
    private final List<KeptPage> pages = new ArrayList<>();
    private final List<PageTrouble> troubles = new ArrayList<>();
    private final List<Path> spoilt = new ArrayList<>();
    private final List<JournalEntry.Page> lost = new ArrayList<>();
    private final int dpi;
    private String paper = "";
    private boolean whole;

    Pile(Path folder, boolean whole, int dpi) {
      this.folder = folder;
      this.whole = whole;
      this.dpi = dpi;
    }

    void look(int number, Optional<JournalEntry.Page> told, List<Path> files, boolean aside) {
      Optional<KeptPage> kept = Optional.empty();
      for (Path file : files) {
        Optional<KeptPage> page = kept.isPresent() ? Optional.empty() : page(number, told, file);
        if (page.isPresent()) {
          kept = page;
        } else {
          spoilt.add(file);
        }
      }
      whole &= kept.isEmpty() || told.isPresent();
      if (kept.isEmpty()) {
        told.ifPresent(lost::add);
      }
      paper = told.map(JournalEntry.Page::paper).orElse(paper);
      kept.ifPresentOrElse(
          pages::add,
          () ->
              troubles.add(
                  new PageTrouble(
                      number,
                      aside || !files.isEmpty()
                          ? PageTrouble.Kind.DAMAGED
                          : PageTrouble.Kind.MISSING)));
    }

    private Optional<KeptPage> page(int number, Optional<JournalEntry.Page> told, Path file) {
      return told.isPresent() ? asTold(told.get(), file) : untold(number, file);
    }

    private Optional<KeptPage> asTold(JournalEntry.Page told, Path file) {
      if (!file.equals(folder.resolve(told.file()))) {
        return Optional.empty();
      }
      return bytes(file)
          .filter(bytes -> sha256(bytes).equals(told.sha256()))
          .map(_ ->
              new KeptPage(
                  told.number(),
                  file,
                  told.sha256(),
                  told.width(),
                  told.height(),
                  told.dpi(),
                  told.paper()));
    }

    /** A file that the journal does not know: its line was torn off, or never written. */
    private Optional<KeptPage> untold(int number, Path file) {
      Optional<byte[]> bytes = bytes(file);
      if (bytes.isEmpty()) {
        return Optional.empty();
      }
      try {
        PageImages.Facts facts = PageImages.check(bytes.get());
        return Optional.of(
            new KeptPage(
                number,
                file,
                sha256(bytes.get()),
                facts.width(),
                facts.height(),
                facts.dpi().orElse(dpi),
                paper));
      } catch (FaultException notWhole) {
        return Optional.empty();
      }
    }

    private static Optional<byte[]> bytes(Path file) {
      try {
        return Files.size(file) > PageImages.MAX_BYTES
            ? Optional.empty()
            : Optional.of(Files.readAllBytes(file));
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }
  }
}
