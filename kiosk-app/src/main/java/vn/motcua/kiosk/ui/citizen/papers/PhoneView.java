package vn.motcua.kiosk.ui.citizen.papers;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Words;

/** The same for the phone: a QR, and what to do with it. */
final class PhoneView implements PageView {
  private static final int LARGEST = 760;
  private static final int LOWEST = 560;

  private final Ground ground;
  private final PapersPage.ForPhone page;
  private final VBox body;

  PhoneView(Ground ground, PapersPage.ForPhone page) {
    this.ground = ground;
    this.page = page;
    Region qr =
        new QrBox("phone-qr", page.text(), ground.landscape().getAsBoolean() ? LOWEST : LARGEST);
    VBox words =
        Boxes.column(
            "phone-words",
            Words.title(ground.say("phone.title")),
            Words.body(ground.say("phone.one")),
            Words.body(ground.say(page.link() ? "phone.two.link" : "phone.two")),
            Words.soft(ground.say(page.link() ? "phone.net" : "phone.offline")));
    body = Boxes.column("page", Split.even(40, ground.letters(48), words, qr).ragged());
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    return List.of(Ways.back(ground), Ways.leave(ground));
  }

  @Override
  public String spoken() {
    return String.join(
        ". ",
        ground.say("phone.title"),
        ground.say("phone.one"),
        ground.say(page.link() ? "phone.two.link" : "phone.two"));
  }
}
