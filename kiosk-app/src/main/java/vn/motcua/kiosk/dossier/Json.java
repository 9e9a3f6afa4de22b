package vn.motcua.kiosk.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the dated data files; every complaint names the field. */
final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  static JsonNode object(String json) {
    try {
      JsonNode root = MAPPER.readTree(json);
      if (root.isObject()) {
        return root;
      }
    } catch (JacksonException bad) {
      throw new IllegalArgumentException("not JSON: " + bad.getOriginalMessage(), bad);
    }
    throw new IllegalArgumentException("not a JSON object");
  }

  static List<JsonNode> list(JsonNode parent, String name) {
    JsonNode list = field(parent, name);
    if (!list.isArray()) {
      throw new IllegalArgumentException(name + " is not a list");
    }
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items;
  }

  static String text(JsonNode parent, String name) {
    JsonNode value = field(parent, name);
    if (!value.isString()) {
      throw new IllegalArgumentException(name + " is not a text");
    }
    return value.stringValue();
  }

  static int whole(JsonNode parent, String name) {
    JsonNode value = field(parent, name);
    if (!value.isInt()) {
      throw new IllegalArgumentException(name + " is not a whole number");
    }
    return value.intValue();
  }

  static long amount(JsonNode parent, String name) {
    JsonNode value = field(parent, name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException(name + " is not an amount");
    }
    return value.longValue();
  }

  static boolean yes(JsonNode parent, String name) {
    JsonNode value = field(parent, name);
    if (!value.isBoolean()) {
      throw new IllegalArgumentException(name + " is neither true nor false");
    }
    return value.booleanValue();
  }

  static <E extends Enum<E>> E choice(JsonNode parent, String name, Class<E> kind) {
    try {
      return Enum.valueOf(kind, text(parent, name));
    } catch (IllegalArgumentException bad) {
      throw new IllegalArgumentException(name + " is none of its choices", bad);
    }
  }

  static List<String> texts(JsonNode parent, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(parent, name)) {
      if (!item.isString()) {
        throw new IllegalArgumentException(name + " holds something that is not a text");
      }
      texts.add(item.stringValue());
    }
    return texts;
  }

  static LocalDate date(JsonNode parent, String name) {
    try {
      return LocalDate.parse(text(parent, name));
    } catch (DateTimeException bad) {
      throw new IllegalArgumentException(name + " is not a date", bad);
    }
  }

  static LocalTime time(JsonNode parent, String name) {
    try {
      return LocalTime.parse(text(parent, name));
    } catch (DateTimeException bad) {
      throw new IllegalArgumentException(name + " is not a time of day", bad);
    }
  }

  private static JsonNode field(JsonNode parent, String name) {
    JsonNode value = parent.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
