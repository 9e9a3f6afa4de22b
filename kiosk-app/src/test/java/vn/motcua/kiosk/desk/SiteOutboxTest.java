package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.hub.Outbox;
import vn.motcua.kiosk.hub.OutboxEvent;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

class SiteOutboxTest {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");

  @TempDir Path folder;

  @Test
  void everyChangeIsAnEventInOrderUntilTheHubHasIt() throws FaultException {
    String site;
    try (DataFolder data = DataFolder.open(folder);
        DossierStore store = DossierStore.open(data, CLOCK)) {
      Outbox outbox = new SiteOutbox(store);
      long before = outbox.after(0, 100).getLast().seq();
      DossierCode code =
          Samples.receive(store, CLOCK, Samples.party("051191407263", "Đinh Thị Mai"));
      WorkDesk work = new WorkDesk(store, Samples.CALENDAR, Samples.CENTRE, CLOCK);
      work.move(code, Move.FORWARD, WorkDesk.Details.by("Cán bộ Một"));

      List<OutboxEvent> events = outbox.after(before, 100);
      assertThat(events)
          .extracting(OutboxEvent::kind)
          .containsExactly("EVENT", "STATE", "EVENT", "CUSTODY", "STATE");
      for (int i = 0; i < events.size(); i++) {
        assertThat(events.get(i).seq()).isEqualTo(before + 1 + i);
        assertThat(events.get(i).dossier()).isEqualTo(code.value());
        assertThat(events.get(i).body()).doesNotContain("Mai");
      }
      assertThat(events.get(1).body()).as("a later state counts").isEmpty();
      assertThat(events.getLast().body()).contains("\"stage\":\"APPRAISAL\"");
      assertThat(outbox.after(before, 2)).isEqualTo(events.subList(0, 2));
      site = events.getFirst().site();

      assertThat(outbox.acknowledged()).isZero();
      outbox.acknowledge(events.get(2).seq());
      outbox.acknowledge(1);
      assertThatThrownBy(() -> outbox.acknowledge(events.getLast().seq() + 1))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(outbox.acknowledged()).isEqualTo(events.get(2).seq());
    }
    try (DataFolder data = DataFolder.open(folder);
        DossierStore store = DossierStore.open(data, CLOCK)) {
      Outbox outbox = new SiteOutbox(store);
      assertThat(outbox.acknowledged()).isGreaterThan(1);
      assertThat(outbox.after(0, 1).getFirst().site()).isEqualTo(site);
    }
  }
}
