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

  /** What is heard, and by which way. */
  private record Heard(Way way, Sound sound) {}

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
    List<Way> ways = ways(line, language);
    Optional<VoiceFault> silent =
        ways.isEmpty()
            ? Optional.of(new VoiceFault.NoVoice())
            : mayBeHeard() ? Optional.empty() : Optional.of(new VoiceFault.NoHeadphones());
    String words = line.said().words();
    if (silent.isEmpty()) {
      try {
        Heard heard = first(ways, line);
        if (mine.on()) {
          Way way = heard.way();
          now.accept(new Caption(words, way.language(), way.placeholder(), Optional.empty()));
          loudspeaker.play(heard.sound(), () -> volume.factor(), mine::on);
        }
        return;
      } catch (IOException e) {
        LOG.debug("nothing is heard", e);
        silent = Optional.of(new VoiceFault.NoLoudspeaker());
      }
    }
    Locale said = ways.stream().findFirst().map(Way::language).orElse(language);
    boolean placeholder = ways.stream().findFirst().map(Way::placeholder).orElse(false);
    now.accept(new Caption(words, said, placeholder, silent));
    pause(Math.max(READING_LEAST, words.length() * READING_MILLISECONDS_A_LETTER), mine);
  }

  /** A recording that is none is as good as missing: the next way says the whole sentence. */
  private Heard first(List<Way> ways, Line line) throws IOException {
    IOException last = new IOException("no way to say it");
    for (Way way : ways) {
      try {
        return new Heard(way, sound(way, line));
      } catch (IOException unusable) {
        LOG.warn("{}: {}", way.language().toLanguageTag(), unusable.getMessage());
        last = unusable;
      }
    }
    throw last;
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

  /** In this order: recordings, a program that reads, Vietnamese recordings, Vietnamese read. */
  private List<Way> ways(Line line, Locale language) {
    List<Way> all = new ArrayList<>(in(line.said(), language));
    all.addAll(in(line.vietnamese(), VIETNAMESE));
    return all;
  }

  private List<Way> in(Spoken spoken, Locale language) {
    List<Way> all = new ArrayList<>();
    for (SpokenAnswer.Composed clips : answers.all(language, spoken)) {
      all.add(new Way(Optional.of(clips), language, clips.pack().info().placeholder()));
    }
    if (engine.speaks(language)) {
      all.add(new Way(Optional.empty(), language, true));
    }
    return all;
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
