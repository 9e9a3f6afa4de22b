package vn.motcua.kiosk.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import vn.motcua.kiosk.speech.AlsaJack;
import vn.motcua.kiosk.speech.Caption;
import vn.motcua.kiosk.speech.Languages;
import vn.motcua.kiosk.speech.LineLoudspeaker;
import vn.motcua.kiosk.speech.Speaker;
import vn.motcua.kiosk.speech.SpeechEngine;
import vn.motcua.kiosk.speech.Spoken;
import vn.motcua.kiosk.speech.Volume;

/** The voice of the language packs: recordings first, else what this machine reads with. */
public final class SpokenVoice implements Voice, Voice.Controls {
  private final Speaker speaker;
  private final Volume usual;

  /**
   * @param speaker is closed with it
   */
  public SpokenVoice(Speaker speaker) {
    this.speaker = speaker;
    usual = speaker.volume();
  }

  /** That of this machine, with what is plugged into it. */
  public static Voice ofThisMachine(Languages languages, boolean headphonesOnly, Volume volume) {
    Speaker speaker =
        new Speaker(
            languages,
            SpeechEngine.ofThisMachine(),
            new LineLoudspeaker(),
            new AlsaJack(),
            headphonesOnly);
    speaker.volume(volume);
    return new SpokenVoice(speaker);
  }

  @Override
  public boolean speaks(Locale language) {
    return speaker.speaks(language);
  }

  @Override
  public void say(String sentence, Locale language, Runnable ended) {
    Spoken spoken = Spoken.free(sentence);
    read(List.of(new Speaker.Line(spoken, spoken)), language, _ -> {}, ended);
  }

  @Override
  public void read(
      List<Speaker.Line> lines, Locale language, Consumer<Caption> now, Runnable ended) {
    speaker.say(lines, language, now, ended);
  }

  @Override
  public Optional<Controls> controls() {
    return Optional.of(this);
  }

  @Override
  public Volume volume() {
    return speaker.volume();
  }

  @Override
  public void volume(Volume next) {
    speaker.volume(next);
  }

  @Override
  public boolean headphonesOnly() {
    return speaker.headphonesOnly();
  }

  @Override
  public void headphones(boolean used) {
    speaker.headphones(used);
  }

  @Override
  public void reset() {
    speaker.volume(usual);
    speaker.headphones(false);
  }

  @Override
  public void hush() {
    speaker.hush();
  }

  @Override
  public void close() {
    speaker.close();
  }
}
