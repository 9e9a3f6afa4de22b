package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import javafx.scene.layout.StackPane;
import vn.motcua.kiosk.desk.PagePlace;
import vn.motcua.kiosk.desk.ScanProfile;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.camera.CameraDriver;
import vn.motcua.scanner.paper.camera.CameraSource;

/**
 * The camera over the whole form while pages of one paper are taken; accepted pages join the pile
 * like scanned ones. The camera is held only while this is open.
 */
final class CameraOverlay extends StackPane {
  private final ScanModel scan;
  private final Texts texts;
  private final Errands errands;
  private final CameraModel model;
  private Optional<PaperLine> paper = Optional.empty();
  private PagePlace place = PagePlace.end();

  CameraOverlay(ScanModel scan, CameraSource cameras, Texts texts, Errands errands) {
    this.scan = scan;
    this.texts = texts;
    this.errands = errands;
    this.model =
        new CameraModel(cameras, errands, page -> paper.ifPresent(line -> accepted(line, page)));
    Parts.show(this, false);
  }

  /** Whether a profile's device is one of those that need this. */
  static boolean serves(ScanProfile profile) {
    return profile.device().driver().equals(CameraDriver.NAME);
  }

  boolean isOpen() {
    return isVisible();
  }

  private void accepted(PaperLine line, ScannedPage page) {
    scan.keep(line, page, place);
    if (place instanceof PagePlace.InsteadOf) {
      hide(); // one page takes the place of one
    }
  }

  /**
   * Shows what the profile's camera sees; what is accepted belongs to {@code line}, at {@code to}.
   */
  void open(PaperLine line, ScanProfile profile, PagePlace to) {
    if (isOpen() || scan.running().get().isPresent()) {
      return;
    }
    paper = Optional.of(line);
    place = to;
    getChildren().setAll(new CameraPane(model, texts, errands, this::hide));
    Parts.show(this, true);
    model.open(profile.device().address());
  }

  private void hide() {
    model.close();
    getChildren().clear();
    Parts.show(this, false);
  }
}
