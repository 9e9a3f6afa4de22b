package vn.motcua.kiosk.oldsystem;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.SearchText;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.table.Cells;
import vn.motcua.kiosk.table.DateShapes;
import vn.motcua.scanner.FaultException;

/**
 * Which column of an older system's table says what, and in which words.
 *
 * @param encoding of the file
 * @param separator between columns
 * @param dates the shapes of its dates
 * @param dueTime the hour of a due date that is a day only
 * @param thousands what groups digits in amounts
 * @param columns the column of each field
 * @param defaults what an empty or missing column stands for
 * @param statuses its words for the ten statuses, folded
 * @param stages its words for the five stages, folded
 * @param procedures its names of procedures, folded, and their codes
 * @param ignored columns that nobody misses
 */
public record ImportMapping(
    Charset encoding,
    char separator,
    DateShapes dates,
    LocalTime dueTime,
    String thousands,
    Map<OldField, String> columns,
    Map<OldField, String> defaults,
    Map<String, PortalStatus> statuses,
    Map<String, Stage> stages,
    Map<String, String> procedures,
    Set<String> ignored) {
  private static final Set<String> NAMES =
      Set.of(
          "encoding",
          "separator",
          "dates",
          "dueTime",
          "thousands",
          "columns",
          "defaults",
          "statuses",
          "stages",
          "procedures",
          "ignore");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Map<String, Character> SEPARATORS =
      Map.of(",", ',', ";", ';', "\t", '\t', "|", '|', "tab", '\t');
  private static final Map<String, Charset> ENCODINGS =
      Map.of(
          "UTF-8",
          StandardCharsets.UTF_8,
          "WINDOWS-1258",
          Charset.forName("windows-1258"),
          "WINDOWS-1252",
          Charset.forName("windows-1252"));

  public ImportMapping {
    Map<OldField, String> named = new EnumMap<>(OldField.class);
    columns.forEach((field, column) -> named.put(field, Cells.heading(column)));
    columns = Map.copyOf(named);
    defaults = Map.copyOf(defaults);
    statuses = Map.copyOf(statuses);
    stages = Map.copyOf(stages);
    procedures = Map.copyOf(procedures);
    ignored = ignored.stream().map(Cells::heading).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reads the JSON of a mapping; see docs/exchange.md.
   *
   * @throws FaultException with {@link ImportFault.Mapping}, whose detail names what is wrong
   */
  public static ImportMapping read(String json) throws FaultException {
    try {
      JsonNode root = JSON.readTree(json);
      need(root.isObject(), "no JSON object");
      for (String name : root.propertyNames()) {
        need(NAMES.contains(name), "unknown: " + name);
      }
      Map<OldField, String> columns = fields(root, "columns");
      need(columns.containsKey(OldField.CODE), "columns.code is missing");
      need(columns.containsKey(OldField.RECEIVED), "columns.received is missing");
      need(columns.containsKey(OldField.OWNER_NAME), "columns.ownerName is missing");
      need(new HashSet<>(columns.values()).size() == columns.size(), "a column is named twice");
      String encoding = text(root, "encoding", "UTF-8");
      Character separator = SEPARATORS.get(text(root, "separator", ","));
      String thousands = text(root, "thousands", "");
      need(separator != null, "separator");
      need(Set.of("", ".", ",").contains(thousands), "thousands");
      return new ImportMapping(
          charset(encoding),
          separator == null ? ',' : separator,
          named(
              "dates",
              () ->
                  DateShapes.of(
                      texts(root, "dates", List.of("dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy", "iso")))),
          named("dueTime", () -> LocalTime.parse(text(root, "dueTime", "17:00"))),
          thousands,
          columns,
          fields(root, "defaults"),
          statuses(root),
          stages(root),
          folded(words(root, "procedures")),
          new TreeSet<>(texts(root, "ignore", List.of())));
    } catch (JacksonException | IllegalArgumentException | DateTimeException wrong) {
      throw new FaultException(
          new ImportFault.Mapping(), Optional.ofNullable(wrong.getMessage()).orElse("?"));
    }
  }

  /** What a word for a status means; a number from 1 to 10 always means itself. */
  Optional<PortalStatus> status(String word) {
    if (word.matches("[1-9]|10")) {
      return Optional.of(PortalStatus.of(Integer.parseInt(word)));
    }
    return Optional.ofNullable(statuses.get(SearchText.fold(word)));
  }

  private static Charset charset(String name) {
    Charset known = ENCODINGS.get(name.toUpperCase(Locale.ROOT));
    if (known == null) {
      throw new IllegalArgumentException("encoding: " + name);
    }
    return known;
  }

  private static Map<OldField, String> fields(JsonNode root, String name) {
    Map<OldField, String> fields = new EnumMap<>(OldField.class);
    words(root, name)
        .forEach((key, value) ->
            fields.put(
                OldField.of(key).orElseThrow(() -> new IllegalArgumentException(name + "." + key)),
                value));
    return fields;
  }

  private static Map<String, PortalStatus> statuses(JsonNode root) {
    Map<String, PortalStatus> known = new HashMap<>();
    for (PortalStatus status : PortalStatus.values()) {
      known.put(SearchText.fold(PortalWords.of(status)), status);
    }
    JsonNode own = root.path("statuses");
    need(own.isMissingNode() || own.isObject(), "statuses");
    Map<String, PortalStatus> told = new HashMap<>();
    for (String word : own.propertyNames()) {
      JsonNode number = own.path(word);
      need(number.isInt() && number.intValue() >= 1 && number.intValue() <= 10, "statuses." + word);
      once(told, word, PortalStatus.of(number.intValue()), "statuses." + word);
    }
    known.putAll(told);
    return known;
  }

  private static Map<String, Stage> stages(JsonNode root) {
    Map<String, Stage> known = new HashMap<>();
    words(root, "stages")
        .forEach((word, stage) ->
            once(
                known,
                word,
                named("stages." + word, () -> Stage.valueOf(stage)),
                "stages." + word));
    return known;
  }

  private static Map<String, String> folded(Map<String, String> words) {
    Map<String, String> folded = new HashMap<>();
    words.forEach((word, value) -> once(folded, word, value, "procedures." + word));
    return folded;
  }

  /** Two words that are compared as one must not mean different things. */
  private static <T> void once(Map<String, T> known, String word, T value, String what) {
    T before = known.put(SearchText.fold(word), value);
    need(before == null || before.equals(value), what + " twice");
  }

  private static Map<String, String> words(JsonNode root, String name) {
    Map<String, String> words = new HashMap<>();
    JsonNode object = root.path(name);
    need(object.isMissingNode() || object.isObject(), name);
    for (String key : object.propertyNames()) {
      need(object.path(key).isString(), name + "." + key);
      words.put(key, object.path(key).stringValue());
    }
    return words;
  }

  private static List<String> texts(JsonNode root, String name, List<String> usual) {
    @Nullable JsonNode list = root.get(name);
    if (list == null) {
      return usual;
    }
    need(list.isArray(), name);
    List<String> texts = new ArrayList<>();
    for (JsonNode each : list) {
      need(each.isString(), name);
      texts.add(each.stringValue());
    }
    return texts;
  }

  private static String text(JsonNode root, String name, String usual) {
    @Nullable JsonNode value = root.get(name);
    need(value == null || value.isString(), name);
    return value == null ? usual : value.stringValue();
  }

  /** What is wrong is told by the name of the field, not by that of a class. */
  private static <T> T named(String field, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new IllegalArgumentException(field, wrong);
    }
  }

  private static void need(boolean so, String what) {
    if (!so) {
      throw new IllegalArgumentException(what);
    }
  }
}
