package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.AppFaults;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.store.StoreFault;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultSentence;
import vn.motcua.scanner.chip.ChipFault;

/** A citizen is told what a citizen can do. */
class TerminalFaultTest {
  @Test
  void noCitizenIsSentToTidyADisk() {
    Texts texts = CitizenTexts.with(AppFaults.sentences());
    for (Locale language : List.of(Texts.VIETNAMESE, Locale.ENGLISH)) {
      texts.language().set(language);
      for (Fault fault :
          List.of(
              new StoreFault.Full(),
              new StoreFault.Disk(),
              new StoreFault.Damaged(),
              new StoreFault.ReadOnly(),
              new StoreFault.KeyMissing(),
              new StoreFault.Calendar(),
              new StoreFault.Catalogue())) {
        FaultSentence told = texts.fault(TerminalFault.told(fault));
        assertThat(told.what() + " " + told.todo())
            .as(fault.code())
            .doesNotContainIgnoringCase("kỹ thuật")
            .doesNotContainIgnoringCase("technician")
            .doesNotContainIgnoringCase("disk")
            .doesNotContain("Ổ đĩa");
      }
    }
  }

  @Test
  void whatTheyCanMendThemselvesStaysAsItIs() {
    for (Fault fault :
        List.of(new ChipFault.Removed(), new DeskFault.UnknownReceipt(), new ChipFault.NoCard())) {
      assertThat(TerminalFault.told(fault)).isEqualTo(fault);
    }
  }
}
