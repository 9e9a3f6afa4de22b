package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slides that a centre made for a procedure: the folder {@code clips/CODE} with pictures that begin
 * with their number ({@code 01.png}, {@code 02-counter.jpg}) and captions for each language ({@code
 * captions_vi.txt}, {@code captions_en.txt}: a line {@code 01: words} for each slide). What cannot
 * be used is named and left out; it never stops a terminal.
 */
public final class Clips {
  /** A clip explains; it does not entertain. */
  public static final int MOST_SLIDES = 40;

  /** A bigger picture is no slide. */
  public static final long MOST_BYTES = 8L << 20;

  /** More than any camera makes; a small file can say that it has many more. */
  public static final long MOST_PIXELS = 50_000_000;

  /** What can be read while a slide stands. */
  private static final int LONGEST_CAPTION = 600;

  private static final long MOST_CAPTION_BYTES = 100_000;
  private static final Pattern PICTURE = Pattern.compile("(\\d{1,3})\\D?.*\\.(png|jpe?g)");
  private static final Pattern CAPTIONS = Pattern.compile("captions_([a-z]{2,3})\\.txt");
  private static final Pattern LINE = Pattern.compile("\\s*(\\d{1,3})\\s*[:.]\\s*(.+)");
  private static final Pattern CODE = Pattern.compile("[0-9]\\.[0-9]{6}");
  private static final Logger LOG = LoggerFactory.getLogger(Clips.class);

  private final Path folder;

  /**
   * @param folder holds a folder for each procedure; need not be there
   */
  public Clips(Path folder) {
    this.folder = folder;
  }

  /**
   * One slide.
   *
   * @param picture its file
   * @param captions what it says, by language
   */
  public record Slide(Path picture, Map<String, String> captions) {
    public Slide {
      captions = Map.copyOf(captions);
    }

    /** In that language, else in Vietnamese, else nothing. */
    public String caption(Locale language) {
      return captions.getOrDefault(language.getLanguage(), captions.getOrDefault("vi", ""));
    }
  }

  /**
   * What was found for a procedure.
   *
   * @param slides in their order
   * @param troubles what was left out, and why, for a technician
   */
  public record Found(List<Slide> slides, List<String> troubles) {
    /** Nothing was made for it. */
    public static final Found NONE = new Found(List.of(), List.of());

    public Found {
      slides = List.copyOf(slides);
      troubles = List.copyOf(troubles);
    }
  }

  /** The slides of that procedure. Blocks; never throws. */
  public Found of(String procedure) {
    Path own = folder.resolve(procedure);
    if (!CODE.matcher(procedure).matches() || !Files.isDirectory(own)) {
      return Found.NONE;
    }
    List<String> troubles = new ArrayList<>();
    Map<Integer, Path> pictures = new TreeMap<>();
    Map<Integer, Map<String, String>> captions = new HashMap<>();
    try (Stream<Path> files = Files.list(own)) {
      for (Path file : files.sorted().toList()) {
        take(procedure, file, pictures, captions, troubles);
      }
    } catch (IOException unreadable) {
      troubles.add(procedure + ": cannot be listed");
      LOG.warn("the clips of {} cannot be read", procedure, unreadable);
    }
    List<Slide> slides = new ArrayList<>();
    pictures.forEach((number, picture) ->
        slides.add(new Slide(picture, captions.getOrDefault(number, Map.of()))));
    if (slides.size() > MOST_SLIDES) {
      troubles.add(procedure + ": more than " + MOST_SLIDES + " slides");
    }
    return new Found(slides.subList(0, Math.min(MOST_SLIDES, slides.size())), troubles);
  }

  /** Everything that cannot be used, folder by folder, for a technician. Blocks; never throws. */
  public List<String> troubles() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> all = new ArrayList<>();
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path own : folders.sorted().toList()) {
        String name = own.getFileName().toString();
        if (!CODE.matcher(name).matches() || !Files.isDirectory(own)) {
          all.add(name + ": not the code of a procedure");
        } else {
          Found found = of(name);
          all.addAll(found.troubles());
          if (found.slides().isEmpty()) {
            all.add(name + ": no slide");
          }
        }
      }
    } catch (IOException unreadable) {
      all.add(folder.getFileName() + ": cannot be listed");
    }
    return List.copyOf(all);
  }

  private static void take(
      String procedure,
      Path file,
      Map<Integer, Path> pictures,
      Map<Integer, Map<String, String>> captions,
      List<String> troubles)
      throws IOException {
    String name = file.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    String where = procedure + "/" + name;
    Matcher picture = PICTURE.matcher(lower);
    Matcher text = CAPTIONS.matcher(lower);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      troubles.add(where + ": not a file");
    } else if (text.matches()) {
      captions(file, text.group(1), captions, troubles, where);
    } else if (!picture.matches()) {
      troubles.add(where + ": neither a numbered picture nor captions");
    } else if (Files.size(file) > MOST_BYTES) {
      troubles.add(where + ": more than " + (MOST_BYTES >> 20) + " MiB");
    } else if (SlideSize.pixels(file).isEmpty()) {
      troubles.add(where + ": no PNG or JPEG inside");
    } else if (SlideSize.pixels(file).orElse(0) > MOST_PIXELS) {
      troubles.add(where + ": more than " + MOST_PIXELS / 1_000_000 + " million pixels");
    } else if (pictures.putIfAbsent(Integer.parseInt(picture.group(1)), file) != null) {
      troubles.add(where + ": its number stands twice");
    }
  }

  private static void captions(
      Path file,
      String language,
      Map<Integer, Map<String, String>> captions,
      List<String> troubles,
      String where)
      throws IOException {
    if (Files.size(file) > MOST_CAPTION_BYTES) {
      troubles.add(where + ": too long");
      return;
    }
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String plain = line.startsWith("\uFEFF") ? line.substring(1) : line;
        Matcher match = LINE.matcher(plain);
        if (match.matches() && match.group(2).length() > LONGEST_CAPTION) {
          troubles.add(where + ": a caption of more than " + LONGEST_CAPTION + " letters");
        } else if (match.matches()) {
          captions
              .computeIfAbsent(Integer.parseInt(match.group(1)), _ -> new HashMap<>())
              .put(language, Normalizer.normalize(match.group(2).strip(), Normalizer.Form.NFC));
        } else if (!plain.isBlank()) {
          troubles.add(where + ": a line without a number");
        }
      }
    } catch (MalformedInputException notUtf8) {
      troubles.add(where + ": not UTF-8");
    }
  }
}
