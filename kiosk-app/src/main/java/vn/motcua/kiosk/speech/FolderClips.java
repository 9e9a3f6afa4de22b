package vn.motcua.kiosk.speech;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Recordings as files of a folder: {@code NAME.wav}. */
final class FolderClips implements Clips {
  static final String END = ".wav";
  private static final int MOST_FILES = 2_000;
  private static final long MOST_TOGETHER = 100_000_000;

  private final Path folder;
  private final Set<String> names;

  private FolderClips(Path folder, Set<String> names) {
    this.folder = folder;
    this.names = names;
  }

  /**
   * Lists the recordings of {@code folder}, which need not be there.
   *
   * @param wrong is told what is no recording, or larger than one can be
   */
  static FolderClips in(Path folder, Consumer<LanguageFault> wrong) {
    Set<String> names = new TreeSet<>();
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> all = Files.list(folder)) {
        long together = 0;
        for (Path file : (Iterable<Path>) all.sorted().limit(MOST_FILES)::iterator) {
          String name = String.valueOf(file.getFileName());
          String clip = name.endsWith(END) ? name.substring(0, name.length() - 4) : "";
          if (!GrammarText.CLIP.matcher(clip).matches()
              || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            wrong.accept(new LanguageFault.StrangeFile("sounds/" + name));
            continue;
          }
          long size = Files.size(file);
          together += size;
          if (size > Wave.MOST_BYTES || together > MOST_TOGETHER) {
            wrong.accept(new LanguageFault.TooLarge("sounds/" + name));
          } else {
            names.add(clip);
          }
        }
      } catch (IOException e) {
        wrong.accept(new LanguageFault.Disk("sounds"));
      }
    }
    return new FolderClips(folder, Set.copyOf(names));
  }

  @Override
  public Set<String> names() {
    return names;
  }

  @Override
  public Sound read(String name) throws IOException {
    if (!names.contains(name)) {
      throw new IOException("no recording " + name);
    }
    try (InputStream in =
        Files.newInputStream(folder.resolve(name + END), LinkOption.NOFOLLOW_LINKS)) {
      return Wave.read(in);
    }
  }
}
