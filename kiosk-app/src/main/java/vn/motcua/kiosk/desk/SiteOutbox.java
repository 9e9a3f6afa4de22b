package vn.motcua.kiosk.desk;

import java.util.List;
import vn.motcua.kiosk.hub.Outbox;
import vn.motcua.kiosk.hub.OutboxEvent;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

/** The chain of a store as the outbox of its site. */
public final class SiteOutbox implements Outbox {
  private final DossierStore store;

  public SiteOutbox(DossierStore store) {
    this.store = store;
  }

  @Override
  public List<OutboxEvent> after(long seq, int most) throws FaultException {
    return store.chain(seq, most).stream()
        .map(link ->
            new OutboxEvent(
                link.site(),
                link.seq(),
                link.at(),
                link.kind(),
                link.dossier(),
                link.body(),
                link.hash()))
        .toList();
  }

  @Override
  public long acknowledged() throws FaultException {
    return store.acknowledged();
  }

  @Override
  public void acknowledge(long seq) throws FaultException {
    store.acknowledge(seq);
  }
}
