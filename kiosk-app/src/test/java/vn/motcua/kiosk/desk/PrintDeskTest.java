package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.forms.FormKind;
import vn.motcua.kiosk.forms.FormTemplates;
import vn.motcua.kiosk.forms.print.IppPrinter;
import vn.motcua.kiosk.forms.print.PrintFault;
import vn.motcua.kiosk.forms.print.Printer;
import vn.motcua.kiosk.forms.print.ReceiptPrinter;
import vn.motcua.kiosk.forms.print.TestCups;
import vn.motcua.kiosk.pdf.PdfaCheck;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.kiosk.store.PrintRow;
import vn.motcua.scanner.FaultException;

/** Every order is printed once: on a real CUPS, and on an ESC/POS printer byte by byte. */
class PrintDeskTest {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");

  @TempDir Path folder;
  private DataFolder data;
  private DossierStore store;
  private DossierCode code;
  private KeptFile slip;

  @BeforeEach
  void open() throws Exception {
    data = DataFolder.open(folder.resolve("data"));
    store = DossierStore.open(data, CLOCK);
    code = Samples.receive(store, CLOCK, Samples.party("051191407263", "Lò Thị Ếch"));
    slip =
        new FormDesk(store, data, FormTemplates.own(), Samples.CENTRE, CLOCK)
            .make(FormKind.CONTROL, code, "Cán bộ Hai");
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private PrintDesk desk(Printer printer) {
    return new PrintDesk(store, data, Optional.of(printer), CLOCK);
  }

  private PrintRow order(PrintDesk desk) throws FaultException {
    return desk.order(code, slip, "Mẫu 06", "Cán bộ Hai");
  }

  @Test
  void cupsPrintsOnceThroughAnEmptyTrayAnOutageAndCrashes() throws Exception {
    try (TestCups cups = TestCups.start(Files.createDirectories(folder.resolve("cups")))) {
      IppPrinter printer = new IppPrinter(cups.printer(), "motcua");
      PrintDesk desk = desk(printer);
      PrintRow first = order(desk);
      pumpUntil(desk, first, PrintRow.State.DONE);
      assertThat(cups.printed()).hasSize(1);
      assertThat(text(cups.printed().getFirst())).contains(code.value()).doesNotContain("IN LẠI");

      // No paper: it waits at the printer and says why; paper comes, and it is printed once.
      cups.paper(false);
      PrintRow second = order(desk);
      assertThat(second.reprint()).isEqualTo(1);
      pumpUntilFault(desk, second, "PRINT-NO-PAPER");
      assertThat(cups.printed()).hasSize(1);
      cups.paper(true);
      pumpUntil(desk, second, PrintRow.State.DONE);
      assertThat(cups.printed()).hasSize(2);
      Path marked = cups.printed().get(1);
      assertThat(text(marked)).contains("BẢN IN LẠI LẦN 1, 20/11/2026 09:00");
      assertThat(PdfaCheck.check(marked).broken()).isEmpty();

      // A crash between the order at the printer and the pages, and one after them.
      PrintRow third = order(desk);
      crash(third, printer, false);
      pumpUntil(desk, third, PrintRow.State.DONE);
      PrintRow fourth = order(desk);
      crash(fourth, printer, true);
      pumpUntil(desk, fourth, PrintRow.State.DONE);
      assertThat(cups.printed()).hasSize(4);

      // Nobody at the address: it stays with us, and is printed once when somebody is.
      cups.stop();
      PrintRow fifth = order(desk);
      desk.pump();
      assertThat(row(desk, fifth).state()).isEqualTo(PrintRow.State.QUEUED);
      assertThat(row(desk, fifth).fault()).isEqualTo("PRINT-OFFLINE");
      cups.again();
      pumpUntil(desk, fifth, PrintRow.State.DONE);
      assertThat(cups.printed()).hasSize(5);
      assertThat(desk.pump()).isFalse();
    }
  }

  @Test
  void anUnknownQueueIsNamedAndTheOrderStays() throws Exception {
    try (TestCups cups = TestCups.start(Files.createDirectories(folder.resolve("cups")))) {
      PrintDesk desk = desk(new IppPrinter(cups.printer().resolve("/printers/nobody"), "motcua"));
      PrintRow job = order(desk);
      desk.pump();
      assertThat(row(desk, job).fault()).isEqualTo("PRINT-UNKNOWN");
      assertThat(desk.cancel(job.id())).isTrue();
      assertThat(desk.cancel(job.id())).isFalse();
    }
  }

  @Test
  void aReceiptPrinterGetsARasterItWaitsForPaperAndNothingTwice() throws Exception {
    try (ServerSocket peer = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      PrintDesk desk =
          desk(ReceiptPrinter.at(peer.getInetAddress().getHostAddress(), peer.getLocalPort(), 576));
      PrintRow job = order(desk);

      CompletableFuture<byte[]> empty = serve(peer, 0x1A, 0x72, false);
      desk.pump();
      assertThat(row(desk, job).fault()).isEqualTo("PRINT-NO-PAPER");
      assertThat(row(desk, job).state()).isEqualTo(PrintRow.State.QUEUED);
      assertThat(empty.get(60, TimeUnit.SECONDS)).isEmpty();

      CompletableFuture<byte[]> full = serve(peer, 0x12, 0x12, false);
      desk.pump();
      assertThat(row(desk, job).state()).isEqualTo(PrintRow.State.DONE);
      assertRaster(full.get(60, TimeUnit.SECONDS));

      // The line breaks while it prints: a person must look, nothing is printed by itself.
      PrintRow cut = order(desk);
      CompletableFuture<byte[]> half = serve(peer, 0x12, 0x12, true);
      desk.pump();
      half.get(60, TimeUnit.SECONDS);
      assertThat(row(desk, cut).state()).isIn(PrintRow.State.UNSURE, PrintRow.State.DONE);
    }
  }

  @Test
  void aCrashBeforeAPrinterWithoutJobIdsIsSaidAndNotPrintedAgainByItself() throws Exception {
    Path device = Files.writeString(folder.resolve("lp0"), "");
    PrintDesk desk = desk(ReceiptPrinter.behind(device, 384));
    PrintRow job = order(desk);
    store.write(transaction ->
        transaction
            .prints()
            .move(
                job,
                PrintRow.State.QUEUED,
                PrintRow.State.SENDING,
                OptionalInt.empty(),
                "",
                job.queued()));
    desk.pump();
    desk.pump();
    assertThat(row(desk, job).state()).isEqualTo(PrintRow.State.UNSURE);
    assertThat(row(desk, job).fault()).isEqualTo(new PrintFault.Unsure().code());
    assertThat(device).isEmptyFile();

    desk.settle(job.id(), false);
    desk.pump();
    assertThat(row(desk, job).state()).isEqualTo(PrintRow.State.DONE);
    assertRaster(Files.readAllBytes(device));
  }

  /** What a crash leaves behind: the job is open at the printer, with or without its pages. */
  private void crash(PrintRow job, IppPrinter printer, boolean sent) throws Exception {
    OptionalInt remote = printer.open(job.token());
    store.write(transaction ->
        transaction
            .prints()
            .move(job, PrintRow.State.QUEUED, PrintRow.State.SENDING, remote, "", job.queued()));
    if (sent) {
      Path plain = folder.resolve("crash.pdf");
      store.blobs().open(job.file(), code, plain);
      printer.send(remote, plain);
    }
  }

  private static void assertRaster(byte[] bytes) {
    assertThat(Arrays.copyOf(bytes, 2)).isEqualTo(new byte[] {0x1B, '@'});
    int at = 2;
    int rows = 0;
    int dark = 0;
    while (bytes[at] != 0x1B) {
      if (bytes[at] == 0x10) {
        at += 3; // asked whether it goes on; this one does not answer while it prints
        continue;
      }
      int width = (bytes[at + 4] & 0xFF) | (bytes[at + 5] & 0xFF) << 8;
      int height = (bytes[at + 6] & 0xFF) | (bytes[at + 7] & 0xFF) << 8;
      assertThat(width).isIn(48, 72);
      for (int i = 0; i < width * height; i++) {
        dark += Integer.bitCount(bytes[at + 8 + i] & 0xFF);
      }
      rows += height;
      at += 8 + width * height;
    }
    assertThat(rows).isGreaterThan(200);
    assertThat(dark).isGreaterThan(2000);
    assertThat(Arrays.copyOfRange(bytes, at, bytes.length))
        .isEqualTo(new byte[] {0x1B, 'd', 4, 0x1D, 'V', 66, 0});
  }

  /** An ESC/POS printer: answers DLE EOT 1 and 4, and gives back the bytes that it printed. */
  private static CompletableFuture<byte[]> serve(
      ServerSocket peer, int printerStatus, int paperStatus, boolean breaks) {
    return CompletableFuture.supplyAsync(() -> {
      try (Socket socket = peer.accept()) {
        socket.setSoTimeout(30_000);
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        java.io.ByteArrayOutputStream kept = new java.io.ByteArrayOutputStream();
        int next = in.read();
        while (next == 0x10) {
          in.read();
          int which = in.read();
          out.write(which == 1 ? printerStatus : paperStatus);
          out.flush();
          next = in.read();
        }
        if (next >= 0) {
          kept.write(next);
          if (breaks) {
            socket.setSoLinger(true, 0);
            return kept.toByteArray();
          }
          kept.writeBytes(in.readAllBytes());
        }
        return kept.toByteArray();
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }

  private static PrintRow row(PrintDesk desk, PrintRow job) throws FaultException {
    List<PrintRow> found = desk.list().stream().filter(each -> each.id() == job.id()).toList();
    return found.getFirst();
  }

  private static void pumpUntil(PrintDesk desk, PrintRow job, PrintRow.State state)
      throws FaultException {
    long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (row(desk, job).state() != state && System.nanoTime() < end) {
      desk.pump();
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(row(desk, job).state()).as(row(desk, job).toString()).isEqualTo(state);
  }

  private static void pumpUntilFault(PrintDesk desk, PrintRow job, String fault)
      throws FaultException {
    long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (!row(desk, job).fault().equals(fault) && System.nanoTime() < end) {
      desk.pump();
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(row(desk, job).fault()).isEqualTo(fault);
  }

  private static String text(Path pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
