package vn.motcua.scanner.paper.simulated.escl;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.motcua.scanner.FaultException;

/** Makes pages and keeps those made last, so that a pile that is read again costs nothing. */
final class PageStore {
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private record Key(Pictures.Source source, ScanTicket ticket) {}

  private final Map<Key, PageMaker.Page> made = new LinkedHashMap<>(16, 0.75f, true);
  private final boolean untouched;
  private long bytes;

  /**
   * Empty.
   *
   * @param untouched pictures are given as they are, whatever resolution or part was asked for
   */
  PageStore(boolean untouched) {
    this.untouched = untouched;
  }

  /** The page that {@code source} gives. */
  synchronized PageMaker.Page page(Pictures.Source source, ScanTicket ticket)
      throws IOException, FaultException {
    Key key = new Key(source, ticket);
    PageMaker.Page known = made.get(key);
    if (known != null) {
      return known;
    }
    PageMaker.Page page = PageMaker.scan(source.bytes(), ticket, untouched);
    made.put(key, page);
    bytes += page.bytes().length;
    Iterator<PageMaker.Page> oldest = made.values().iterator();
    while (bytes > MOST_BYTES && oldest.hasNext()) {
      bytes -= oldest.next().bytes().length;
      oldest.remove();
    }
    return page;
  }
}
