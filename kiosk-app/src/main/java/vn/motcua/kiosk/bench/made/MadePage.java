package vn.motcua.kiosk.bench.made;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A made page and what is on it.
 *
 * @param number its place in its set, from 1
 * @param kind what it is like
 * @param extension {@code jpg} or {@code tif}
 * @param bytes the file as a device delivers it
 * @param lines its text in reading order, NFC; a stamp's and what shines through do not count
 * @param words where the words stand on the straight sheet; none for {@link PageKind#PHONE}, which
 *     no deskewing brings back to a sheet
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MadePage(
    int number,
    PageKind kind,
    String extension,
    byte[] bytes,
    List<String> lines,
    List<MadeWord> words) {
  public MadePage {
    lines = List.copyOf(lines);
    words = List.copyOf(words);
  }

  /** Its lines, each ended by a line feed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** Writes picture and text beside each other into {@code folder}; gives the picture. */
  public Path write(Path folder) throws IOException {
    String name = String.format(Locale.ROOT, "p%03d", number);
    Path picture = folder.resolve(name + "." + extension);
    Files.write(picture, bytes);
    Files.writeString(folder.resolve(name + ".txt"), text());
    return picture;
  }
}
