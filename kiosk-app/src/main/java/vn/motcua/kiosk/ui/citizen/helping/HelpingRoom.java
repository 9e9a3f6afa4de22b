package vn.motcua.kiosk.ui.citizen.helping;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import vn.motcua.kiosk.desk.Helper;
import vn.motcua.kiosk.desk.HelperDesk;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.citizen.Room;
import vn.motcua.kiosk.ui.citizen.RoomModel;
import vn.motcua.kiosk.ui.citizen.RoomPage;
import vn.motcua.kiosk.ui.citizen.RoomPlan;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Words;

/**
 * Assisted mode. No door on the first page leads here: staff hold the emblem for two seconds, or
 * press F9. As long as somebody helps, a band on every page says who.
 */
public final class HelpingRoom implements Room {
  private final Ground ground;
  private final HelpingModel model;

  private HelpingRoom(Ground ground, HelpingModel model) {
    this.ground = ground;
    this.model = model;
  }

  /** The room at a terminal. */
  public static RoomPlan plan(HelperDesk desk) {
    return ground -> {
      HelpingModel model = new HelpingModel(ground.model(), desk);
      ground.model().onWipe(model::end);
      return new HelpingRoom(ground, model);
    };
  }

  @Override
  public RoomModel model() {
    return model;
  }

  @Override
  public PageView view(RoomPage page) {
    return new PinView(ground, model, (PinPage) page);
  }

  @Override
  public List<Door> doors() {
    return List.of();
  }

  @Override
  public void staff() {
    model.begin();
  }

  @Override
  public void onBand(Runnable changed) {
    model.onChange(changed);
  }

  @Override
  public Optional<Region> band() {
    return model.helper().map(this::band);
  }

  private Region band(Helper helper) {
    Label who =
        Words.of(ground.say("helping.band." + helper.role(), helper.name()), "body", "semibold");
    Button end = Buttons.secondary("helper-end", ground.say("helping.end"), model::end);
    end.setMaxWidth(Region.USE_PREF_SIZE);
    end.setMinWidth(Region.USE_PREF_SIZE);
    HBox band = Boxes.row("helper-band", Icon.PERSON.node(), Boxes.wide(who), end);
    band.getStyleClass().add("tone-wait");
    band.setId("helper-band");
    return band;
  }
}
