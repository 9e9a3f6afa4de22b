package vn.motcua.kiosk.ui.citizen.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.Rating;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.TouchPanel;
import vn.motcua.kiosk.ui.kit.Words;

/** Five faces; reasons only once a face is chosen; leaving it out is one touch. */
final class RateView implements PageView {
  private final Ground ground;
  private final QueueModel model;
  private final QueuePage.Rate page;
  private final VBox body;

  RateView(Ground ground, QueueModel model, QueuePage.Rate page) {
    this.ground = ground;
    this.model = model;
    this.page = page;
    Region[] faces = Arrays.stream(Rating.Face.values()).map(this::face).toArray(Region[]::new);
    body =
        Boxes.column(
            "page",
            Words.title(ground.say("rate.title", ground.model().visitor().salutation())),
            Words.soft(ground.say("rate.how")),
            Split.even(16, ground.letters(36), faces));
    if (page.face().isPresent()) {
      VBox why = Boxes.card(Words.of(ground.say("rate.why"), "strong"));
      Region[] reasons =
          Arrays.stream(Rating.Reason.values()).map(this::reason).toArray(Region[]::new);
      why.getChildren().add(Split.even(16, ground.letters(50), reasons));
      body.getChildren().add(why);
    }
    QueueStyle.dress(body);
  }

  private Region face(Rating.Face face) {
    String words = ground.say("rate." + face);
    VBox inside =
        Boxes.column(
            "face-inside", FacePicture.of(face), Words.of(words, "body", "semibold", "centred"));
    inside.setAlignment(Pos.TOP_CENTER);
    TouchPanel panel =
        new TouchPanel("face-" + face.points(), words, inside, () -> model.face(face));
    panel.getStyleClass().addAll("card", "face");
    if (page.face().filter(face::equals).isPresent()) {
      panel.getStyleClass().add("chosen");
    }
    return panel;
  }

  private Region reason(Rating.Reason reason) {
    boolean chosen = page.reasons().contains(reason);
    Button button =
        Buttons.secondary(
            "reason-" + reason.name().toLowerCase(Locale.ROOT),
            ground.say("rate." + reason),
            () -> model.reason(reason));
    if (chosen) {
      button.getStyleClass().add("chosen");
      Buttons.icon(Icon.CHECK, button);
    }
    return button;
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    List<Button> buttons = new ArrayList<>();
    buttons.add(Buttons.secondary("skip", ground.say("rate.skip"), ground.model()::leave));
    if (page.face().isPresent()) {
      buttons.add(
          Buttons.icon(Icon.SEND, Buttons.primary("send", ground.say("rate.send"), model::send)));
    }
    return buttons;
  }

  @Override
  public String spoken() {
    return ground.say("rate.title", ground.model().visitor().salutation())
        + " "
        + Arrays.stream(Rating.Face.values())
            .map(face -> ground.say("rate." + face))
            .collect(Collectors.joining(", "));
  }
}
