package vn.motcua.kiosk.speech;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says sentences: recordings first, else a program that reads; a sentence that its language cannot
 * say is said in Vietnamese as a whole, and the caption tells so. A thread of its own does it;
 * every call returns at once. Where nothing can be heard the captions come all the same, at the
 * pace of somebody who reads.
 */
public final class Speaker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Speaker.class);
  private static final Locale VIETNAMESE = Locale.of("vi");
  private static final int READING_MILLISECONDS_A_LETTER = 70;
  private static final int READING_LEAST = 1_500;

  /**
   * A sentence and the same in Vietnamese.
   *
   * @param vietnamese what is read if nothing speaks the language of the screen
   */
  public record Line(Spoken said, Spoken vietnamese) {}

  /** How a sentence is going to be heard. */
  private record Way(Optional<SpokenAnswer.Composed> clips, Locale language, boolean placeholder) {}

  /** One thing that is being said. */
  private static final class Turn {
    final CountDownLatch over = new CountDownLatch(1);

    boolean on() {
      return over.getCount() > 0;
    }
  }

  private final Languages languages;
  private final SpokenAnswer answers;
  private final SpeechEngine engine;
  private final Loudspeaker loudspeaker;
  private final HeadphoneJack jack;
  private final boolean headphonesOnly;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("voice").factory());
  private volatile Turn turn = new Turn();
  private volatile Volume volume = Volume.USUAL;
  private volatile boolean headphones;

  /**
   * @param engine reads what is not recorded
   * @param headphonesOnly whether the loudspeaker must stay silent for all but headphones
   */
  public Speaker(
      Languages languages,
      SpeechEngine engine,
      Loudspeaker loudspeaker,
      HeadphoneJack jack,
      boolean headphonesOnly) {
    this.languages = languages;
    this.answers = new SpokenAnswer(languages);
    this.engine = engine;
    this.loudspeaker = loudspeaker;
    this.jack = jack;
    this.headphonesOnly = headphonesOnly;
  }

  /** Whether something in that language can be heard: recordings, or a program that reads it. */
  public boolean speaks(Locale language) {
    return engine.speaks(language)
        || languages.of(language).stream().anyMatch(pack -> pack.recorded() > 0);
  }

  /** Whether the loudspeaker stays silent until headphones are used. */
  public boolean headphonesOnly() {
    return headphonesOnly;
  }

  /** The citizen says whether headphones are used; forgotten with the visit. */
  public void headphones(boolean used) {
    headphones = used;
  }

  /** Whether the citizen says that headphones are used. */
  public boolean headphones() {
    return headphones;
  }

  /** How loud it is. */
  public Volume volume() {
    return volume;
  }

  /** Changes how loud it is, also of what is being said. */
  public void volume(Volume next) {
    volume = next;
  }

  /**
   * Says {@code lines} one after the other, after stopping what is said now.
   *
   * @param language of the screen
   * @param now told before each sentence, on the voice's thread
   * @param ended called once when all is said, or it was stopped; on the voice's thread
   */
  public void say(List<Line> lines, Locale language, Consumer<Caption> now, Runnable ended) {
    hush();
    Turn mine = new Turn();
    turn = mine;
    List<Line> all = List.copyOf(lines);
    thread.execute(() -> {
      try {
        for (Line line : all) {
          if (mine.on()) {
            say(line, language, now, mine);
          }
        }
      } catch (RuntimeException e) {
        LOG.error("the voice broke off", e);
      } finally {
        ended.run();
      }
    });
  }

  /** Stops. */
  public void hush() {
    turn.over.countDown();
  }

  private void say(Line line, Locale language, Consumer<Caption> now, Turn mine) {
    Optional<Way> way = way(line, language);
    Optional<VoiceFault> silent =
        way.isEmpty()
            ? Optional.of(new VoiceFault.NoVoice())
            : mayBeHeard() ? Optional.empty() : Optional.of(new VoiceFault.NoHeadphones());
    Locale said = way.map(Way::language).orElse(language);
    boolean placeholder = way.map(Way::placeholder).orElse(false);
    String words = line.said().words();
    if (silent.isEmpty()) {
      try {
        Sound sound = sound(way.orElseThrow(), line);
        if (mine.on()) {
          now.accept(new Caption(words, said, placeholder, Optional.empty()));
          loudspeaker.play(sound, () -> volume.factor(), mine::on);
        }
        return;
      } catch (IOException e) {
        LOG.debug("nothing is heard", e);
        silent = Optional.of(new VoiceFault.NoLoudspeaker());
      }
    }
    now.accept(new Caption(words, said, placeholder, silent));
    pause(Math.max(READING_LEAST, words.length() * READING_MILLISECONDS_A_LETTER), mine);
  }

  private static void pause(int milliseconds, Turn mine) {
    try {
      boolean _ = mine.over.await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      mine.over.countDown();
    }
  }

  private boolean mayBeHeard() {
    return !headphonesOnly || jack.plugged().orElse(headphones);
  }

  /** The first of: recordings, a program that reads, Vietnamese recordings, Vietnamese read. */
  private Optional<Way> way(Line line, Locale language) {
    return in(line.said(), language).or(() -> in(line.vietnamese(), VIETNAMESE));
  }

  private Optional<Way> in(Spoken spoken, Locale language) {
    Optional<SpokenAnswer.Composed> clips = answers.in(language, spoken);
    if (clips.isPresent()) {
      return Optional.of(new Way(clips, language, clips.get().pack().info().placeholder()));
    }
    return engine.speaks(language)
        ? Optional.of(new Way(Optional.empty(), language, true))
        : Optional.empty();
  }

  private Sound sound(Way way, Line line) throws IOException {
    if (way.clips().isEmpty()) {
      boolean vietnamese = way.language().equals(VIETNAMESE);
      String words = vietnamese ? line.vietnamese().words() : line.said().words();
      return engine.render(words, way.language());
    }
    List<Sound> sounds = new ArrayList<>();
    Clips clips = way.clips().get().pack().clips();
    for (Piece piece : way.clips().get().pieces()) {
      sounds.add(
          switch (piece) {
            case Piece.Recording(String name) -> clips.read(name);
            case Piece.Silence(int milliseconds) -> Sound.silence(milliseconds);
          });
    }
    return Sound.join(sounds);
  }

  @Override
  public void close() {
    hush();
    thread.shutdownNow();
  }
}
