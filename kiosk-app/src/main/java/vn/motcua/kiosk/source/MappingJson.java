package vn.motcua.kiosk.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.table.Cells;
import vn.motcua.kiosk.table.DateShapes;
import vn.motcua.scanner.FaultException;

/** Reads mapping files strictly: a name that means nothing is a mistake, not a remark. */
final class MappingJson {
  private static final long LONGEST = 1 << 18;
  private static final List<String> USUAL_DATES =
      List.of(
          "yyyyMMddHHmmss",
          "dd/MM/yyyy HH:mm:ss",
          "dd/MM/yyyy HH:mm",
          "dd/MM/yyyy",
          DateShapes.ISO);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private MappingJson() {}

  static <T> T read(Path file, Set<String> names, Function<JsonNode, T> maker)
      throws FaultException {
    try {
      if (Files.size(file) > LONGEST) {
        throw new IllegalArgumentException("too long");
      }
      String text = Files.readString(file);
      JsonNode all = JSON.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
      if (!all.isObject()) {
        throw new IllegalArgumentException("not an object");
      }
      for (String name : all.propertyNames()) {
        if (!names.contains(name)) {
          throw new IllegalArgumentException("unknown name " + name);
        }
      }
      return maker.apply(all);
    } catch (IOException | JacksonException | IllegalArgumentException wrong) {
      throw new FaultException(
          new SourceFault(SourceFault.Kind.MAPPING), file.getFileName() + ": " + said(wrong));
    }
  }

  private static String said(Exception wrong) {
    return wrong instanceof IllegalArgumentException
        ? String.valueOf(wrong.getMessage())
        : wrong.getClass().getSimpleName();
  }

  static String text(JsonNode all, String name, String usual) {
    JsonNode value = all.path(name);
    if (value.isMissingNode()) {
      return usual;
    }
    if (!value.isString()) {
      throw new IllegalArgumentException(name);
    }
    return value.stringValue();
  }

  /** One of a few words; without a usual one it has to be said. */
  static String choice(JsonNode all, String name, List<String> choices, String usual) {
    String word = text(all, name, usual);
    if (!choices.contains(word)) {
      throw new IllegalArgumentException(name + ": one of " + choices);
    }
    return word;
  }

  static int whole(JsonNode all, String name, int least, int most, int usual) {
    JsonNode value = all.path(name);
    if (value.isMissingNode()) {
      return usual;
    }
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      throw new IllegalArgumentException(name + ": " + least + " to " + most);
    }
    return value.intValue();
  }

  /** Whether; only {@code true} and {@code false} say so. */
  static boolean flag(JsonNode all, String name, boolean usual) {
    JsonNode value = all.path(name);
    if (value.isMissingNode()) {
      return usual;
    }
    if (!value.isBoolean()) {
      throw new IllegalArgumentException(name + ": true or false");
    }
    return value.booleanValue();
  }

  /** A list of texts; empty if the name is missing. */
  static List<String> texts(JsonNode all, String name) {
    JsonNode list = all.path(name);
    List<String> texts = new ArrayList<>();
    if (list.isMissingNode()) {
      return texts;
    }
    if (!list.isArray()) {
      throw new IllegalArgumentException(name + ": a list");
    }
    for (JsonNode each : list) {
      if (!each.isString()) {
        throw new IllegalArgumentException(name + ": a list of texts");
      }
      texts.add(each.stringValue());
    }
    return texts;
  }

  private static JsonNode object(JsonNode all, String name) {
    JsonNode value = all.path(name);
    if (!value.isMissingNode() && !value.isObject()) {
      throw new IllegalArgumentException(name + ": an object");
    }
    return value;
  }

  /**
   * @param name {@code columns} or {@code fields}
   */
  static Map<SourceField, String> columns(JsonNode all, String name) {
    JsonNode columns = object(all, name);
    Map<SourceField, String> read = new EnumMap<>(SourceField.class);
    for (Map.Entry<String, JsonNode> each : columns.properties()) {
      SourceField field =
          SourceField.of(each.getKey())
              .orElseThrow(() -> new IllegalArgumentException(name + ": " + each.getKey()));
      if (!each.getValue().isString() || each.getValue().stringValue().isBlank()) {
        throw new IllegalArgumentException(name + ": " + each.getKey());
      }
      read.put(field, Cells.heading(each.getValue().stringValue()));
    }
    return read;
  }

  static DateShapes dates(JsonNode all) {
    List<String> shapes = texts(all, "dates");
    try {
      return DateShapes.of(shapes.isEmpty() ? USUAL_DATES : shapes);
    } catch (IllegalArgumentException bad) {
      throw new IllegalArgumentException("dates", bad);
    }
  }

  static StatusWords statuses(JsonNode all) {
    JsonNode words = object(all, "statuses");
    Map<String, Integer> own = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : words.properties()) {
      int number = whole(words, each.getKey(), 1, 10, 0);
      once(own, each.getKey(), number, "statuses");
    }
    return new StatusWords(own);
  }

  static Map<String, Stage> stages(JsonNode all) {
    Map<String, Stage> own = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : object(all, "stages").properties()) {
      String word = each.getValue().isString() ? each.getValue().stringValue() : "";
      Stage stage =
          Arrays.stream(Stage.values())
              .filter(known -> known.name().equals(word))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("stages: " + each.getKey()));
      once(own, each.getKey(), stage, "stages");
    }
    return own;
  }

  /** Two words that are compared as one must not mean different things. */
  private static <T> void once(Map<String, T> own, String word, T value, String name) {
    T before = own.put(StatusWords.plain(word), value);
    if (before != null && !before.equals(value)) {
      throw new IllegalArgumentException(name + ": " + word + " twice");
    }
  }

  static List<Proof> proofs(JsonNode all, Set<SourceField> told) {
    List<Proof> proofs = new ArrayList<>();
    for (String each : texts(all, "proofs")) {
      Proof proof =
          Arrays.stream(Proof.values())
              .filter(known -> known.name().equals(each.toUpperCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("proofs: " + each));
      SourceField field =
          switch (proof) {
            case SECRET -> SourceField.SECRET;
            case NUMBER6 -> SourceField.OWNER_NUMBER;
            case PHONE6 -> SourceField.OWNER_PHONE;
          };
      if (!told.contains(field)) {
        throw new IllegalArgumentException("proofs: no column " + field.word());
      }
      proofs.add(proof);
    }
    return proofs;
  }
}
