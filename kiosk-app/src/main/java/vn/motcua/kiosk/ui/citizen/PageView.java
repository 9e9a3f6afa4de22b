package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import vn.motcua.kiosk.speech.Spoken;

/** How one page is shown: what scrolls, what stays below it, what is read aloud. */
public interface PageView {
  /** What the page shows; scrolls if it is too long. */
  Region body();

  /** The steps from here, under the body; the obvious one last. */
  List<Button> actions();

  /** What is read aloud. */
  String spoken();

  /**
   * What is read aloud, sentence by sentence. Found anew at every call, in the language that {@link
   * vn.motcua.kiosk.ui.kit.Texts} speaks then.
   */
  default List<Spoken> sayings() {
    return Sayings.cut(spoken());
  }

  /** Takes a newer state of the same page; false if it must be made anew. */
  default boolean update(Page page) {
    return false;
  }

  /**
   * Whether all of it must stay in sight when it is lowered: where one types, or chooses between
   * the first two ways.
   */
  default boolean isWhole() {
    return false;
  }

  /** A small line under the actions; may be empty. */
  default String footnote() {
    return "";
  }
}
