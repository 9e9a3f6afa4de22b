package vn.motcua.kiosk.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import vn.motcua.kiosk.outgoing.PortalBatch;
import vn.motcua.kiosk.outgoing.PortalDocument;
import vn.motcua.kiosk.outgoing.PortalExport;
import vn.motcua.kiosk.outgoing.PortalShape;
import vn.motcua.kiosk.store.StatusNews;
import vn.motcua.kiosk.store.StatusReader;
import vn.motcua.scanner.FaultException;

/** Hands the statuses of a site to a portal, in the order of its chain. */
public final class StatusDesk {
  /** Links of one batch. */
  private static final int LINKS = 1000;

  /**
   * What was handed over.
   *
   * @param after the last link before
   * @param upTo the last link of all
   * @param batches how many batches
   * @param dossiers how many objects of dossiers
   * @param events how many things that happened
   * @param erased links of which nothing is told because people were erased
   */
  public record Done(
      String site, long after, long upTo, int batches, long dossiers, long events, long erased) {}

  private final StatusReader reader;
  private final PortalExport export;

  public StatusDesk(StatusReader reader, PortalExport export) {
    this.reader = reader;
    this.export = export;
  }

  /** Goes on where the last export ended. */
  public Done run() throws FaultException {
    return run(export.delivered(reader.site()));
  }

  /** Everything that happened from that day on, whatever was exported before. */
  public Done since(LocalDate day) throws FaultException {
    return run(reader.before(day));
  }

  /**
   * Everything after that link, whatever was exported before.
   *
   * @param seq 0 or more
   */
  public Done since(long seq) throws FaultException {
    return run(seq);
  }

  private Done run(long after) throws FaultException {
    String site = reader.site();
    OptionalLong begun =
        export.delivered(site) == after ? export.begun(site) : OptionalLong.empty();
    long at = after;
    int batches = 0;
    long dossiers = 0;
    long events = 0;
    long erased = 0;
    StatusNews news = reader.after(at, LINKS, begun);
    while (news.upTo() > at) {
      export.deliver(new PortalBatch(site, at, news.upTo(), documents(news)));
      batches++;
      dossiers += news.begun().size() + news.changed().size();
      events += news.events().size();
      erased += news.erased();
      at = news.upTo();
      news = reader.after(at, LINKS, OptionalLong.empty());
    }
    return new Done(site, after, at, batches, dossiers, events, erased);
  }

  private static List<PortalDocument> documents(StatusNews news) {
    List<PortalDocument> all = new ArrayList<>();
    add(
        all,
        PortalDocument.DOSSIERS,
        news.begun().stream().map(each -> PortalShape.dossier(each, Map.of())).toList(),
        false);
    add(
        all,
        PortalDocument.DOSSIERS,
        news.changed().stream().map(each -> PortalShape.dossier(each, Map.of())).toList(),
        true);
    add(
        all,
        PortalDocument.PROGRESS,
        news.events().stream()
            .map(each -> PortalShape.progress(each.dossier(), each.event()))
            .toList(),
        true);
    return all;
  }

  private static void add(
      List<PortalDocument> all, String service, List<Map<String, Object>> data, boolean updating) {
    if (!data.isEmpty()) {
      all.add(new PortalDocument(service, data, updating));
    }
  }
}
