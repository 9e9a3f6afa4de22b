package vn.motcua.kiosk.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.scanner.FaultException;

/** Copies a checked language pack into the data: whole, or not at all. */
public final class PackInstaller {
  private static final List<String> FILES =
      List.of(PackFolder.INFO, PackFolder.TEXTS, PackFolder.GRAMMAR, PackFolder.CLIPS, "LICENSE");

  private PackInstaller() {}

  /**
   * Installs {@code from} below {@code languages}.
   *
   * @param replace whether an installed pack of the same code gives way
   * @return the pack as it was read from {@code from}
   * @throws FaultException with the first fault of the pack, {@link LanguageFault.Exists} or {@link
   *     LanguageFault.Disk}; then nothing was changed
   */
  public static LanguagePack install(Path from, Path languages, PackKeys keys, boolean replace)
      throws FaultException {
    PackReport report = PackFolder.check(from, keys);
    if (!report.sound()) {
      throw new FaultException(
          report.faults().stream()
              .filter(fault -> !(fault instanceof LanguageFault.UnknownKey))
              .findFirst()
              .orElseThrow());
    }
    LanguagePack pack = report.pack().orElseThrow();
    String code = pack.info().code();
    Path target = languages.resolve(code);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !replace) {
      throw new FaultException(new LanguageFault.Exists(code));
    }
    // Names that no code can have: what a power cut leaves is never taken for a language.
    Path coming = languages.resolve("." + code + ".part");
    Path going = languages.resolve("." + code + ".old");
    try {
      Files.createDirectories(languages);
      remove(coming);
      remove(going);
      copy(from, pack, coming);
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(target, going, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(coming, target, StandardCopyOption.ATOMIC_MOVE);
      remove(going);
      return pack;
    } catch (IOException | UncheckedIOException e) {
      putBack(going, target);
      throw new FaultException(new LanguageFault.Disk(code), e);
    }
  }

  private static void putBack(Path going, Path target) {
    try {
      if (Files.exists(going) && !Files.exists(target)) {
        Files.move(going, target, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      // The old pack stays beside its place, under the name that says so.
    }
  }

  private static void copy(Path from, LanguagePack pack, Path to) throws IOException {
    Files.createDirectory(to);
    Path sounds = Files.createDirectory(to.resolve(PackFolder.SOUNDS));
    for (String name : FILES) {
      Path file = from.resolve(name);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        write(file, to.resolve(name));
      }
    }
    for (String clip : pack.clips().names()) {
      String name = clip + FolderClips.END;
      write(from.resolve(PackFolder.SOUNDS).resolve(name), sounds.resolve(name));
    }
  }

  private static void write(Path from, Path to) throws IOException {
    Files.copy(from, to, LinkOption.NOFOLLOW_LINKS);
    try (FileChannel file = FileChannel.open(to, StandardOpenOption.WRITE)) {
      file.force(true);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(each);
      }
    }
  }
}
