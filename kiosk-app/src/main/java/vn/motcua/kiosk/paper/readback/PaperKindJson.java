package vn.motcua.kiosk.paper.readback;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the data file of a kind of paper; every complaint names the field. */
final class PaperKindJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private PaperKindJson() {}

  /**
   * @throws IllegalArgumentException naming what is wrong
   */
  static PaperKind read(String json) {
    JsonNode root = object(json);
    String version = text(root, "version");
    try {
      LocalDate.parse(version);
    } catch (DateTimeException bad) {
      throw new IllegalArgumentException("version is not a date", bad);
    }
    List<LabelledField> fields = new ArrayList<>();
    for (JsonNode node : list(root, "fields")) {
      fields.add(field(node));
    }
    List<String> stops = texts(root, "stops");
    if (!stops.isEmpty()) {
      fields.add(new LabelledField("", ValueKind.STOP, stops, "", 1, false));
    }
    return new PaperKind(
        text(root, "id"),
        version,
        text(root, "name"),
        text(root, "nameEn"),
        texts(root, "titles"),
        optional(root, "begins", ""),
        fields);
  }

  /** The list {@code name} of a data file that is one object. */
  static List<String> texts(String json, String name) {
    return texts(object(json), name);
  }

  private static LabelledField field(JsonNode node) {
    String name = optional(node, "field", "");
    String kindName = text(node, "kind");
    ValueKind kind =
        ValueKind.named(kindName)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "kind \"" + kindName + "\" of " + name + " is unknown"));
    if (name.isEmpty() && kind != ValueKind.STOP) {
      throw new IllegalArgumentException("field is missing");
    }
    int usual =
        switch (kind) {
          case ADDRESS -> 3;
          case NAME, DATE -> 2;
          default -> 1;
        };
    JsonNode runsOn = node.get("runsOn");
    if (runsOn != null && !runsOn.isBoolean()) {
      throw new IllegalArgumentException("runsOn of " + name + " is neither true nor false");
    }
    JsonNode lines = node.get("lines");
    if (lines != null && !lines.isInt()) {
      throw new IllegalArgumentException("lines of " + name + " is not a whole number");
    }
    return new LabelledField(
        name,
        kind,
        texts(node, "labels"),
        optional(node, "opens", ""),
        lines == null ? usual : lines.intValue(),
        runsOn != null && runsOn.booleanValue());
  }

  private static JsonNode object(String json) {
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

  private static List<JsonNode> list(JsonNode parent, String name) {
    JsonNode list = parent.get(name);
    if (list == null || !list.isArray()) {
      throw new IllegalArgumentException(name + " is not a list");
    }
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items;
  }

  private static List<String> texts(JsonNode parent, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(parent, name)) {
      if (!item.isString()) {
        throw new IllegalArgumentException(name + " holds something that is not a text");
      }
      texts.add(item.stringValue());
    }
    return texts;
  }

  private static String text(JsonNode parent, String name) {
    JsonNode value = parent.get(name);
    if (value == null || !value.isString() || value.stringValue().isBlank()) {
      throw new IllegalArgumentException(name + " is not a text");
    }
    return value.stringValue();
  }

  private static String optional(JsonNode parent, String name, String otherwise) {
    return parent.get(name) == null ? otherwise : text(parent, name);
  }
}
