package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.forms.FormKind;
import vn.motcua.kiosk.forms.FormTemplates;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.IssuedForm;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.scanner.FaultException;

/** Forms are made with the moves that they tell of, numbered without gaps, and kept. */
class FormDeskTest {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");
  private static final String OFFICER = "Cán bộ Hai";

  @TempDir Path folder;
  private DataFolder data;
  private DossierStore store;
  private FormDesk forms;
  private WorkDesk work;

  @BeforeEach
  void open() throws Exception {
    data = DataFolder.open(folder.resolve("data"));
    store = DossierStore.open(data, CLOCK);
    forms = new FormDesk(store, data, FormTemplates.own(), Samples.CENTRE, CLOCK);
    work = new WorkDesk(store, Samples.CALENDAR, Samples.CENTRE, CLOCK, forms);
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  @Test
  void everyMoveThatNeedsAPaperGetsItInItsOwnTransaction() throws Exception {
    DossierCode first = receive();
    work.move(
        first,
        Move.ASK_FOR_PAPERS,
        new WorkDesk.Details(
            OFFICER, "", "Thiếu chữ ký.", List.of("Tờ khai có chữ ký"), Optional.empty()));
    assertThat(text(first, FormKind.SUPPLEMENT))
        .contains("PHIẾU YÊU CẦU BỔ SUNG", "0001/2026/HDHS", "Tờ khai có chữ ký", "Thiếu chữ ký.");

    work.move(first, Move.STOP, note("Người nộp đề nghị dừng."));
    assertThat(store.forms(first)).as("a pause needs no paper yet").hasSize(1);
    assertThatThrownBy(() -> forms.make(FormKind.STOP, first, OFFICER))
        .as("it may go on still")
        .isInstanceOf(FaultException.class);
    assertThatThrownBy(() -> forms.kept(FormKind.STOP, first))
        .extracting(thrown -> ((FaultException) thrown).fault().code())
        .isEqualTo("FORM-NONE");
    work.move(first, Move.ISSUE_STOP, note("Người nộp đề nghị dừng."));
    assertThat(text(first, FormKind.STOP)).contains("0001/2026/TB", "Người nộp đề nghị dừng.");

    DossierCode second = receive();
    work.move(
        second,
        Move.EXTEND,
        new WorkDesk.Details(
            OFFICER, "", "Chờ xác minh.", List.of(), Optional.of(LocalDate.of(2026, 12, 2))));
    assertThat(text(second, FormKind.APOLOGY))
        .contains("17 giờ 00, thứ Tư 02/12/2026", "Chờ xác minh.", "thứ Năm 26/11/2026");
    assertThat(store.forms(first)).extracting(IssuedForm::form).containsExactly("02", "05");
    assertThat(store.forms(second))
        .singleElement()
        .satisfies(form -> {
          assertThat(form.template()).isEqualTo("2025-09-15");
          assertThat(form.number()).isEqualTo(1);
        });
  }

  @Test
  void numbersHaveNeitherGapsNorDoublesEvenIfAMoveFails() throws Exception {
    for (int i = 1; i <= 3; i++) {
      DossierCode code = receive();
      assertThatThrownBy(() -> work.move(code, Move.FINISH, note("x")))
          .isInstanceOf(FaultException.class);
      assertThatThrownBy(() -> forms.make(FormKind.STOP, code, OFFICER))
          .isInstanceOf(FaultException.class);
      // A form whose transaction fails afterwards gives its number back.
      assertThatThrownBy(() ->
              store.write(transaction -> {
                forms.attach(
                    transaction,
                    transaction.find(code).orElseThrow(),
                    transaction.find(code).orElseThrow(),
                    Move.ISSUE_STOP,
                    note("x"),
                    java.time.LocalDateTime.now(CLOCK));
                throw new FaultException(new DeskFault.MoveNotAllowed());
              }))
          .isInstanceOf(FaultException.class);
      work.move(code, Move.STOP, note("Người nộp đề nghị dừng."));
      work.move(code, Move.ISSUE_STOP, note("Người nộp đề nghị dừng."));
      assertThat(store.forms(code)).extracting(IssuedForm::number).containsExactly(i);
    }
    assertThat(store.nextFormNumber(Samples.CENTRE.agency(), "05", 2026)).isEqualTo(4);
    assertThat(store.nextFormNumber(Samples.CENTRE.agency(), "05", 2027)).isEqualTo(1);
  }

  @Test
  void theControlSlipTellsWhoHadItWhen() throws Exception {
    DossierCode code = receive();
    work.move(code, Move.FORWARD, WorkDesk.Details.by(OFFICER));
    KeptFile slip = forms.make(FormKind.CONTROL, code, OFFICER);
    assertThat(slip.kind()).isEqualTo(KeptFile.Kind.FORM);
    assertThat(slip.paper()).isEqualTo("Mẫu 06 số 0001/2026");
    assertThat(text(code, FormKind.CONTROL))
        .contains("bước tiếp nhận", "Tư pháp – hộ tịch, bước thẩm định", OFFICER, code.value())
        .contains("Chưa xác nhận");
    new CustodyDesk(store, CLOCK).confirm(code, 1, "Y Nhận", 1);
    forms.make(FormKind.CONTROL, code, OFFICER);
    assertThat(text(code, FormKind.CONTROL)).contains("Y Nhận", "1/2");
  }

  @Test
  void theRegisterHoldsThePeriodAndNoOtherDay() throws Exception {
    DossierCode code = receive();
    Path out = folder.resolve("07.pdf");
    LocalDate day = LocalDate.of(2026, 11, 20);
    assertThat(forms.register(day, day, OFFICER, out)).isEqualTo(1);
    assertThat(text(out)).contains("SỔ THEO DÕI HỒ SƠ", "Lò Thị Ếch", code.tail().substring(7));
    assertThat(forms.register(day.plusDays(1), day.plusDays(9), OFFICER, out)).isZero();
    assertThat(text(out)).contains("không tiếp nhận hồ sơ nào");
    assertThat(store.nextFormNumber(Samples.CENTRE.agency(), "07", 2026)).isEqualTo(3);
  }

  private DossierCode receive() throws FaultException {
    return Samples.receive(store, CLOCK, Samples.party("051191407263", "Lò Thị Ếch"));
  }

  private static WorkDesk.Details note(String note) {
    return new WorkDesk.Details(OFFICER, "", note, List.of(), Optional.empty());
  }

  private String text(DossierCode code, FormKind kind) throws Exception {
    Path out = folder.resolve("copy.pdf");
    forms.copy(code, forms.newest(kind, code).orElseThrow(), out);
    return text(out);
  }

  private static String text(Path pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
