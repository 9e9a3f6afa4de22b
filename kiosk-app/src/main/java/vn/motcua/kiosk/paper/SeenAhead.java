package vn.motcua.kiosk.paper;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntFunction;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.split.SplitPage;
import vn.motcua.scanner.FaultException;

/**
 * A page whose text is being read before its document is made. Whoever wants its words gets those
 * that the document gets: it is read once.
 */
public final class SeenAhead {
  private final CompletableFuture<PageText> text;
  private final IntFunction<Future<SplitPage>> codes;

  SeenAhead(CompletableFuture<PageText> text, IntFunction<Future<SplitPage>> codes) {
    this.text = text;
    this.codes = codes;
  }

  /**
   * Waits for its words, about a second for each page before it.
   *
   * @throws FaultException why there are none: a bad page, or the work was given up
   */
  public PageText text() throws FaultException, InterruptedException {
    return PagesAtWork.result(text);
  }

  /**
   * Looks for the codes on it, which is quick and does not wait for pages that are being read.
   *
   * @param number its place in the pile, from 1
   * @throws FaultException with a {@link vn.motcua.kiosk.paper.page.BadPage}
   */
  public SplitPage codes(int number) throws FaultException, InterruptedException {
    Future<SplitPage> look;
    try {
      look = codes.apply(number);
    } catch (RejectedExecutionException closed) {
      throw new FaultException(new PaperFault.Cancelled(), closed);
    }
    return PagesAtWork.result(look);
  }
}
