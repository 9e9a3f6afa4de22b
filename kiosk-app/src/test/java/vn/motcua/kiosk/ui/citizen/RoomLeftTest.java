package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.ScreenThread;
import vn.motcua.kiosk.ui.kit.Sounds;

/** A room that somebody left in the middle: they come back to it, and nobody else does. */
class RoomLeftTest {
  private record Typed(String what) implements RoomPage {}

  @TempDir Path root;
  private final ScreenThread screen = new ScreenThread();
  private final AtomicInteger forgotten = new AtomicInteger();
  private CitizenWorld world;
  private CitizenModel model;

  @BeforeEach
  void open() throws Exception {
    world = new CitizenWorld(root);
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
            Optional.empty());
    model.add(
        new RoomModel() {
          @Override
          public boolean owns(Page page) {
            return page instanceof Typed;
          }

          @Override
          public boolean back(Page from) {
            return false;
          }

          @Override
          public void forget() {
            forgotten.incrementAndGet();
          }
        });
    model.start();
  }

  @AfterEach
  void close() throws Exception {
    model.close();
    world.close();
  }

  @Test
  void theNextOnesReceiptLeadsNobodyBackToWhatTheFirstTyped() throws Exception {
    DossierCode unknown = new DossierCode("H48.025.16-261120-9999");
    model.page(new Typed("phone of the first"));
    model.readCard(_ -> {}); // waits for a card, and walks off
    assertThat(model.state().page()).isInstanceOf(Page.ReadCard.class);
    model.scanned(CitizenWorld.scan(ScannedCode.receiptText(unknown, CitizenWorld.SECRET)));
    assertThat(forgotten).as("what the room knows is forgotten").hasPositiveValue();
    screen.await("refused", () -> model.state().page() instanceof Page.Help);
    model.back();
    assertThat(model.state().page()).isInstanceOf(Page.Home.class);
  }

  @Test
  void afterAFaultTheSameOneGoesBackIntoTheRoom() {
    Typed page = new Typed("three answers");
    model.page(page);
    model.ask(
        () -> {
          throw new vn.motcua.scanner.FaultException(new vn.motcua.kiosk.store.StoreFault.Disk());
        },
        _ -> {});
    screen.await("help", () -> model.state().page() instanceof Page.Help);
    assertThat(((Page.Help) model.state().page()).next()).isEqualTo(Page.Help.Next.BACK);
    model.back();
    assertThat(model.state().page()).isEqualTo(page);
    assertThat(forgotten).hasValue(0);
    model.leave();
    model.help(new DeskFault.OthersSilent());
    assertThat(((Page.Help) model.state().page()).next())
        .as("nobody's room any more")
        .isEqualTo(Page.Help.Next.HOME);
  }
}
