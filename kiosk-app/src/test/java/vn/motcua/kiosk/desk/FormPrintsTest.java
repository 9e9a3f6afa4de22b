package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.forms.FormKind;
import vn.motcua.kiosk.forms.FormTemplates;
import vn.motcua.kiosk.forms.print.PrintFault;
import vn.motcua.kiosk.forms.print.ReceiptPrinter;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

/** One order, one paper, and what it waits for; on a printer behind a device file. */
class FormPrintsTest {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");

  @TempDir Path folder;

  @Test
  void ordersOncePrintsOnceAndMarksTheReprint() throws Exception {
    Path device = folder.resolve("lp0");
    try (DataFolder data = DataFolder.open(folder.resolve("data"));
        DossierStore store = DossierStore.open(data, CLOCK)) {
      DossierCode code = Samples.receive(store, CLOCK, Samples.party("051191407263", "Lò Thị Ếch"));
      FormDesk forms = new FormDesk(store, data, FormTemplates.own(), Samples.CENTRE, CLOCK);
      forms.make(FormKind.CONTROL, code, "Cán bộ Hai");
      PrintDesk queue =
          new PrintDesk(store, data, Optional.of(ReceiptPrinter.behind(device, 384)), CLOCK);
      FormPrints prints = new FormPrints(queue, forms);
      AtomicInteger told = new AtomicInteger();
      Runnable stop = prints.onChange(told::incrementAndGet);
      assertThat(prints.last(FormKind.CONTROL, code)).isEmpty();
      assertThatThrownBy(() -> prints.order(FormKind.APOLOGY, code, "Cán bộ Hai"))
          .isInstanceOfSatisfying(
              FaultException.class,
              why -> assertThat(why.fault()).isEqualTo(new DeskFault.UnknownReceipt()));

      // The printer is off: it waits and says for what; pressing again orders nothing more.
      FormPrints.Job first = prints.order(FormKind.CONTROL, code, "Cán bộ Hai");
      prints.bringOn();
      assertThat(prints.last(FormKind.CONTROL, code).orElseThrow())
          .isEqualTo(
              new FormPrints.Job(
                  first.id(), 0, FormPrints.State.QUEUED, Optional.of(new PrintFault.Offline())));
      assertThat(prints.order(FormKind.CONTROL, code, "Cán bộ Hai").id()).isEqualTo(first.id());
      assertThat(queue.list()).hasSize(1);

      Files.createFile(device);
      prints.bringOn();
      assertThat(prints.last(FormKind.CONTROL, code).orElseThrow().state())
          .isEqualTo(FormPrints.State.PRINTED);
      assertThat(told.get()).isGreaterThanOrEqualTo(3);
      FormPrints.Job again = prints.order(FormKind.CONTROL, code, "Cán bộ Hai");
      assertThat(again.reprint()).isEqualTo(1);
      assertThat(prints.cancel(again)).isTrue();
      assertThat(prints.last(FormKind.CONTROL, code).orElseThrow().open()).isFalse();

      stop.run();
      int before = told.get();
      prints.order(FormKind.CONTROL, code, "Cán bộ Hai");
      assertThat(told.get()).isEqualTo(before);
    }
  }
}
