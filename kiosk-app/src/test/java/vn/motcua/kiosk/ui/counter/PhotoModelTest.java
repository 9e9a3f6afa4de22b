package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.desk.TestCards;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.FxToolkit;
import vn.motcua.kiosk.ui.kit.ScreenThread;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.ChipFault;
import vn.motcua.scanner.chip.ChipStep;
import vn.motcua.scanner.chip.FaceDecoder;
import vn.motcua.scanner.chip.FaceImage;
import vn.motcua.scanner.chip.simulated.FaceFile;
import vn.motcua.scanner.chip.simulated.SimulatedCard;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;

/** The picture on the chip comes when it is asked for, and goes. */
class PhotoModelTest {
  private static final SimulatedCardProfile MAI = SimulatedCitizens.a();
  private static final int FACE_FILE = 0x0102;

  @TempDir Path root;
  private final ScreenThread screen = new ScreenThread();
  private final List<Citizen> read = new ArrayList<>();
  private CounterWorld world;
  private PhotoModel photo;
  private CardModel card;
  private Runnable deaf = () -> {};

  @BeforeEach
  void open() throws FaultException, IOException {
    FxToolkit.start();
    world = new CounterWorld(root.resolve("data"), true);
    Errands errands = new Errands(new Background(screen));
    photo = new PhotoModel(world.devices, errands, screen, new FaceDecoder(Duration.ofMinutes(1)));
    card = new CardModel(world.devices, errands, photo);
    card.serve(qr -> {}, read::add);
    deaf = world.devices.onCard(event -> screen.execute(() -> card.event(event)));
  }

  @AfterEach
  void close() throws FaultException {
    deaf.run();
    world.close();
  }

  private void readCard(SimulatedCard chip) {
    world.readers.insert(chip);
    screen.await("card seen", () -> card.state().get() instanceof CardModel.State.NeedsDigits);
    card.digits().set(MAI.can());
    screen.await("read", () -> card.state().get() instanceof CardModel.State.Read);
  }

  private <S extends PhotoModel.State> S await(Class<S> kind) {
    screen.await(
        kind.getSimpleName() + ", there is " + photo.state().get(),
        () -> kind.isInstance(photo.state().get()));
    return kind.cast(photo.state().get());
  }

  private static boolean blank(Image picture) {
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (picture.getPixelReader().getArgb(x, y) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void nothingOfTheFaceIsReadUnlessSomebodyAsks() {
    SimulatedCard chip = TestCards.withFace(MAI, TestCards.face(MAI));
    readCard(chip);
    await(PhotoModel.State.Offered.class);
    assertThat(chip.asked()).doesNotContain(FACE_FILE);
    List<ChipStep> steps = new ArrayList<>();
    photo
        .state()
        .subscribe(now -> {
          if (now instanceof PhotoModel.State.Reading(ChipStep step)) {
            steps.add(step);
          }
        });
    photo.toggle();
    PhotoModel.State.Shown shown = await(PhotoModel.State.Shown.class);
    assertThat(chip.asked()).contains(FACE_FILE);
    assertThat(shown.picture().getWidth()).isEqualTo(480);
    assertThat(shown.picture().getHeight()).isEqualTo(640);
    assertThat(shown.authentic()).isTrue();
    assertThat(steps).isSorted().contains(ChipStep.FACE);
    assertThat(read).as("the card was read once").hasSize(1);
    assertThat(photo.state().get().toString()).isEqualTo("Shown[…]");
  }

  @Test
  void itGoesByItselfByTheKeyAndWithTheCitizen() {
    readCard(TestCards.withFace(MAI, TestCards.face(MAI)));
    photo.toggle();
    Image first = await(PhotoModel.State.Shown.class).picture();
    screen.pass(PhotoModel.SHOWN.minus(Duration.ofSeconds(1)));
    assertThat(blank(first)).isFalse();
    screen.pass(Duration.ofSeconds(1));
    await(PhotoModel.State.Offered.class);
    assertThat(blank(first)).as("no pixel stays").isTrue();

    photo.toggle();
    Image second = await(PhotoModel.State.Shown.class).picture();
    photo.toggle();
    assertThat(photo.state().get()).isInstanceOf(PhotoModel.State.Offered.class);
    assertThat(blank(second)).isTrue();

    photo.toggle();
    Image third = await(PhotoModel.State.Shown.class).picture();
    card.forget();
    assertThat(photo.state().get()).isInstanceOf(PhotoModel.State.None.class);
    assertThat(blank(third)).isTrue();
    photo.toggle();
    assertThat(photo.state().get()).isInstanceOf(PhotoModel.State.None.class);
  }

  @Test
  void theNextCardTakesItAway() {
    readCard(TestCards.withFace(MAI, TestCards.face(MAI)));
    photo.toggle();
    Image picture = await(PhotoModel.State.Shown.class).picture();
    world.readers.insert(SimulatedCitizens.b());
    await(PhotoModel.State.None.class);
    assertThat(blank(picture)).isTrue();
  }

  @Test
  void aCardThatIsGoneIsAFaultAndTheRestStays() {
    readCard(TestCards.withFace(MAI, TestCards.face(MAI)));
    world.readers.remove();
    await(PhotoModel.State.None.class);
    photo.toggle();
    assertThat(await(PhotoModel.State.Stopped.class).fault()).isEqualTo(new ChipFault.NoCard());
    assertThat(card.state().get()).isInstanceOf(CardModel.State.Read.class);

    readCard(TestCards.withFace(MAI, TestCards.face(MAI)));
    world.readers.removeAtExchange(12);
    photo.toggle();
    assertThat(await(PhotoModel.State.Stopped.class).fault()).isEqualTo(new ChipFault.Removed());
  }

  @Test
  void everyReasonForNoPictureHasItsSentence() {
    readCard(
        new SimulatedCard(
            MAI.files(SimulatedIssuer.shared()),
            Optional.of(MAI.can()),
            Optional.of(MAI.mrzKey()),
            Optional.empty()));
    assertThat(asked()).isEqualTo("FACE-NONE");
    readCard(TestCards.withFace(MAI, TestCards.face(MAI), Optional.empty()));
    assertThat(asked()).isEqualTo("FACE-KEPT");
    FaceImage none = new FaceImage(FaceImage.Format.JPEG, 480, 640, new byte[5000]);
    readCard(TestCards.withFace(MAI, FaceFile.dg2(none)));
    assertThat(asked()).isEqualTo("CHIP-FACE-DAMAGED");
    assertThat(((CardModel.State.Read) card.state().get()).citizen().name().value())
        .isEqualTo(MAI.name());
  }

  private String asked() {
    photo.toggle();
    return await(PhotoModel.State.Stopped.class).fault().code();
  }

  @Test
  void aSwappedPictureIsNotShownAndTheCardIsForged() {
    readCard(
        TestCards.withFace(
            MAI, TestCards.face(MAI), Optional.of(TestCards.face(SimulatedCitizens.b()))));
    assertThat(((CardModel.State.Read) card.state().get()).forged()).isFalse();
    List<PhotoModel.State> seen = new ArrayList<>();
    photo.state().addListener((property, before, now) -> seen.add(now));
    photo.toggle();
    screen.await(
        "forged", () -> card.state().get() instanceof CardModel.State.Read now && now.forged());
    assertThat(seen).noneMatch(PhotoModel.State.Shown.class::isInstance);
    assertThat(photo.state().get()).isInstanceOf(PhotoModel.State.None.class);
    assertThat(read).hasSize(2);
  }

  @Test
  void anotherCardThatOpensWithTheSameDigitsIsNotShown() {
    readCard(TestCards.withFace(MAI, TestCards.face(MAI)));
    photo.offer(
        new PhotoModel.Source(
            SimulatedReaders.NAME,
            AccessKeys.can(MAI.can()),
            CitizenNumber.read("0511914" + MAI.can().charAt(0) + "7264").orElseThrow(),
            Optional.empty()));
    assertThat(asked()).isEqualTo("FACE-OTHER-CARD");
  }

  @Test
  void aPassportIsAnotherCard() {
    world.readers.insert(TestCards.passport(MAI, "123456"));
    screen.await("card seen", () -> card.state().get() instanceof CardModel.State.NeedsDigits);
    card.digits().set("123456");
    screen.await("stopped", () -> card.state().get() instanceof CardModel.State.Stopped);
    assertThat(((CardModel.State.Stopped) card.state().get()).fault())
        .isEqualTo(new ChipFault.NotIdentityCard());
  }
}
