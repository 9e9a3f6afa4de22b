package vn.motcua.kiosk.ui.citizen.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Words;

/** The draft is kept: its code, large, and until when. */
final class HandedView implements PageView {
  private static final int LARGEST = 440;
  private static final int LOWEST = 400;

  private final Ground ground;
  private final Optional<Runnable> print;
  private final VBox body;
  private final String until;

  HandedView(Ground ground, PapersPage.Handed page, Optional<Runnable> print) {
    this.ground = ground;
    this.print = print;
    until = ground.say("handed.until", ground.texts().dates().weekdayDay(page.kept().lastDay()));
    var code = Words.of(page.kept().code().spaced(), "answer-line", "draft-code");
    code.setId("draft-code");
    VBox what =
        Boxes.column(
            "phone-words",
            Words.title(ground.say("handed.title")),
            Words.body(ground.say("handed.how")),
            code);
    VBox more = Boxes.column("phone-words", Words.of(until, "body", "semibold"));
    if (page.kept().pages() > 0) {
      more.getChildren().add(Words.soft(ground.texts().count("handed.pages", page.kept().pages())));
    }
    more.getChildren().add(Words.soft(ground.say("handed.gone")));
    boolean landscape = ground.landscape().getAsBoolean();
    Region qr = new QrBox("draft-qr", page.kept().code().qrText(), landscape ? LOWEST : LARGEST);
    body =
        landscape
            ? Boxes.column(
                "page", Split.even(40, 0, Boxes.column("phone-words", what, more), qr).ragged())
            : Boxes.column("page", what, qr, more);
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    List<Button> all = new ArrayList<>();
    print.ifPresent(action ->
        all.add(
            Buttons.icon(
                Icon.PRINTER, Buttons.secondary("handed-print", ground.say("go.print"), action))));
    all.add(Ways.leave(ground));
    return all;
  }

  @Override
  public String spoken() {
    return String.join(". ", ground.say("handed.title"), ground.say("handed.how"), until);
  }
}
