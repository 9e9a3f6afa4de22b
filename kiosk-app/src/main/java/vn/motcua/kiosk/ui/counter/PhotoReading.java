package vn.motcua.kiosk.ui.counter;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.Citizens;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.ui.kit.PageImage;
import vn.motcua.kiosk.ui.kit.TrustLook;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipRecord;
import vn.motcua.scanner.chip.ChipStep;
import vn.motcua.scanner.chip.FaceDecoder;
import vn.motcua.scanner.chip.FaceFault;
import vn.motcua.scanner.chip.FaceImage;
import vn.motcua.scanner.chip.ReadPurpose;
import vn.motcua.scanner.chip.TrustReason;
import vn.motcua.scanner.chip.TrustVerdict;
import vn.motcua.scanner.chip.UnusableFaceException;

/** Reads a card once more, with its face, and makes a picture of it. Blocks; for workers only. */
final class PhotoReading {
  /** What came of it. */
  sealed interface Found {
    /** The picture, and whether it is the one that the card's issuer signed. */
    record Picture(Image image, boolean authentic) implements Found {}

    /** No picture, for this reason. */
    record Nothing(Fault why) implements Found {}

    /** The card is forged, which was not seen without its picture. */
    record Forgery(Citizen citizen) implements Found {}

    /** Somebody stopped it. */
    record Cancelled() implements Found {}
  }

  private static final int FACE_GROUP = 2;

  private final Devices devices;
  private final FaceDecoder decoder;

  PhotoReading(Devices devices, FaceDecoder decoder) {
    this.devices = devices;
    this.decoder = decoder;
  }

  Found read(PhotoModel.Source card, Consumer<ChipStep> progress, Cancellation cancellation)
      throws InterruptedException {
    ChipOutcome outcome =
        devices.readCard(
            card.reader(), card.keys(), ReadPurpose.INTAKE.withFace(), progress, cancellation);
    return switch (outcome) {
      case ChipOutcome.Stopped(var fault) -> new Found.Nothing(fault);
      case ChipOutcome.Cancelled() -> new Found.Cancelled();
      case ChipOutcome.Read(ChipRecord read) -> found(read, card);
    };
  }

  private Found found(ChipRecord read, PhotoModel.Source card) throws InterruptedException {
    Optional<Citizen> citizen = Citizens.of(read, card.qr());
    try {
      if (citizen.filter(who -> who.number().value().equals(card.number())).isEmpty()) {
        return new Found.Nothing(new CounterFault.OtherCard());
      }
      if (read.trust() instanceof TrustVerdict.Forged) {
        return new Found.Forgery(citizen.get());
      }
      if (read.face().isEmpty()) {
        return new Found.Nothing(why(read.trust()));
      }
      Image image = image(read.face().get());
      return new Found.Picture(image, TrustLook.of(read.trust()).authentic());
    } catch (UnusableFaceException unusable) {
      return new Found.Nothing(unusable.fault());
    } finally {
      read.face().ifPresent(face -> Arrays.fill(face.bytes(), (byte) 0));
    }
  }

  private Image image(FaceImage face) throws UnusableFaceException, InterruptedException {
    BufferedImage pixels = decoder.decode(face);
    Image image = PageImage.of(pixels);
    if (pixels.getRaster().getDataBuffer() instanceof DataBufferInt data) {
      Arrays.fill(data.getData(), 0);
    }
    return image;
  }

  private static Fault why(TrustVerdict verdict) {
    if (verdict.reasons().contains(new TrustReason(TrustReason.Kind.NOT_GIVEN, FACE_GROUP))) {
      return new CounterFault.FaceKept();
    }
    if (verdict.reasons().contains(new TrustReason(TrustReason.Kind.UNREADABLE, FACE_GROUP))) {
      return new FaceFault.Damaged();
    }
    return new CounterFault.NoFace();
  }
}
