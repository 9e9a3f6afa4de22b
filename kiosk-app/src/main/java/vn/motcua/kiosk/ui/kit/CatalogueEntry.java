package vn.motcua.kiosk.ui.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One control of the house and all it can look like.
 *
 * @param name of the class or method that makes it
 * @param use when it is taken, in one or two sentences
 * @param states name of each state to what makes the control in it, anew each time
 */
public record CatalogueEntry(String name, String use, Map<String, Supplier<Region>> states) {
  private static final String QUESTION = "Hồ sơ của ông/bà đang ở bước nào?";
  private static final String ANSWER = "Mang giấy hẹn hoặc thẻ căn cước đến quầy 3.";

  public CatalogueEntry {
    states = new LinkedHashMap<>(states);
  }

  /** Every control of the terminal, in the order in which a stranger should meet them. */
  public static List<CatalogueEntry> all() {
    return List.of(
        entry(
            "Buttons.primary",
            "The obvious next step; one a screen.",
            buttonStates(() -> Buttons.primary("go", "Xem hồ sơ", () -> {}))),
        entry(
            "Buttons.secondary",
            "Another way, and every way back.",
            buttonStates(
                () -> Buttons.icon(Icon.BACK, Buttons.secondary("back", "Quay lại", () -> {})))),
        entry(
            "Buttons.quiet",
            "A step that is rarely taken.",
            buttonStates(() -> Buttons.quiet("quiet", "Cách khác", () -> {}))),
        entry(
            "Buttons.tool",
            "A tool of the bar under every screen; marked while it is on.",
            with(
                buttonStates(() -> Buttons.tool("read", Icon.SPEAKER, "Nghe đọc", () -> {})),
                "on",
                () -> styled(Buttons.tool("read", Icon.SPEAKER, "Nghe đọc", () -> {}), "on"))),
        entry(
            "TouchPanel",
            "A card that is touched as a whole.",
            Map.of(
                "at rest",
                () ->
                    styled(
                        new TouchPanel(
                            "panel",
                            QUESTION,
                            Boxes.column(
                                "inside",
                                Words.heading("Xác nhận tình trạng hôn nhân"),
                                Words.body("Cán bộ đang xem giấy tờ")),
                            () -> {}),
                        "card"))),
        entry(
            "TouchKeyboard.digits",
            "Six digits of a card, a PIN.",
            Map.of("at rest", () -> tall(TouchKeyboard.digits("Xóa", _ -> {}, () -> {}), 520))),
        entry(
            "TouchKeyboard.codes",
            "What a dossier code is made of.",
            Map.of("at rest", () -> tall(TouchKeyboard.codes("Xóa", _ -> {}, () -> {}), 480))),
        entry(
            "Words",
            "Text, from the one question of a screen down to what may be skipped.",
            Map.of(
                "all",
                () ->
                    Boxes.column(
                        "words",
                        Words.title(QUESTION),
                        Words.heading("Giấy tờ còn thiếu"),
                        Words.body(ANSWER),
                        Words.soft("Đưa mã trên giấy hẹn vào ô sáng."),
                        Words.note("H48.025.16-261120-0042")))),
        entry(
            "Boxes.notice",
            "An answer, on a surface whose tone says the same.",
            tones(tone -> Boxes.notice(tone, Words.of(ANSWER, "strong")))),
        entry(
            "Boxes.disc",
            "An icon that stands for what is beside it.",
            tones(tone -> Boxes.disc(tone, Icon.ID_CARD))),
        entry(
            "Pill",
            "The state of something in a word or two.",
            tones(tone -> new Pill(tone, Icon.CLOCK, "Còn trong hạn"))),
        entry(
            "Boxes.card",
            "What belongs together.",
            Map.of(
                "with a head",
                () ->
                    Boxes.card(
                        new HeadRow(
                            Words.heading("Khai sinh"), new Pill(Tone.OK, Icon.CHECK, "Đã xong")),
                        Words.body(ANSWER)))),
        entry(
            "Split",
            "Side by side where there is room, else one under the other.",
            Map.of(
                "two",
                () ->
                    Split.even(
                        20,
                        400,
                        Boxes.card(Words.body("Có giấy hẹn")),
                        Boxes.card(Words.body("Có thẻ căn cước"))))),
        entry(
            "ScrollBody",
            "What may be longer than the screen; a button pages on.",
            Map.of(
                "too long",
                () -> {
                  VBox lines = Boxes.column("lines");
                  for (int i = 1; i <= 30; i++) {
                    lines.getChildren().add(Words.body(i + ". " + ANSWER));
                  }
                  return tall(new ScrollBody(lines, "Xem tiếp", "Về đầu trang"), 520);
                })),
        entry("Icon", "Pictograms; always with words.", Map.of("all", CatalogueEntry::icons)),
        entry("Emblem", "Of the state, at the head of every screen.", Map.of("one", Emblem::new)));
  }

  private static CatalogueEntry entry(
      String name, String use, Map<String, Supplier<Region>> states) {
    return new CatalogueEntry(name, use, states);
  }

  private static Map<String, Supplier<Region>> buttonStates(Supplier<Button> make) {
    Map<String, Supplier<Region>> states = new LinkedHashMap<>();
    states.put("at rest", make::get);
    states.put(
        "pressed",
        () -> {
          Button button = make.get();
          button.arm();
          return button;
        });
    states.put(
        "disabled",
        () -> {
          Button button = make.get();
          button.setDisable(true);
          return button;
        });
    states.put(
        "by keys",
        () -> {
          Button button = make.get();
          FocusRing ring = new FocusRing();
          VBox box = new VBox(button, ring);
          box.layoutBoundsProperty().subscribe(() -> ring.around(button));
          button.layoutBoundsProperty().subscribe(() -> ring.around(button));
          return box;
        });
    return states;
  }

  private static Map<String, Supplier<Region>> with(
      Map<String, Supplier<Region>> states, String name, Supplier<Region> make) {
    Map<String, Supplier<Region>> more = new LinkedHashMap<>(states);
    more.put(name, make);
    return more;
  }

  /** What a tone makes of a control. */
  @FunctionalInterface
  private interface Toned {
    Region in(Tone tone);
  }

  private static Map<String, Supplier<Region>> tones(Toned make) {
    Map<String, Supplier<Region>> states = new LinkedHashMap<>();
    for (Tone tone : Tone.values()) {
      states.put(tone.styleClass(), () -> make.in(tone));
    }
    return states;
  }

  private static Region icons() {
    javafx.scene.layout.FlowPane flow = new javafx.scene.layout.FlowPane(20, 20);
    for (Icon icon : Icon.values()) {
      Node node = icon.node();
      flow.getChildren().add(new VBox(8, node, new Label(icon.name())));
    }
    return flow;
  }

  private static <R extends Region> R styled(R region, String styleClass) {
    region.getStyleClass().add(styleClass);
    return region;
  }

  private static Region tall(Region region, double height) {
    region.setMinHeight(height);
    region.setPrefHeight(height);
    region.setMaxHeight(height);
    return region;
  }
}
