package vn.motcua.kiosk.desk;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.motcua.kiosk.paper.DigitiseRequest;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.paper.SeenAhead;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.split.SplitPage;
import vn.motcua.scanner.FaultException;

/**
 * Has every page read as soon as it is safe, and remembers what was seen: whether the counter or
 * the archive asks first, a page is read once. Several threads may use it.
 */
public final class PagesAhead implements PageSight {
  /** Some 100 kB each; a pile with more is read back as far as that. */
  private static final int MOST = 400;

  private final Function<Path, List<SeenAhead>> read;
  private final Map<Path, List<SeenAhead>> begun = new LinkedHashMap<>();

  /**
   * @param digitiser makes the documents of the same pages later
   */
  public PagesAhead(Digitiser digitiser) {
    this(page -> digitiser.ahead(page, DigitiseRequest.of("", "")));
  }

  PagesAhead(Function<Path, List<SeenAhead>> read) {
    this.read = read;
  }

  /** Begins with a page, unless it was begun. Returns at once. */
  public void begin(Path picture) {
    seen(picture);
  }

  private synchronized List<SeenAhead> seen(Path picture) {
    List<SeenAhead> known = begun.get(picture);
    if (known == null) {
      known = read.apply(picture);
      begun.put(picture, known);
      if (begun.size() > MOST) {
        Path oldest = begun.keySet().iterator().next();
        begun.remove(oldest);
      }
    }
    return known;
  }

  @Override
  public SplitPage codes(Path picture, int number) throws FaultException, InterruptedException {
    List<SeenAhead> seen = seen(picture);
    return seen.isEmpty() ? NONE.codes(picture, number) : seen.getFirst().codes(number);
  }

  @Override
  public PageText text(Path picture) throws FaultException, InterruptedException {
    List<SeenAhead> seen = seen(picture);
    return seen.isEmpty() ? PageText.NONE : seen.getFirst().text();
  }

  @Override
  public synchronized void forget(Path picture) {
    begun.remove(picture);
  }
}
