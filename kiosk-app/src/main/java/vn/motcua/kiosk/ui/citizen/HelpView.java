package vn.motcua.kiosk.ui.citizen;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.speech.Spoken;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultSentence;

/** What happened, what to do, that nothing is lost, and one obvious next step. */
final class HelpView implements PageView {
  private final Ground ground;
  private final Page page;
  private final String what;
  private final String todo;
  private final VBox body;

  HelpView(Ground ground, Page page) {
    this.ground = ground;
    this.page = page;
    Icon icon;
    switch (page) {
      case Page.Help(Fault fault, _) -> {
        FaultSentence sentence = ground.fault(fault);
        what = bare(sentence.what());
        todo = calm(sentence.todo());
        icon = icon(fault);
      }
      case Page.TriesUsedUp _ -> {
        what = ground.say("tries.title");
        todo = ground.say("tries.how");
        icon = Icon.PERSON;
      }
      default -> {
        what = ground.say("staff.title");
        todo = ground.say("staff.how");
        icon = Icon.PERSON;
      }
    }
    StackPane disc = Boxes.disc(Tone.WAIT, icon);
    disc.getStyleClass().add("help-disc");
    body =
        Boxes.column(
            "page",
            Boxes.space(),
            disc,
            Words.of(what, "title", "centred"),
            Words.of(todo, "help-todo", "centred", "soft"),
            Boxes.space());
    body.setAlignment(Pos.TOP_CENTER);
    body.getStyleClass().add("help");
    body.setId("help");
  }

  /** A title has no full stop. */
  private static String bare(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  /** That nothing is lost is said on every help page, once. */
  private String calm(String sentence) {
    String safe = ground.say("help.safe");
    return sentence.contains(safe) ? sentence : (sentence + " " + safe).strip();
  }

  private static Icon icon(Fault fault) {
    String code = fault.code();
    if (code.startsWith("CHIP-") || code.startsWith("CARD-")) {
      return Icon.ID_CARD;
    }
    if (code.startsWith("LOOKUP-") || code.startsWith("CODE-")) {
      return Icon.PAPER;
    }
    return Icon.WARNING;
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    CitizenModel model = ground.model();
    List<Button> buttons = new ArrayList<>();
    Page.Help.Next next = page instanceof Page.Help help ? help.next() : Page.Help.Next.HOME;
    if (next == Page.Help.Next.RECEIPT) {
      buttons.add(secondary("help-home", Icon.BACK, "go.back", model::back));
    } else if (page instanceof Page.Help
        && next != Page.Help.Next.HOME
        && next != Page.Help.Next.BACK) {
      buttons.add(secondary("help-receipt", Icon.PAPER, "help.RECEIPT", model::useReceipt));
    }
    buttons.add(secondary("help-staff", Icon.PERSON, "help.staff", model::callStaff));
    buttons.add(
        Buttons.primary(
            "help-next",
            ground.say("help." + next),
            switch (next) {
              case CARD_AGAIN -> model::again;
              case SIX_DIGITS -> model::typeSix;
              case RECEIPT -> model::useReceipt;
              case BACK -> model::back;
              case HOME -> model::home;
            }));
    return buttons;
  }

  private Button secondary(String id, Icon icon, String key, Runnable action) {
    return Buttons.icon(icon, Buttons.secondary(id, ground.say(key), action));
  }

  @Override
  public String footnote() {
    return page instanceof Page.Help(Fault fault, _) ? ground.say("help.code", fault.code()) : "";
  }

  @Override
  public String spoken() {
    return what + ". " + todo;
  }

  @Override
  public List<Spoken> sayings() {
    List<Spoken> all = new ArrayList<>();
    switch (page) {
      case Page.Help(Fault fault, _) -> {
        FaultSentence sentence = ground.fault(fault);
        all.addAll(Sayings.cut(sentence.what()));
        all.addAll(Sayings.cut(sentence.todo().replace(ground.say("help.safe"), "").strip()));
        all.add(Spoken.of("help.safe", ground.say("help.safe")));
      }
      case Page.TriesUsedUp _ ->
          all.add(
              Spoken.of("tries.title", ground.say("tries.title") + ". " + ground.say("tries.how")));
      default -> {
        all.add(Spoken.of("staff.title", ground.say("staff.title")));
        all.addAll(Sayings.cut(ground.say("staff.how")));
      }
    }
    return all;
  }
}
