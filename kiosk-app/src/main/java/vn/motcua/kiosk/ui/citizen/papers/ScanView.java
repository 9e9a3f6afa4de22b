package vn.motcua.kiosk.ui.citizen.papers;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.RequiredPaper;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.TouchPanel;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.FaultSentence;

/** Papers are scanned into the draft, one after the other. */
final class ScanView implements PageView {
  private final Ground ground;
  private final PapersModel model;
  private final PapersPage.Scan page;
  private final VBox body;

  ScanView(Ground ground, PapersModel model, PapersPage.Scan page) {
    this.ground = ground;
    this.model = model;
    this.page = page;
    body =
        Boxes.column(
            "page", Words.title(ground.say("scan.title")), Words.soft(ground.say("scan.how")));
    page.fault()
        .ifPresent(fault -> {
          FaultSentence said = ground.fault(fault);
          VBox notice =
              Boxes.notice(
                  Tone.WAIT, Words.of(said.what(), "strong"), Words.of(said.todo(), "body", "ink"));
          notice.setId("scan-fault");
          body.getChildren().add(notice);
        });
    page.needs().procedure().papers().stream()
        .filter(RequiredPaper::scan)
        .forEach(paper -> body.getChildren().add(paper(paper)));
  }

  private Region paper(RequiredPaper paper) {
    int pages = page.pages().getOrDefault(paper.name(), 0);
    boolean now = page.running().filter(paper.name()::equals).isPresent();
    VBox words =
        Boxes.wide(
            Boxes.column(
                "choice-words",
                Words.of(paper.name(), "strong"),
                Words.soft(
                    now
                        ? ground.texts().count("scan.running", pages)
                        : ground.texts().count("scan.pages", pages))));
    TouchPanel panel =
        new TouchPanel(
            "scan-" + page.needs().procedure().papers().indexOf(paper),
            paper.name(),
            Boxes.row(
                "choice",
                Boxes.disc(pages > 0 ? Tone.OK : Tone.BRAND, pages > 0 ? Icon.CHECK : Icon.SCAN),
                words),
            () -> model.draft().scan(paper.name()));
    panel.getStyleClass().add("card");
    panel.setDisable(page.running().isPresent());
    return panel;
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    List<Button> all = new ArrayList<>();
    if (!page.pages().isEmpty() && page.running().isEmpty()) {
      all.add(
          Buttons.icon(
              Icon.TRASH,
              Buttons.secondary("scan-drop", ground.say("scan.drop"), model.draft()::dropPages)));
    }
    Button done = Buttons.primary("scan-done", ground.say("scan.done"), model.draft()::scanned);
    done.setDisable(page.running().isPresent());
    all.add(done);
    return all;
  }

  @Override
  public String spoken() {
    return ground.say("scan.title") + ". " + ground.say("scan.how");
  }
}
