package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultSentence;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.Sentences;

/** Tells those who enrol, in both languages, what to do next and what was learnt. */
final class EnrolGuide {
  private static final List<Locale> LANGUAGES = List.of(Locale.of("vi"), Locale.ENGLISH);

  private final Sentences guide = new Sentences(List.of("vn.motcua.kiosk.cli.enrol"));
  private final FaultSentences faults;
  private final PrintStream err;

  /**
   * @param err where it is said; answers stand on standard output
   */
  EnrolGuide(FaultSentences faults, PrintStream err) {
    this.faults = faults;
    this.err = err;
  }

  /** Says the sentence of this key, with its numbers filled in. */
  void say(String key, Object... values) {
    for (Locale language : LANGUAGES) {
      String pattern = guide.find(key, language).orElse(key);
      err.println(new MessageFormat(pattern, language).format(values));
    }
    err.flush();
  }

  /** Says what is wrong and what to do. */
  void say(Fault fault) {
    for (Locale language : LANGUAGES) {
      FaultSentence sentence = faults.of(fault, language);
      err.println(fault.code() + ": " + sentence.what() + " " + sentence.todo());
    }
    err.flush();
  }
}
