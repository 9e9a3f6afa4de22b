package vn.motcua.kiosk.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.kiosk.pdf.EmbeddedFont;

/** A template and its data, laid out at one scale: what stands on the form from top to foot. */
final class FormLayout {
  private static final double LEADING = 1.22;

  /** A value of more lines may be divided between two pages. */
  private static final int LINES_TOGETHER = 8;

  private final FormTemplate template;
  private final FormData data;
  private final Faces faces;
  private final FormParts parts;
  private final double x;
  private final double width;
  private final double scale;
  private final double body;

  FormLayout(Faces faces, FormTemplate template, FormData data, double scale) {
    this.template = template;
    this.data = data;
    this.faces = faces;
    this.scale = scale;
    x = template.page().side() * Sheet.MM;
    width = (template.page().width() - 2 * template.page().side()) * Sheet.MM;
    body = 9.6 * scale;
    parts = new FormParts(faces, x, width, scale);
  }

  /**
   * @param early whether a frame that must be seen first stands behind the codes
   */
  List<Flow.Item> items(boolean early) {
    Optional<Piece.Frame> first = early ? frame() : Optional.empty();
    List<Flow.Item> all = new ArrayList<>();
    for (Piece piece : template.pieces()) {
      if (first.isPresent() && piece.equals(first.get())) {
        continue;
      }
      add(all, piece);
      if (piece instanceof Piece.Codes && first.isPresent()) {
        all.add(Flow.Item.of(Block.gap(3 * scale)));
        add(all, first.get());
      }
    }
    return all;
  }

  /** What stands above the rest on every page but the first. */
  List<Block> overleaf() {
    String code = value("code");
    String what = code.isEmpty() ? template.title() : "Mã hồ sơ " + code;
    List<Block> above = new ArrayList<>();
    above.addAll(Line.left(faces.italic(), body, x, width, LEADING, what + " (tiếp theo)"));
    above.add(Block.gap(4 * scale));
    return above;
  }

  /** The foot of every page. It is drawn from its upper edge. */
  Block foot(int page, int of) {
    String pages = of > 1 ? "Trang " + page + "/" + of + "." : "";
    String small = (fill(template.footSmall()) + " " + pages).strip();
    List<Block> lines = new ArrayList<>();
    if (template.footStrong().isBlank() && small.isEmpty()) {
      return new Stack(lines);
    }
    lines.add(parts.rule(0.5));
    lines.add(Block.gap(3));
    if (!template.footStrong().isBlank()) {
      lines.addAll(Line.centred(faces.bold(), 11, x, width, 1.2, fill(template.footStrong())));
    }
    double size = Math.max(6, Typesetting.fit(faces.regular(), 8, width, small));
    lines.addAll(Line.centred(faces.regular(), size, x, width, 1.2, small));
    return new Stack(lines);
  }

  private Optional<Piece.Frame> frame() {
    return template.pieces().stream()
        .filter(piece -> piece instanceof Piece.Frame frame && frame.early())
        .map(Piece.Frame.class::cast)
        .findFirst();
  }

  private void add(List<Flow.Item> all, Piece piece) {
    switch (piece) {
      case Piece.Head head ->
          all.add(
              Flow.Item.of(
                  parts.head(
                      value("authority"),
                      value("centre"),
                      head.number().isEmpty() ? "" : fill(head.number()),
                      fill(head.place()),
                      fill(head.date()))));
      case Piece.Gap gap -> all.add(Flow.Item.of(Block.gap(gap.points() * scale)));
      case Piece.Title title ->
          all.add(Flow.Item.of(parts.title(fill(title.text()), fill(title.note()))).kept());
      case Piece.Codes codes -> {
        if (!value("code").isEmpty()) {
          all.add(
              Flow.Item.of(
                  parts.codes(value("code"), codes.secret(), value("secret"), value("qr"))));
        }
      }
      case Piece.Field field -> field(all, field);
      case Piece.Pair pair -> pair(all, pair);
      case Piece.Words words -> words(all, words);
      case Piece.Table table -> table(all, table);
      case Piece.Frame frame -> {
        if (!Filling.isEmpty(frame.value(), this::value)) {
          all.add(
              Flow.Item.of(
                  parts.frame(fill(frame.title()), fill(frame.value()), fill(frame.note()))));
        }
      }
      case Piece.Signatures signatures -> {
        // A page with nothing but signatures would tell nobody what was signed.
        for (int i = all.size() - 1; i >= 0; i--) {
          boolean seen = all.get(i).height() > 6 * scale;
          all.set(i, all.get(i).kept());
          if (seen) {
            break;
          }
        }
        all.add(Flow.Item.of(parts.signatures(signatures.signers(), this::fill)));
      }
    }
  }

  private void field(List<Flow.Item> all, Piece.Field field) {
    String text = fill(field.value());
    if (Filling.isEmpty(field.value(), this::value)) {
      if (field.empty() == Piece.Empty.DOTS) {
        all.add(Flow.Item.of(parts.dotted(x, width, body, field.label())));
      }
      return;
    }
    EmbeddedFont font = field.strong() ? faces.bold() : faces.regular();
    lines(
        all,
        LabelledText.lines(faces.regular(), font, body, x, width, LEADING, field.label(), text));
  }

  /** Short texts stay together; of long ones at least two lines stand on either page. */
  private static void lines(List<Flow.Item> all, List<Block> lines) {
    if (lines.size() <= LINES_TOGETHER) {
      all.add(Flow.Item.of(new Stack(lines)));
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      Flow.Item item = Flow.Item.of(lines.get(i));
      all.add(i == 0 || i == lines.size() - 2 ? item.kept() : item);
    }
  }

  private void pair(List<Flow.Item> all, Piece.Pair pair) {
    boolean noLeft = out(pair.left());
    boolean noRight = out(pair.right());
    if (noLeft || noRight) {
      if (!noLeft) {
        field(all, pair.left());
      }
      if (!noRight) {
        field(all, pair.right());
      }
      return;
    }
    double half = width * 0.52;
    all.add(
        Flow.Item.of(
            new SideBySide(
                List.of(
                    cell(x, half - 6, pair.left()), cell(x + half, width - half, pair.right())))));
  }

  private boolean out(Piece.Field field) {
    return field.empty() == Piece.Empty.OUT && Filling.isEmpty(field.value(), this::value);
  }

  private Block cell(double left, double room, Piece.Field field) {
    if (Filling.isEmpty(field.value(), this::value)) {
      return parts.dotted(left, room, body, field.label());
    }
    return LabelledText.of(
        faces.regular(),
        field.strong() ? faces.bold() : faces.regular(),
        body,
        left,
        room,
        LEADING,
        field.label(),
        fill(field.value()));
  }

  private void words(List<Flow.Item> all, Piece.Words words) {
    if (Filling.isEmpty(words.text(), this::value)) {
      return;
    }
    EmbeddedFont font =
        switch (words.style()) {
          case PLAIN -> faces.regular();
          case STRONG -> faces.bold();
          case ITALIC -> faces.italic();
        };
    String text = fill(words.text());
    lines(
        all,
        words.centred()
            ? Line.centred(font, body, x, width, LEADING, text)
            : Line.left(font, body, x, width, LEADING, text));
  }

  private void table(List<Flow.Item> all, Piece.Table table) {
    List<Map<String, String>> data = this.data.rows(table.rows());
    if (data.isEmpty()) {
      return;
    }
    FormTable set = new FormTable(faces, 9 * scale, x, width, table.columns());
    List<Block> rows = set.rows(data);
    if (!table.intro().isEmpty()) {
      all.add(
          Flow.Item.of(
                  new Stack(Line.left(faces.regular(), body, x, width, 1.3, fill(table.intro()))))
              .kept());
    }
    // The head never stands alone at the foot of a page.
    all.add(Flow.Item.of(set.head()).kept());
    for (int i = 0; i < rows.size(); i++) {
      all.add(new Flow.Item(rows.get(i), false, i == 0 ? Optional.empty() : Optional.of(set)));
    }
    all.add(Flow.Item.of(Block.gap(3 * scale)));
  }

  private String fill(String pattern) {
    return Filling.fill(pattern, this::value);
  }

  private String value(String name) {
    return data.value(name);
  }
}
