package vn.motcua.kiosk.cardkit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object that is read strictly: a value of another kind than was asked for, and a key that
 * nobody asked for, are mistakes that name the key.
 */
final class StrictJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String path;
  private final JsonNode node;
  private final Set<String> asked = new HashSet<>();
  private final List<StrictJson> inner = new ArrayList<>();

  private StrictJson(String path, JsonNode node) throws WrongProfile {
    this.path = path;
    this.node = node;
    if (!node.isObject()) {
      throw new WrongProfile(path, "must be an object { … }");
    }
  }

  /** The object that a whole file is. */
  static StrictJson parse(String file, String text) throws WrongProfile {
    try {
      return new StrictJson("", JSON.readTree(text));
    } catch (JacksonException malformed) {
      throw new WrongProfile(file, "is no JSON: " + malformed.getOriginalMessage());
    } catch (WrongProfile noObject) {
      throw new WrongProfile(file, noObject.problem());
    }
  }

  /** A key with its parents. */
  String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  WrongProfile wrong(String key, String problem) {
    return new WrongProfile(at(key), problem);
  }

  boolean has(String key) {
    return node.has(key);
  }

  private Optional<JsonNode> value(String key) throws WrongProfile {
    asked.add(key);
    JsonNode value = node.get(key);
    if (value != null && value.isNull()) {
      throw wrong(key, "must not be null; leave the key out");
    }
    return Optional.ofNullable(value);
  }

  Optional<String> text(String key) throws WrongProfile {
    Optional<JsonNode> value = value(key);
    if (value.isPresent() && !value.get().isString()) {
      throw wrong(key, "must be a text in quotes");
    }
    return value.map(JsonNode::asString);
  }

  boolean flag(String key, boolean otherwise) throws WrongProfile {
    Optional<JsonNode> value = value(key);
    if (value.isPresent() && !value.get().isBoolean()) {
      throw wrong(key, "must be true or false");
    }
    return value.map(JsonNode::asBoolean).orElse(otherwise);
  }

  Optional<Integer> number(String key, int least, int most) throws WrongProfile {
    Optional<JsonNode> value = value(key);
    if (value.isPresent()
        && (!value.get().isInt() || value.get().asInt() < least || value.get().asInt() > most)) {
      throw wrong(key, "must be a whole number from " + least + " to " + most);
    }
    return value.map(JsonNode::asInt);
  }

  Optional<LocalDate> date(String key) throws WrongProfile {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.get()));
    } catch (DateTimeException impossible) {
      throw wrong(key, "must be a date like 1991-03-12 that exists");
    }
  }

  Optional<byte[]> hex(String key) throws WrongProfile {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(HexFormat.of().parseHex(text.get()));
    } catch (IllegalArgumentException wrong) {
      throw wrong(key, "must be bytes as hexadecimal digits");
    }
  }

  /** One of an enumeration by its name. */
  <E extends Enum<E>> Optional<E> choice(String key, Class<E> kind) throws WrongProfile {
    return as(
        key,
        text -> Enum.valueOf(kind, text),
        "must be one of " + List.of(kind.getEnumConstants()));
  }

  /** A text that {@code reader} understands, which throws an illegal argument otherwise. */
  <T> Optional<T> as(String key, Function<String, T> reader, String rule) throws WrongProfile {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(text.get()));
    } catch (IllegalArgumentException refused) {
      throw wrong(key, rule);
    }
  }

  Optional<StrictJson> object(String key) throws WrongProfile {
    Optional<JsonNode> value = value(key);
    return value.isPresent() ? Optional.of(below(key, value.get())) : Optional.empty();
  }

  /** A list of texts; empty if there is no such key. */
  Optional<List<String>> texts(String key) throws WrongProfile {
    List<String> texts = new ArrayList<>();
    Optional<JsonNode> list = list(key);
    for (JsonNode one : list.map(JsonNode::values).orElse(List.of())) {
      if (!one.isString()) {
        throw wrong(key, "must be a list of texts");
      }
      texts.add(one.asString());
    }
    return list.map(_ -> texts);
  }

  /** A list of objects. */
  List<StrictJson> objects(String key) throws WrongProfile {
    List<StrictJson> objects = new ArrayList<>();
    for (JsonNode one : list(key).map(JsonNode::values).orElse(List.of())) {
      objects.add(below(key + "[" + objects.size() + "]", one));
    }
    return objects;
  }

  private Optional<JsonNode> list(String key) throws WrongProfile {
    Optional<JsonNode> value = value(key);
    if (value.isPresent() && !value.get().isArray()) {
      throw wrong(key, "must be a list [ … ]");
    }
    return value;
  }

  private StrictJson below(String key, JsonNode value) throws WrongProfile {
    StrictJson object = new StrictJson(at(key), value);
    inner.add(object);
    return object;
  }

  /** The keys of this object, for an object whose keys are free. */
  Set<String> keys() {
    return Set.copyOf(node.propertyNames());
  }

  /** Complains about a key that nobody asked for, here or further in. */
  void mustHaveNoOthers() throws WrongProfile {
    for (String key : node.propertyNames()) {
      if (!asked.contains(key)) {
        throw wrong(key, "is unknown here; known are " + new java.util.TreeSet<>(asked));
      }
    }
    for (StrictJson object : inner) {
      object.mustHaveNoOthers();
    }
  }
}
