package vn.motcua.kiosk.bench.digitise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.kiosk.bench.BenchFault;
import vn.motcua.kiosk.bench.made.MadePage;
import vn.motcua.kiosk.bench.made.MadePages;
import vn.motcua.kiosk.bench.made.PageKind;
import vn.motcua.scanner.FaultException;

/**
 * A set of pages.
 *
 * @param name how its figures are called
 * @param all in order
 */
record Samples(String name, List<Sample> all) {
  private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "tif", "tiff");

  Samples {
    all = List.copyOf(all);
  }

  /** The pictures of a folder by name; a text file of the same name is the truth. */
  static Samples of(Path folder) throws FaultException, IOException {
    List<Sample> found = new ArrayList<>();
    for (Path picture : pictures(folder)) {
      String name = picture.getFileName().toString();
      Path text = picture.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt");
      Optional<String> truth =
          Files.isRegularFile(text)
              ? Optional.of(Files.readString(text, StandardCharsets.UTF_8))
              : Optional.empty();
      boolean known = truth.isPresent() && !truth.get().isBlank();
      boolean red = RedInk.isOn(picture);
      Sample.Size size = red ? Sample.Size.STAMPED : known ? Sample.Size.TEXT : Sample.Size.OTHER;
      String kind = red ? "red ink" : known ? "text" : "without text";
      found.add(new Sample(picture, truth, List.of(), kind, size));
    }
    return new Samples("folder", found);
  }

  /** The pictures of a folder by name. */
  static List<Path> pictures(Path folder) throws FaultException, IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        List<Path> found = files.filter(Samples::isPicture).sorted().toList();
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    throw new FaultException(new BenchFault.NoPages(), folder.toString());
  }

  /** The first {@code count} made pages, written into {@code folder}. */
  static Samples made(MadePages pages, int count, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Sample> made = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      MadePage page = pages.page(i);
      made.add(
          new Sample(
              page.write(folder),
              Optional.of(page.text()),
              page.words(),
              page.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              size(page.kind())));
    }
    return new Samples("made", made);
  }

  private static Sample.Size size(PageKind kind) {
    if (kind.stamped()) {
      return Sample.Size.STAMPED;
    }
    return kind == PageKind.PHONE || kind == PageKind.BLANK ? Sample.Size.OTHER : Sample.Size.TEXT;
  }

  List<Path> pictures() {
    return all.stream().map(Sample::picture).toList();
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file)
        && PICTURES.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
