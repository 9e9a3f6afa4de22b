package vn.motcua.kiosk.ui.citizen;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.desk.ReaderShape;
import vn.motcua.kiosk.ui.kit.Look;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultSentence;

/**
 * What every view of the terminal stands on.
 *
 * @param model takes what the person does
 * @param canPrint whether slips can be printed
 * @param speaks whether this machine can read that language aloud
 * @param reader how a card meets the reader of this machine, asked anew for every picture
 * @param landscape whether the screen is wider than high
 */
public record Ground(
    CitizenModel model,
    Texts texts,
    Look look,
    Centre centre,
    Clock clock,
    boolean canPrint,
    Predicate<Locale> speaks,
    Supplier<ReaderShape> reader,
    BooleanSupplier landscape) {
  /** The day at the centre. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The sentence of that key, in the language of the moment. */
  public String say(String key, Object... put) {
    return texts.get(key, put);
  }

  /** What a citizen is told about {@code fault}. */
  public FaultSentence fault(Fault fault) {
    return texts.fault(TerminalFault.told(fault));
  }

  /** A width in letters of the size of the moment, in logical pixels. */
  public double letters(double count) {
    return look.em() * count;
  }
}
