package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import javafx.scene.layout.StackPane;
import vn.motcua.kiosk.desk.ScanProfile;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.Texts;
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

  CameraOverlay(ScanModel scan, CameraSource cameras, Texts texts, Errands errands) {
    this.scan = scan;
    this.texts = texts;
    this.errands = errands;
    this.model =
        new CameraModel(cameras, errands, page -> paper.ifPresent(line -> scan.keep(line, page)));
    Parts.show(this, false);
  }

  /** Whether a profile's device is one of those that need this. */
  static boolean serves(ScanProfile profile) {
    return profile.device().driver().equals(CameraDriver.NAME);
  }

  boolean isOpen() {
    return isVisible();
  }

  /** Shows what the profile's camera sees; what is accepted belongs to {@code line}. */
  void open(PaperLine line, ScanProfile profile) {
    if (isOpen() || scan.running().get().isPresent()) {
      return;
    }
    paper = Optional.of(line);
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
