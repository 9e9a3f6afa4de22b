package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which files were received: a line each, the hash and the second. Other terminals write it too, so
 * it is read and written in a {@link Turn} only. A line that is damaged counts for nothing and
 * hinders nothing.
 */
final class Journal {
  private static final Pattern LINE = Pattern.compile("(" + Hashes.PATTERN + ") (\\d{1,12})");

  /** More than a busy office receives in ninety days; seven megabytes. */
  private static final int MOST_LINES = 100_000;

  private static final long LARGEST = 64L << 20;

  private final Path file;
  private final Clock clock;
  private final Duration remember;

  Journal(Path file, Clock clock, Duration remember) {
    this.file = file;
    this.clock = clock;
    this.remember = remember;
  }

  /** Whether a file of this hash was received. */
  boolean contains(String hash) throws IOException {
    try (Stream<String> lines = lines()) {
      return lines.anyMatch(line -> line.startsWith(hash) && LINE.matcher(line).matches());
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Bytes as they are: a damaged file need not be text. */
  @SuppressWarnings("StreamResourceLeak") // whoever asks closes it
  private Stream<String> lines() throws IOException {
    try {
      if (Files.isSymbolicLink(file)) {
        throw new IOException("the journal is a symbolic link");
      }
      return Files.lines(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return Stream.empty();
    }
  }

  /** Writes that a file was received, through to the disk. */
  void add(String hash) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS)) {
      long end = out.size();
      ByteBuffer last = ByteBuffer.allocate(1);
      boolean cutOff = end > 0 && out.read(last, end - 1) == 1 && last.get(0) != '\n';
      String line = (cutOff ? "\n" : "") + hash + " " + clock.instant().getEpochSecond() + "\n";
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
      out.position(end);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }

  /** Drops what is too old, too much or damaged, if there is a good deal of it. */
  void tidy() throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    long size = Files.size(file);
    SequencedMap<String, String> kept = new LinkedHashMap<>();
    long lines = 0;
    if (size <= LARGEST) {
      long oldest = clock.instant().minus(remember).getEpochSecond();
      try (Stream<String> all = lines()) {
        for (String line : (Iterable<String>) all::iterator) {
          lines++;
          Matcher parts = LINE.matcher(line);
          if (parts.matches() && Long.parseLong(parts.group(2)) >= oldest) {
            kept.putLast(parts.group(1), parts.group(2));
          }
        }
      } catch (java.io.UncheckedIOException e) {
        throw e.getCause();
      }
    }
    if (kept.size() == lines && lines <= MOST_LINES && size <= LARGEST) {
      return;
    }
    rewrite(kept);
  }

  private void rewrite(Map<String, String> kept) throws IOException {
    StringBuilder text = new StringBuilder();
    int skip = Math.max(0, kept.size() - MOST_LINES);
    kept.entrySet().stream()
        .skip(skip)
        .forEach(
            each -> text.append(each.getKey()).append(' ').append(each.getValue()).append('\n'));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.writeString(fresh, text, StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
    Durable.data(fresh);
    Durable.rename(fresh, file);
  }
}
