package vn.motcua.kiosk.speech;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.scanner.FaultException;

/**
 * Reads a language pack from a folder that somebody else made: {@code language.json}, {@code
 * texts.properties}, {@code grammar}, {@code sounds/*.wav}. Whatever is wrong is named; what is
 * right can be used all the same. No link is followed, nothing larger than a limit is read.
 */
public final class PackFolder {
  static final String INFO = "language.json";
  static final String TEXTS = "texts.properties";
  static final String GRAMMAR = "grammar";
  static final String SOUNDS = "sounds";
  static final String CLIPS = "clips.txt";
  private static final List<String> OURS =
      List.of(INFO, TEXTS, GRAMMAR, SOUNDS, CLIPS, "LICENSE", "README", "README.md");
  private static final int INFO_BYTES = 10_000;
  private static final int TEXT_BYTES = 1_000_000;
  private static final int MOST_FAULTS = 100;

  /** So many letters fill a screen at the largest size; the longest of ours has under 300. */
  private static final int LONGEST_SENTENCE = 1_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Path folder;
  private final PackKeys keys;
  private final List<LanguageFault> faults = new ArrayList<>();

  private PackFolder(Path folder, PackKeys keys) {
    this.folder = folder;
    this.keys = keys;
  }

  /** Reads {@code folder}; recordings are listed, not listened to. */
  public static PackReport read(Path folder, PackKeys keys) {
    return new PackFolder(folder, keys).read(false);
  }

  /** Reads {@code folder} and every recording in it. */
  public static PackReport check(Path folder, PackKeys keys) {
    return new PackFolder(folder, keys).read(true);
  }

  private PackReport read(boolean listen) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      found(new LanguageFault.MissingFile(String.valueOf(folder.getFileName())));
      return new PackReport(Optional.empty(), faults);
    }
    strangers();
    Optional<LanguageInfo> info = text(INFO, INFO_BYTES, true).flatMap(this::info);
    Map<String, String> texts = text(TEXTS, TEXT_BYTES, false).map(this::texts).orElseGet(Map::of);
    Optional<Grammar> grammar = text(GRAMMAR, TEXT_BYTES, false).flatMap(this::grammar);
    FolderClips clips = FolderClips.in(folder.resolve(SOUNDS), this::found);
    if (listen) {
      clips.names().forEach(name -> listen(clips, name));
    }
    return new PackReport(
        info.map(known -> new LanguagePack(known, texts, grammar, clips)), faults);
  }

  private void listen(FolderClips clips, String name) {
    try {
      if (clips.read(name).samples().length == 0) {
        found(new LanguageFault.BadSound(name));
      }
    } catch (IOException e) {
      found(new LanguageFault.BadSound(name));
    }
  }

  private void found(LanguageFault fault) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(fault);
    }
  }

  private void strangers() {
    try (Stream<Path> all = Files.list(folder)) {
      all.sorted()
          .filter(file ->
              !OURS.contains(String.valueOf(file.getFileName())) || Files.isSymbolicLink(file))
          .limit(MOST_FAULTS)
          .forEach(
              file -> found(new LanguageFault.StrangeFile(String.valueOf(file.getFileName()))));
    } catch (IOException e) {
      found(new LanguageFault.Disk(String.valueOf(folder.getFileName())));
    }
  }

  private Optional<String> text(String name, int most, boolean needed) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      if (needed) {
        found(new LanguageFault.MissingFile(name));
      }
      return Optional.empty();
    }
    try {
      if (Files.size(file) > most) {
        found(new LanguageFault.TooLarge(name));
        return Optional.empty();
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      found(new LanguageFault.BadEncoding(name));
    } catch (IOException e) {
      found(new LanguageFault.Disk(name));
    }
    return Optional.empty();
  }

  private Optional<LanguageInfo> info(String text) {
    try {
      Optional<LanguageInfo> info = Optional.ofNullable(JSON.readValue(text, LanguageInfo.class));
      if (info.isEmpty()) { // the word null alone
        found(new LanguageFault.BadInfo(INFO));
      }
      return info;
    } catch (JacksonException e) {
      boolean code = String.valueOf(e.getMessage()).contains("problem: code");
      found(code ? new LanguageFault.BadCode(INFO) : new LanguageFault.BadInfo(INFO));
      return Optional.empty();
    }
  }

  private Map<String, String> texts(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      found(new LanguageFault.BadEncoding(TEXTS));
      return Map.of();
    }
    Map<String, String> texts = new TreeMap<>();
    for (String key : new java.util.TreeSet<>(properties.stringPropertyNames())) {
      String words = Normalizer.normalize(properties.getProperty(key), Normalizer.Form.NFC);
      if (!keys.knows(key)) {
        found(new LanguageFault.UnknownKey(key));
      } else if (!words.isBlank()) {
        if (!keys.fits(key, words)) {
          found(new LanguageFault.BadPlaces(key));
        } else if (words.length() > LONGEST_SENTENCE) {
          found(new LanguageFault.TooLarge(key));
        } else if (words.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
          found(new LanguageFault.BadEncoding(key));
        } else {
          texts.put(key, words);
        }
      }
    }
    return texts;
  }

  private Optional<Grammar> grammar(String text) {
    try {
      return Optional.of(Grammar.parse(text));
    } catch (FaultException e) {
      found(
          e.fault() instanceof LanguageFault known ? known : new LanguageFault.BadGrammar(GRAMMAR));
      return Optional.empty();
    }
  }
}
