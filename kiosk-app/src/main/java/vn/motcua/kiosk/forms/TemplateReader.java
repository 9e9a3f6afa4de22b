package vn.motcua.kiosk.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads templates; every complaint names what is wrong. */
final class TemplateReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private TemplateReader() {}

  /**
   * @throws IllegalArgumentException naming what is wrong
   */
  static FormTemplate read(String json) {
    try {
      JsonNode all = JSON.readTree(json);
      String number = text(all, "form");
      return new FormTemplate(
          FormKind.of(number).orElseThrow(() -> bad("form " + number)),
          LocalDate.parse(text(all, "effective")),
          text(all, "title"),
          text(all, "source"),
          page(node(all, "page")),
          list(node(all, "pieces"), TemplateReader::piece),
          maybe(all, "footStrong"),
          maybe(all, "footSmall"));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("effective is not a date", e);
    }
  }

  private static FormTemplate.Page page(JsonNode page) {
    FormTemplate.Page read =
        new FormTemplate.Page(
            number(page, "width"),
            number(page, "height"),
            number(page, "side"),
            number(page, "top"),
            number(page, "foot"),
            list(node(page, "scales"), JsonNode::doubleValue),
            number(page, "scaleOfMany"));
    boolean possible =
        read.width() - 2 * read.side() >= 60
            && read.height() - read.top() - read.foot() >= 60
            && read.width() <= 1000
            && read.height() <= 1000
            && read.side() >= 4
            && read.top() >= 4
            && read.foot() >= 4
            && read.scaleOfMany() >= 0.5
            && read.scaleOfMany() <= 2
            && read.scales().stream().allMatch(scale -> scale >= 0.5 && scale <= 2);
    if (!possible) {
      throw bad("page: a sheet that nothing fits on");
    }
    return read;
  }

  private static Piece piece(JsonNode piece) {
    String kind = text(piece, "piece");
    return switch (kind) {
      case "head" ->
          new Piece.Head(maybe(piece, "number"), maybe(piece, "place"), text(piece, "date"));
      case "title" -> new Piece.Title(text(piece, "text"), maybe(piece, "note"));
      case "codes" -> new Piece.Codes(yes(piece, "secret"));
      case "gap" -> new Piece.Gap(number(piece, "points"));
      case "field" -> field(piece);
      case "pair" -> new Piece.Pair(field(node(piece, "left")), field(node(piece, "right")));
      case "words" ->
          new Piece.Words(
              text(piece, "text"),
              Piece.Style.valueOf(
                  piece.has("style")
                      ? text(piece, "style").toUpperCase(Locale.ROOT)
                      : Piece.Style.PLAIN.name()),
              yes(piece, "centred"));
      case "table" ->
          new Piece.Table(
              text(piece, "rows"),
              maybe(piece, "intro"),
              list(node(piece, "columns"), TemplateReader::column));
      case "frame" ->
          new Piece.Frame(
              text(piece, "title"),
              text(piece, "value"),
              maybe(piece, "note"),
              yes(piece, "early"));
      case "signatures" ->
          new Piece.Signatures(
              list(
                  node(piece, "signers"),
                  signer ->
                      new Piece.Signer(
                          text(signer, "role"), maybe(signer, "how"), maybe(signer, "name"))));
      default -> throw bad("piece " + kind);
    };
  }

  private static Piece.Field field(JsonNode field) {
    return new Piece.Field(
        text(field, "label"),
        text(field, "value"),
        yes(field, "strong"),
        yes(field, "orOut") ? Piece.Empty.OUT : Piece.Empty.DOTS);
  }

  private static Piece.Column column(JsonNode column) {
    double width = column.has("width") ? number(column, "width") : 0;
    double share = width > 0 ? 0 : column.has("share") ? number(column, "share") : 1;
    return new Piece.Column(
        text(column, "title"),
        maybe(column, "group"),
        maybe(column, "value"),
        width,
        share,
        yes(column, "centred"));
  }

  private static <T> List<T> list(JsonNode list, Function<JsonNode, T> each) {
    if (!list.isArray() || list.isEmpty()) {
      throw bad("a list is empty or none");
    }
    List<T> read = new ArrayList<>();
    list.forEach(node -> read.add(each.apply(node)));
    return read;
  }

  private static JsonNode node(JsonNode parent, String name) {
    JsonNode node = parent.get(name);
    if (node == null) {
      throw bad(name + " is missing");
    }
    return node;
  }

  private static String text(JsonNode parent, String name) {
    JsonNode node = node(parent, name);
    if (!node.isString()) {
      throw bad(name + " is not a text");
    }
    return node.stringValue();
  }

  private static String maybe(JsonNode parent, String name) {
    return parent.has(name) ? text(parent, name) : "";
  }

  private static double number(JsonNode parent, String name) {
    JsonNode node = node(parent, name);
    if (!node.isNumber()) {
      throw bad(name + " is not a number");
    }
    return node.doubleValue();
  }

  private static boolean yes(JsonNode parent, String name) {
    JsonNode node = parent.get(name);
    return node != null && node.isBoolean() && node.booleanValue();
  }

  private static IllegalArgumentException bad(String what) {
    return new IllegalArgumentException(what);
  }
}
