package vn.motcua.kiosk.ui.citizen.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.Clips;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** A slide with its caption, and the keys of the show. */
final class SlidesView implements PageView {
  /** A longer caption is drawn smaller. */
  private static final int LONG = 80;

  private final Ground ground;
  private final PapersPage.Slides page;
  private final String caption;
  private final VBox body;
  private final List<Button> keys;

  SlidesView(Ground ground, PapersModel model, PapersPage.Slides page) {
    this.ground = ground;
    this.page = page;
    int count = SlideShow.count(page);
    Region picture;
    if (page.own().isEmpty()) {
      OwnSlides slide = OwnSlides.of(page.needs()).get(page.at());
      caption = words(slide);
      picture = Boxes.disc(Tone.BRAND, slide.icon());
      picture.getStyleClass().add("help-disc");
    } else {
      Clips.Slide slide = page.own().get(page.at());
      caption = slide.caption(ground.texts().language().get());
      picture = new SlidePicture(slide.picture());
    }
    VBox card = Boxes.card(Boxes.grow(new StackPane(picture)), captionLabel());
    card.setId("slide");
    card.getStyleClass().add("slide");
    card.setAlignment(Pos.CENTER);
    var where = Words.of(ground.say("slides.at", page.at() + 1, count), "note", "soft", "centred");
    where.setMaxWidth(Double.MAX_VALUE);
    Button previous =
        Buttons.icon(
            Icon.BACK,
            Buttons.secondary(
                "slide-previous", ground.say("slides.previous"), model.slides()::backward));
    previous.setDisable(page.at() == 0);
    Button play =
        Buttons.icon(
            page.playing() ? Icon.PAUSE : Icon.PLAY,
            Buttons.secondary(
                "slide-play",
                ground.say(page.playing() ? "slides.pause" : "slides.play"),
                model.slides()::playOrPause));
    Button next =
        Buttons.iconAfter(
            Icon.NEXT,
            Buttons.secondary("slide-next", ground.say("slides.next"), model.slides()::forward));
    next.setDisable(page.at() == count - 1);
    body =
        Boxes.column(
            "page",
            Words.title(NeedsWords.name(ground.texts(), page.needs().procedure())),
            Boxes.grow(card),
            where);
    keys = List.of(previous, play, next);
    // A wide screen has no height for two rows of buttons.
    if (!ground.landscape().getAsBoolean()) {
      body.getChildren().add(Split.even(16, ground.letters(30), keys.toArray(Region[]::new)));
    }
  }

  private javafx.scene.control.Label captionLabel() {
    var label = Words.of(caption, caption.length() > LONG ? "strong" : "heading", "centred");
    label.setId("slide-caption");
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private String words(OwnSlides slide) {
    NeedsWords needs = new NeedsWords(ground.texts(), page.needs());
    String papers =
        slide.papers().stream()
            .map(paper -> paper.name() + " (" + needs.copies(paper) + ")")
            .collect(Collectors.joining(";\n"));
    return switch (slide.key()) {
      case "slide.what" -> ground.say(slide.key(), needs.name());
      case "slide.fee" -> needs.fee();
      case "slide.wait" -> needs.days();
      case "slide.come" -> ground.say(slide.key(), ground.centre().name());
      case "slide.form" ->
          ground.say(slide.key(), String.join(", ", page.needs().procedure().details().forms()));
      default -> ground.say(slide.key(), papers);
    };
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    List<Button> all = new ArrayList<>();
    all.add(Ways.back(ground));
    if (ground.landscape().getAsBoolean()) {
      all.addAll(keys);
    }
    return all;
  }

  @Override
  public String spoken() {
    return caption.isEmpty()
        ? ground.say("slides.at", page.at() + 1, SlideShow.count(page))
        : caption;
  }
}
