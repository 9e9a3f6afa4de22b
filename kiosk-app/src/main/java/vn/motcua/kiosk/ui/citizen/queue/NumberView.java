package vn.motcua.kiosk.ui.citizen.queue;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.FaultSentence;

/** The number, as large as the screen has room for, and what to do with it. */
final class NumberView implements PageView {
  private final Ground ground;
  private final QueueModel model;
  private final QueuePage.Number page;
  private final VBox body;
  private final String before;

  NumberView(Ground ground, QueueModel model, QueuePage.Number page) {
    this.ground = ground;
    this.model = model;
    this.page = page;
    before = TicketSlip.before(page.taken(), ground.texts());
    Label number = Words.of(page.taken().ticket().label(), "ticket-number");
    number.setId("ticket");
    number.setWrapText(false);
    number.setMinWidth(Region.USE_PREF_SIZE);
    VBox answer =
        Boxes.notice(
            Tone.BRAND,
            Words.of(ground.say("queue.number"), "heading", "centred"),
            number,
            Words.of(
                ground.say("queue.service." + page.taken().ticket().service()),
                "strong",
                "centred"),
            Words.of(before, "body", "ink", "centred"));
    answer.getStyleClass().addAll("answer", "ticket");
    answer.setAlignment(Pos.CENTER);
    body =
        Boxes.column(
            "page",
            Split.even(
                    24,
                    ground.letters(60),
                    answer,
                    Boxes.column(
                        "answer-side",
                        slip(),
                        Boxes.card(
                            Boxes.row(
                                "notice-row",
                                Icon.SPEAKER.node(),
                                Boxes.wide(Words.body(ground.say("queue.listen")))))))
                .ragged());
    QueueStyle.dress(body);
  }

  private Region slip() {
    return switch (page.slip()) {
      case QueuePage.Slip.Printing _ ->
          line(Tone.MUTED, Icon.PRINTER, ground.say("queue.slip.printing"), "");
      case QueuePage.Slip.Printed _ ->
          line(Tone.OK, Icon.PRINTER, ground.say("queue.slip.printed"), "");
      case QueuePage.Slip.NotPrinted(var fault) -> {
        FaultSentence sentence = ground.fault(fault);
        yield line(
            Tone.WAIT,
            Icon.CAMERA,
            ground.say("queue.slip.remember", page.taken().ticket().label()),
            sentence.what());
      }
    };
  }

  private static Region line(Tone tone, Icon icon, String what, String more) {
    VBox words = Boxes.wide(Boxes.column("note-words", Words.of(what, "strong")));
    if (!more.isEmpty()) {
      words.getChildren().add(Words.of(more, "body", "ink"));
    }
    VBox line = Boxes.notice(tone, Boxes.row("notice-row", icon.node(), words));
    line.setId("slip");
    return line;
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    List<Button> buttons = new ArrayList<>();
    if (page.slip() instanceof QueuePage.Slip.NotPrinted && ground.canPrint()) {
      buttons.add(
          Buttons.icon(
              Icon.PRINTER,
              Buttons.secondary("print-again", ground.say("queue.slip.again"), model::printAgain)));
    }
    buttons.add(Buttons.primary("leave", ground.say("go.leave"), ground.model()::leave));
    return buttons;
  }

  @Override
  public String spoken() {
    return String.join(
        ". ",
        ground.say("queue.number") + " " + CallWords.spelled(page.taken().ticket()),
        before,
        ground.say("queue.listen"));
  }

  @Override
  public String footnote() {
    return page.slip() instanceof QueuePage.Slip.NotPrinted(var fault)
        ? ground.say("help.code", fault.code())
        : "";
  }
}
