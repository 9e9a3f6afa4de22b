package vn.motcua.kiosk.ui.citizen;

import java.util.function.Consumer;
import vn.motcua.kiosk.ui.kit.Sounds;

/** Sounds that are also told to those who do not hear them. */
final class CaptionedSounds implements Sounds {
  private final Sounds heard;
  private Consumer<String> shown = _ -> {};

  CaptionedSounds(Sounds heard) {
    this.heard = heard;
  }

  /** {@code teller} gets the key of the words for every sound. */
  void tell(Consumer<String> teller) {
    shown = teller;
  }

  @Override
  public void accepted() {
    heard.accepted();
    shown.accept("sound.accepted");
  }

  @Override
  public void refused() {
    heard.refused();
    shown.accept("sound.refused");
  }
}
