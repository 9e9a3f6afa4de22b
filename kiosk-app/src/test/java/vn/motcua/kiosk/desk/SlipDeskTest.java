package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.SlipText;
import vn.motcua.kiosk.forms.print.IppPrinter;
import vn.motcua.kiosk.forms.print.PrintFault;
import vn.motcua.kiosk.forms.print.Printer;
import vn.motcua.kiosk.forms.print.ReceiptPrinter;
import vn.motcua.kiosk.forms.print.TestCups;
import vn.motcua.scanner.FaultException;

/** Slips come now or never, from a real CUPS and from a receipt printer at a raw port. */
class SlipDeskTest {
  private static final Clock CLOCK = Samples.at("2026-11-26T09:00:00");
  private static final String MARK = "H48.125.16-261126-0042";
  private static final SlipText SLIP =
      new SlipText(
          "Phiếu",
          "vi",
          List.of(
              new SlipText.Line(SlipText.Kind.CENTRE, "Xã Suối Đá"),
              new SlipText.Line(SlipText.Kind.BAR_CODE, MARK),
              new SlipText.Line(SlipText.Kind.ANSWER, "Mời bà quay lại thứ Năm, 26/11.")));

  @TempDir Path folder;
  private Path temporary;

  @BeforeEach
  void folders() throws IOException {
    temporary = Files.createDirectories(folder.resolve("tmp"));
  }

  private SlipDesk desk(Printer printer, Duration patience) {
    return new SlipDesk(Optional.of(printer), temporary, CLOCK, patience);
  }

  @Test
  void cupsPrintsNowAndKeepsNothing() throws Exception {
    try (TestCups cups = TestCups.start(Files.createDirectories(folder.resolve("cups")))) {
      SlipDesk desk = desk(new IppPrinter(cups.printer(), "motcua-slip"), Duration.ofSeconds(60));
      assertThat(desk.canPrint()).isTrue();
      desk.print(SLIP);
      assertThat(cups.printed()).hasSize(1);
      try (PDDocument pdf = Loader.loadPDF(cups.printed().getFirst().toFile())) {
        assertThat(new PDFTextStripper().getText(pdf)).contains(MARK);
      }
      assertNothingKept(folder.resolve("cups/spool"));

      cups.paper(false);
      SlipDesk quick = desk(new IppPrinter(cups.printer(), "motcua-slip"), Duration.ofSeconds(60));
      assertThat(fault(quick)).isEqualTo("SLIP-NO-PAPER");
      assertNothingKept(folder.resolve("cups/spool"));
      cups.paper(true);
      desk.print(SLIP);
      assertThat(cups.printed())
          .as("paper came back: the slip that was told as not printed never comes out")
          .hasSize(2);

      // A crash left one at the printer: the next start takes it back.
      IppPrinter crashed = new IppPrinter(cups.printer(), "motcua-slip");
      cups.paper(false);
      crashed.send(crashed.open("left"), pdf());
      desk.sweep();
      cups.paper(true);
      desk.print(SLIP);
      assertThat(cups.printed()).hasSize(3);
    }
    assertThat(
            fault(
                desk(
                    new IppPrinter(java.net.URI.create("ipp://127.0.0.1:1/printers/x"), "u"),
                    Duration.ofSeconds(5))))
        .isEqualTo("SLIP-NOT-NOW");
  }

  @Test
  void aReceiptPrinterPrintsNowOrSaysWhyNot() throws Exception {
    try (ServerSocket peer = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      SlipDesk desk =
          desk(
              ReceiptPrinter.at(
                  InetAddress.getLoopbackAddress().getHostAddress(), peer.getLocalPort(), 576),
              Duration.ofSeconds(60));
      CompletableFuture<byte[]> empty = serve(peer, 0x1A, 0x72);
      assertThat(fault(desk)).isEqualTo("SLIP-NO-PAPER");
      assertThat(empty.get(60, TimeUnit.SECONDS)).isEmpty();
      CompletableFuture<byte[]> off = serve(peer, 0x1A, 0x12);
      assertThat(fault(desk)).isEqualTo("SLIP-NOT-NOW");
      assertThat(off.get(60, TimeUnit.SECONDS)).isEmpty();
      CompletableFuture<byte[]> full = serve(peer, 0x12, 0x12);
      desk.print(SLIP);
      assertThat(full.get(60, TimeUnit.SECONDS)).hasSizeGreaterThan(5_000);
    }
    assertNothingKept(temporary);
  }

  /** It takes the job and says nothing any more. */
  @Test
  void behindAPrinterThatHangsNoSlipQueuesUp() throws Exception {
    CountDownLatch sending = new CountDownLatch(1);
    CountDownLatch mended = new CountDownLatch(1);
    AtomicInteger sent = new AtomicInteger();
    Printer hangs =
        new Printer() {
          @Override
          public String name() {
            return "hangs";
          }

          @Override
          public OptionalInt open(String token) {
            return OptionalInt.empty();
          }

          @Override
          public void send(OptionalInt job, Path pdf) throws FaultException {
            sent.incrementAndGet();
            sending.countDown();
            try {
              mended.await();
            } catch (InterruptedException stop) {
              throw new FaultException(new PrintFault.Unsure(), stop);
            }
          }

          @Override
          public Progress progress(int job) {
            return Progress.UNKNOWN;
          }

          @Override
          public void cancel(int job) {}
        };
    SlipDesk desk = desk(hangs, Duration.ofMillis(50));
    Thread first =
        Thread.ofVirtual()
            .start(() -> {
              try {
                desk.print(SLIP);
              } catch (FaultException told) {
                throw new AssertionError(told);
              }
            });
    assertThat(sending.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(fault(desk)).isEqualTo("SLIP-NOT-NOW");
    mended.countDown();
    first.join();
    assertThat(sent).as("what was told as not printed never comes out").hasValue(1);
  }

  @Test
  void withoutAPrinterItIsSaid() {
    SlipDesk none = new SlipDesk(Optional.empty(), temporary, CLOCK);
    assertThat(none.canPrint()).isFalse();
    assertThat(fault(none)).isEqualTo("SLIP-NO-PRINTER");
    none.sweep();
  }

  private Path pdf() throws Exception {
    Path file = folder.resolve("left.pdf");
    new vn.motcua.kiosk.forms.TerminalSlip(CLOCK).write(SLIP, file);
    return file;
  }

  private void assertNothingKept(Path where) throws IOException {
    for (Path root : List.of(where, temporary)) {
      try (Stream<Path> files = Files.walk(root)) {
        assertThat(files.filter(Files::isRegularFile))
            .allSatisfy(file -> {
              byte[] bytes = Files.readAllBytes(file);
              assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                  .as(file.toString())
                  .doesNotContain("%PDF");
            });
      }
    }
  }

  private static String fault(SlipDesk desk) {
    FaultException[] caught = new FaultException[1];
    assertThatThrownBy(() -> desk.print(SLIP))
        .isInstanceOfSatisfying(FaultException.class, fault -> caught[0] = fault);
    return caught[0].fault().code();
  }

  /** An ESC/POS printer: answers DLE EOT 1 and 4, and gives back the bytes that it printed. */
  private static CompletableFuture<byte[]> serve(ServerSocket peer, int printer, int paper) {
    return CompletableFuture.supplyAsync(() -> {
      try (Socket socket = peer.accept()) {
        socket.setSoTimeout(30_000);
        InputStream in = socket.getInputStream();
        java.io.ByteArrayOutputStream kept = new java.io.ByteArrayOutputStream();
        int next = in.read();
        while (next == 0x10) {
          in.read();
          socket.getOutputStream().write(in.read() == 1 ? printer : paper);
          socket.getOutputStream().flush();
          next = in.read();
        }
        if (next >= 0) {
          kept.write(next);
          kept.writeBytes(in.readAllBytes());
        }
        return kept.toByteArray();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }
}
