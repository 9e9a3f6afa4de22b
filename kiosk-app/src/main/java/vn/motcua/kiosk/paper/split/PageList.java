package vn.motcua.kiosk.paper.split;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The pages of a pile under the rules of TT 01/2023 Điều 8 khoản 2: pages stand in the order of the
 * sheets, a sheet with a note on it stands there twice (with and without), and nothing disappears
 * silently: whatever was taken out is logged and can be put back. A value; a change makes another.
 *
 * @param pages how many pages were scanned, numbered from 1
 * @param log all that was done, oldest first; what stands there now follows from it
 */
public record PageList(int pages, List<PageChange> log) {
  public PageList {
    log = List.copyOf(log);
  }

  /** A pile of which nothing was removed. */
  public static PageList of(int pages) {
    return new PageList(pages, List.of());
  }

  /** The numbers of the pages that stand, rising. */
  public List<Integer> standing() {
    Map<Integer, PageChange.RemovedPage> gone = gone();
    return IntStream.rangeClosed(1, pages).filter(page -> !gone.containsKey(page)).boxed().toList();
  }

  /** The pages that were taken out and not put back, rising. */
  public List<PageChange.RemovedPage> removed() {
    return List.copyOf(gone().values());
  }

  /**
   * Takes a page out.
   *
   * @throws IllegalArgumentException if it does not stand there
   */
  public PageList without(int page, String reason, String by, Instant at) {
    check(page, true);
    return with(new PageChange.RemovedPage(page, reason, by, at));
  }

  /** Takes out what a division into documents left out and what still stands. */
  public PageList without(List<LeftOut> leftOut, String by, Instant at) {
    PageList list = this;
    for (LeftOut each : leftOut) {
      if (!list.gone().containsKey(each.page())) {
        list = list.without(each.page(), each.reason().name(), by, at);
      }
    }
    return list;
  }

  /**
   * Puts a page back.
   *
   * @throws IllegalArgumentException if it was not taken out
   */
  public PageList restored(int page, String by, Instant at) {
    check(page, false);
    return with(new PageChange.RestoredPage(page, by, at));
  }

  /**
   * An officer says that two pages are one sheet with and without its note.
   *
   * @throws IllegalArgumentException if it is one page or one of them does not stand
   */
  public PageList noted(int withNote, int withoutNote, String by, Instant at) {
    check(withNote, true);
    check(withoutNote, true);
    if (withNote == withoutNote) {
      throw new IllegalArgumentException("one page twice");
    }
    return with(new PageChange.NotedPages(withNote, withoutNote, by, at));
  }

  /** Sheets with a note of which only one of the two pages stands: the rule is broken. */
  public List<PageChange.NotedPages> halves() {
    Map<Integer, PageChange.RemovedPage> gone = gone();
    return log.stream()
        .filter(PageChange.NotedPages.class::isInstance)
        .map(PageChange.NotedPages.class::cast)
        .filter(pair -> gone.containsKey(pair.withNote()) != gone.containsKey(pair.withoutNote()))
        .toList();
  }

  private Map<Integer, PageChange.RemovedPage> gone() {
    Map<Integer, PageChange.RemovedPage> gone = new TreeMap<>();
    for (PageChange change : log) {
      switch (change) {
        case PageChange.RemovedPage removed -> gone.put(removed.number(), removed);
        case PageChange.RestoredPage restored -> gone.remove(restored.number());
        case PageChange.NotedPages noted -> {
          // both stand
        }
      }
    }
    return Collections.unmodifiableMap(gone);
  }

  private void check(int page, boolean stands) {
    if (page < 1 || page > pages || gone().containsKey(page) == stands) {
      throw new IllegalArgumentException("page " + page);
    }
  }

  private PageList with(PageChange change) {
    List<PageChange> longer = new ArrayList<>(log);
    longer.add(change);
    return new PageList(pages, longer);
  }
}
