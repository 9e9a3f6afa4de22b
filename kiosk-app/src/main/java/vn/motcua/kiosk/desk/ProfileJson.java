package vn.motcua.kiosk.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScannerId;

/**
 * Profiles as JSON, read strictly: a missing key, an unknown one, a value of another kind or out of
 * its range makes the whole text wrong, with a message that names the key.
 */
final class ProfileJson {
  private static final int VERSION = 1;
  private static final int MOST_PROFILES = 200;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final List<String> KEYS =
      List.of(
          "version", "name", "device", "source", "mode", "dpi", "size", "quality", "blanks",
          "note");

  private ProfileJson() {}

  /**
   * A profile with its lock.
   *
   * @param seal keyed digest over profile and lock, hexadecimal; stands only beside a lock
   */
  record Sealed(ProfileLock lock, String seal) {}

  /** What a profile's file holds. */
  record Stored(ScanProfile profile, Optional<Sealed> sealed) {}

  /**
   * Reads a profile's file.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static Stored read(String text) {
    JsonNode node = parse(text);
    Optional<Sealed> sealed = Optional.empty();
    if (node.has("lock")) {
      JsonNode lock = node.get("lock");
      exactly(lock, List.of("salt", "rounds", "hash", "seal"), false);
      try {
        sealed =
            Optional.of(
                new Sealed(
                    new ProfileLock(text(lock, "salt"), number(lock, "rounds"), text(lock, "hash")),
                    text(lock, "seal")));
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException("lock: cannot be understood", wrong);
      }
    }
    return new Stored(profile(node, true), sealed);
  }

  static String write(ScanProfile profile, Optional<Sealed> sealed) {
    Map<String, Object> object = object(profile);
    sealed.ifPresent(with -> {
      Map<String, Object> lock = new LinkedHashMap<>();
      lock.put("salt", with.lock().salt());
      lock.put("rounds", with.lock().rounds());
      lock.put("hash", with.lock().hash());
      lock.put("seal", with.seal());
      object.put("lock", lock);
    });
    return JSON.writeValueAsString(object) + "\n";
  }

  /** What the seal is made over: everything but the seal, in one fixed form. */
  static String canonical(ScanProfile profile, ProfileLock lock) {
    return write(profile, Optional.of(new Sealed(lock, "")));
  }

  /** Several profiles for another machine, without locks. */
  static String writeAll(List<ScanProfile> profiles) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("version", VERSION);
    object.put("profiles", profiles.stream().map(ProfileJson::object).toList());
    return JSON.writeValueAsString(object) + "\n";
  }

  /**
   * Reads what {@link #writeAll} or {@link #write} wrote.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static List<ScanProfile> readAll(String text) {
    JsonNode node = parse(text);
    if (!node.has("profiles")) {
      return List.of(read(text).profile());
    }
    exactly(node, List.of("version", "profiles"), false);
    version(node);
    JsonNode list = node.get("profiles");
    if (!list.isArray() || list.isEmpty() || list.size() > MOST_PROFILES) {
      throw new IllegalArgumentException("profiles: 1 to " + MOST_PROFILES + " of them");
    }
    List<ScanProfile> profiles = new ArrayList<>();
    list.values().forEach(one -> profiles.add(profile(one, false)));
    return profiles;
  }

  /** A profile for {@code --json} and for the file: the same keys. */
  static Map<String, Object> object(ScanProfile profile) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("version", VERSION);
    object.put("name", profile.name());
    object.put("device", profile.device().toString());
    object.put("source", profile.source().name());
    object.put("mode", profile.mode().name());
    object.put("dpi", profile.dpi());
    object.put("size", profile.size().name());
    object.put("quality", profile.quality());
    object.put("blanks", profile.blanks().name());
    object.put("note", profile.note());
    return object;
  }

  private static ScanProfile profile(JsonNode node, boolean lockAllowed) {
    exactly(node, KEYS, lockAllowed);
    version(node);
    return new ScanProfile(
        text(node, "name"),
        ScannerId.parse(text(node, "device")),
        choice(node, "source", PaperSource.class),
        choice(node, "mode", ColourMode.class),
        number(node, "dpi"),
        new PageSize(text(node, "size")),
        number(node, "quality"),
        choice(node, "blanks", BlankPages.class),
        text(node, "note"));
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException malformed) {
      // The library's own words are for programmers.
      throw new IllegalArgumentException(
          "no JSON, or a key twice: line " + malformed.getLocation().getLineNr(), malformed);
    }
  }

  private static void exactly(JsonNode node, List<String> keys, boolean lockAllowed) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("not an object");
    }
    for (String key : keys) {
      if (!node.has(key)) {
        throw new IllegalArgumentException(key + ": is missing");
      }
    }
    for (String key : new TreeSet<>(node.propertyNames())) {
      if (!keys.contains(key) && !(lockAllowed && key.equals("lock"))) {
        throw new IllegalArgumentException(key + ": is unknown");
      }
    }
  }

  private static void version(JsonNode node) {
    if (number(node, "version") != VERSION) {
      throw new IllegalArgumentException("version: only " + VERSION + " is known");
    }
  }

  private static String text(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (!value.isString()) {
      throw new IllegalArgumentException(key + ": must be a text");
    }
    return value.asString();
  }

  private static int number(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (!value.isInt()) {
      throw new IllegalArgumentException(key + ": must be a whole number");
    }
    return value.asInt();
  }

  private static <E extends Enum<E>> E choice(JsonNode node, String key, Class<E> kind) {
    String text = text(node, key);
    for (E one : kind.getEnumConstants()) {
      if (one.name().equals(text)) {
        return one;
      }
    }
    throw new IllegalArgumentException(
        key + ": one of " + List.of(kind.getEnumConstants()) + ", not " + text);
  }
}
