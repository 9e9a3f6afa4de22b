package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageImages;

/**
 * The files of a pile by page number. A file is used only if it is what the journal says, or, where
 * the journal is silent, a whole picture. Changes nothing.
 */
final class PileFiles {
  static final String SET_ASIDE = ".damaged";

  /** The highest number that a page's file name can say. */
  static final int LAST = 9999;

  private static final Pattern PAGE = Pattern.compile("([0-9]{4})\\.(?:jpg|png|tif)");
  private static final Pattern ASIDE = Pattern.compile("([0-9]{4})\\.(?:jpg|png|tif)\\.damaged");

  private final Path folder;
  private final TreeMap<Integer, List<Path>> files = new TreeMap<>();
  private final TreeSet<Integer> aside = new TreeSet<>();

  private PileFiles(Path folder) {
    this.folder = folder;
  }

  static PileFiles in(Path folder) throws IOException {
    PileFiles found = new PileFiles(folder);
    for (Path file : list(folder)) {
      String name = file.getFileName().toString();
      Matcher page = PAGE.matcher(name);
      Matcher damaged = ASIDE.matcher(name);
      if (page.matches()) {
        found
            .files
            .computeIfAbsent(Integer.valueOf(page.group(1)), _ -> new ArrayList<>())
            .add(file);
      } else if (damaged.matches()) {
        found.aside.add(Integer.valueOf(damaged.group(1)));
      }
    }
    return found;
  }

  /** The highest number of a file; 0 if there is none. */
  int last() {
    int last = files.isEmpty() ? 0 : files.lastKey();
    return aside.isEmpty() ? last : Math.max(last, aside.last());
  }

  /** What is wrong with a page that has no picture. */
  PageTrouble.Kind trouble(int number) {
    return aside.contains(number) || files.containsKey(number)
        ? PageTrouble.Kind.DAMAGED
        : PageTrouble.Kind.MISSING;
  }

  /**
   * The picture of a page.
   *
   * @param told what the journal says of it, if it says anything
   * @param dpi of pages of which nothing else says it
   * @param spoilt is given the files of that number that cannot be used
   */
  Optional<KeptPage> picture(
      int number, Optional<JournalEntry.Page> told, int dpi, Consumer<Path> spoilt) {
    Optional<KeptPage> kept = Optional.empty();
    for (Path file : files.getOrDefault(number, List.of())) {
      Optional<KeptPage> page = Optional.empty();
      if (kept.isEmpty()) {
        page = told.isPresent() ? asTold(told.get(), file) : untold(number, file, dpi);
      }
      if (page.isPresent()) {
        kept = page;
      } else {
        spoilt.accept(file);
      }
    }
    return kept;
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
  private static Optional<KeptPage> untold(int number, Path file, int dpi) {
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
              ""));
    } catch (FaultException notWhole) {
      return Optional.empty();
    }
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
