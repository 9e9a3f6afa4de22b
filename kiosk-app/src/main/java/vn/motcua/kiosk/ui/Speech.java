package vn.motcua.kiosk.ui;

import vn.motcua.kiosk.speech.Languages;
import vn.motcua.kiosk.speech.Volume;
import vn.motcua.kiosk.ui.kit.SpokenVoice;
import vn.motcua.kiosk.ui.kit.Voice;

/**
 * Which languages a machine speaks, and how.
 *
 * @param headphonesOnly whether nothing is said on the loudspeaker
 * @param volume what every citizen begins with
 */
public record Speech(Languages languages, boolean headphonesOnly, Volume volume) {
  /** What the program brings, on the loudspeaker. */
  static Speech usual() {
    return new Speech(Languages.shipped(), false, Volume.USUAL);
  }

  Voice voice() {
    return SpokenVoice.ofThisMachine(languages, headphonesOnly, volume);
  }
}
