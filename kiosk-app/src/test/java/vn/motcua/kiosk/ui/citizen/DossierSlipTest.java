package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.SlipDesk;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.forms.print.ReceiptPrinter;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.ScreenThread;
import vn.motcua.kiosk.ui.kit.Sounds;
import vn.motcua.kiosk.ui.kit.Texts;

/** "In phiếu" on a dossier, with a receipt printer at the end of a real line. */
class DossierSlipTest {
  @TempDir Path root;

  private final ScreenThread screen = new ScreenThread();
  private ServerSocket printer;
  private CitizenWorld world;
  private CitizenModel model;
  private DossierCode code;

  @BeforeEach
  void open() throws Exception {
    printer = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    world = new CitizenWorld(root);
    code = world.threeOfMai().getFirst();
    SlipDesk desk =
        new SlipDesk(
            Optional.of(
                ReceiptPrinter.at(
                    printer.getInetAddress().getHostAddress(), printer.getLocalPort(), 576)),
            world.folder.temporary(),
            world.clock);
    model =
        new CitizenModel(
            world.lookups,
            world.devices,
            world.calls,
            CitizenWorld.TERMINAL,
            new Background(screen),
            screen,
            new Sounds() {
              @Override
              public void accepted() {}

              @Override
              public void refused() {}
            },
            Optional.of(new AnswerSlips(desk, CitizenWorld.CENTRE, world.clock, world::texts)));
    model.start();
    show();
  }

  @AfterEach
  void close() throws Exception {
    model.close();
    world.close();
    printer.close();
  }

  private void show() {
    model.scanned(CitizenWorld.receipt(code));
    screen.await("the dossier", () -> model.state().page() instanceof Page.OneDossier);
  }

  private Optional<Note> note() {
    return model.state().note();
  }

  @Test
  void itIsPrintedOnceHoweverOftenItIsTouched() throws Exception {
    CompletableFuture<Integer> printed = serve(0x12, new CountDownLatch(0));
    model.print(Texts.VIETNAMESE);
    assertThat(note()).contains(new Note.Said("note.printing"));
    model.print(Texts.VIETNAMESE);
    screen.await("the paper", () -> note().equals(Optional.of(new Note.Said("note.printed"))));
    assertThat(printed.get(60, TimeUnit.SECONDS)).isGreaterThan(5_000);
    assertThat(world.folder.temporary().toFile().list()).as("nothing stays").isEmpty();
  }

  @Test
  void withoutPaperItIsSaidAtOnce() throws Exception {
    CompletableFuture<Integer> printed = serve(0x72, new CountDownLatch(0));
    model.print(Texts.VIETNAMESE);
    screen.await(
        "the fault",
        () ->
            note()
                .filter(note ->
                    note instanceof Note.OfFault(var fault) && fault.code().equals("SLIP-NO-PAPER"))
                .isPresent());
    assertThat(printed.get(60, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void whoComesAfterwardsHearsNothingOfIt() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    CompletableFuture<Integer> printed = serve(0x12, gone);
    model.print(Texts.VIETNAMESE);
    model.leave();
    show();
    gone.countDown();
    assertThat(printed.get(60, TimeUnit.SECONDS)).isGreaterThan(5_000);
    screen.await(
        "the file to be gone",
        () ->
            Optional.ofNullable(world.folder.temporary().toFile().list()).orElseThrow().length
                == 0);
    screen.settle();
    assertThat(note()).isEmpty();
  }

  /** Answers its status, then takes what is printed; gives how many bytes that were. */
  private CompletableFuture<Integer> serve(int paper, CountDownLatch before) {
    return CompletableFuture.supplyAsync(() -> {
      try (Socket socket = printer.accept()) {
        socket.setSoTimeout(30_000);
        InputStream in = socket.getInputStream();
        int next = in.read();
        while (next == 0x10) {
          in.read();
          socket.getOutputStream().write(in.read() == 1 ? 0x12 : paper);
          socket.getOutputStream().flush();
          next = in.read();
        }
        assertThat(before.await(60, TimeUnit.SECONDS)).isTrue();
        return next < 0 ? 0 : 1 + in.readAllBytes().length;
      } catch (java.io.IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
  }
}
