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
  private static final int LARGEST = 640;
  private static final int LOWEST = 520;

  private final Ground ground;
  private final PapersPage.ForPhone page;
  private final VBox body;

  PhoneView(Ground ground, PapersPage.ForPhone page) {
    this.ground = ground;
    this.page = page;
    boolean landscape = ground.landscape().getAsBoolean();
    Region qr = new QrBox("phone-qr", page.text(), landscape ? LOWEST : LARGEST);
    VBox words =
        Boxes.column(
            "phone-words",
            Words.body(ground.say("phone.one")),
            Words.body(ground.say(page.link() ? "phone.two.link" : "phone.two")),
            Words.soft(ground.say(page.link() ? "phone.net" : "phone.offline")));
    Region title = Words.title(ground.say("phone.title"));
    body =
        landscape
            ? Boxes.column("page", title, Split.even(40, 0, words, qr).ragged())
            : Boxes.column("page", title, qr, words);
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
