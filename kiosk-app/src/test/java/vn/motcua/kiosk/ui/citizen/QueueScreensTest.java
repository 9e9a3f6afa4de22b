package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.desk.HallDesks;
import vn.motcua.kiosk.desk.LookupDesk;
import vn.motcua.kiosk.desk.OtherSystems;
import vn.motcua.kiosk.desk.PaymentDesk;
import vn.motcua.kiosk.desk.ProofRules;
import vn.motcua.kiosk.desk.TestHall;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.ProcedureCatalogue;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.dossier.TicketPriority;
import vn.motcua.kiosk.dossier.TicketService;
import vn.motcua.kiosk.payment.PaymentAccount;
import vn.motcua.kiosk.payment.VietQr;
import vn.motcua.kiosk.ui.citizen.queue.QueueRoom;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.Pictures;
import vn.motcua.kiosk.ui.kit.TextSize;
import vn.motcua.kiosk.ui.kit.Voice;

/** A number is taken and called, a fee is looked at, a returned result is rated: real windows. */
class QueueScreensTest {
  private static final String ACCOUNT = "0011001932418";

  @TempDir Path root;

  /** The same in the other languages and sizes. */
  @Tag("long")
  @ParameterizedTest(name = "{0}×{1} {2} {3} clear={4}")
  @CsvSource({
    "1080, 1920, en, LARGEST, false",
    "1920, 1080, en, LARGEST, true",
    "1920, 1080, vi, NORMAL, false",
    "1080, 1920, vi, LARGE, true"
  })
  void inOtherSizesAsWell(int width, int height, String language, TextSize size, boolean clear)
      throws Exception {
    aNumberAFeeAndARating(width, height, language, size, clear);
  }

  @ParameterizedTest(name = "{0}×{1} {2} {3} clear={4}")
  @CsvSource("1080, 1920, vi, NORMAL, false")
  void aNumberAFeeAndARating(int width, int height, String language, TextSize size, boolean clear)
      throws Exception {
    walk(new Dressing(width, height, language, size, clear, false), List.of());
  }

  /** Each page both ways up, in both languages, all sizes, clear and not, lowered and not. */
  @Tag("long")
  @Test
  void everyPageInEveryDressing() throws Exception {
    walk(Dressing.USUAL, ScreenLook.asked());
  }

  private void walk(Dressing worn, List<Dressing> also) throws Exception {
    try (CitizenWorld world = new CitizenWorld(root)) {
      HallDesks hall = TestHall.of(world.store, world.folder, world.clock);
      PaymentDesk payments =
          new PaymentDesk(world.store, new PaymentAccount("970436", ACCOUNT), world.clock);
      LookupDesk desk =
          new LookupDesk(
              world.store,
              world.calendar,
              world.calls,
              world.clock,
              OtherSystems.NONE,
              new ProcedureCatalogue(List.of()),
              ProofRules.USUAL,
              payments);
      DossierCode unpaid =
          world.put(
              "1.004873", Stage.APPRAISAL, PortalStatus.PAYMENT_REQUESTED, "2026-11-20T09:10");
      payments.ask(unpaid, 8_000);
      DossierCode paused =
          world.put(
              "1.003583", Stage.APPRAISAL, PortalStatus.SUPPLEMENT_REQUESTED, "2026-11-12T10:00");
      DossierCode returned =
          world.put("2.000815", Stage.RETURN, PortalStatus.RETURNED, "2026-11-20T09:30");
      DossierCode handed =
          world.put("2.000815", Stage.RETURN, PortalStatus.RETURNED, "2026-11-20T09:40");
      CitizenWindow[] made = new CitizenWindow[1];
      try (FxRobot robot =
          FxRobot.open(
              worn.width(),
              worn.height(),
              stage -> made[0] = world.window(stage, desk, QueueRoom.plan(hall, Voice.none())))) {
        CitizenWindow window = made[0];
        CitizenModel model = window.model();
        worn.wear(robot, window);
        ScreenLook look = new ScreenLook(robot, window, "queue", worn, also, new SoftAssertions());
        hall.queue().take(TicketService.SUBMIT, TicketPriority.NONE);
        hall.queue().take(TicketService.SUBMIT, TicketPriority.NONE);
        hall.queue().next("2");
        robot.awaitText("A001");
        look.atShort("01-home-called", "called");
        robot.click("home-queue");
        look.at("02-choose", "take-submit");
        robot.click("priority");
        look.at("03-priority", "priority-elderly");
        robot.click("priority-elderly");
        look.at("04-first", "priority-said");
        robot.click("priority-none");
        robot.awaitId("priority");
        robot.click("take-ask");
        robot.awaitId("ticket");
        robot.awaitText("SLIP-NO-PRINTER");
        assertThat(robot.shows("C001")).isTrue();
        look.at("05-number", "slip");
        robot.click("leave");
        robot.awaitId("home-queue");

        worn.wear(robot, window);
        FxRobot.runFx(() -> model.scanned(CitizenWorld.receipt(unpaid)));
        look.at("06-fee-waits", "fee");
        robot.click("fee");
        look.at("07-fee", "viet-qr");
        assertThat(decoded(robot))
            .as("a bank's application reads the screen")
            .satisfies(text -> {
              VietQr qr = VietQr.read(text).orElseThrow();
              assertThat(qr.amount()).contains(8_000L);
              assertThat(qr.account()).isEqualTo(ACCOUNT);
            });
        robot.click("back");
        robot.awaitId("history");
        robot.click("history");
        robot.awaitText("Trần Văn Lộc");
        look.at("08-history", "leave");
        robot.click("back");

        FxRobot.runFx(() -> model.scanned(CitizenWorld.receipt(paused)));
        robot.awaitId("missing");
        assertThat(robot.shows("Trích lục bản đồ"))
            .as("what is missing does not stand where a queue reads it")
            .isFalse();
        look.at("09-paused", "missing");
        robot.click("missing");
        robot.awaitText("Trích lục bản đồ");
        look.at("10-missing", "missing-papers");

        FxRobot.runFx(() -> model.scanned(CitizenWorld.receipt(returned)));
        look.at("11-returned", "rate");
        robot.click("rate");
        look.at("12-rate", "face-5");
        robot.click("face-5");
        robot.click("reason-manners");
        look.at("13-rated", "send");
        robot.click("send");
        look.at("14-thanks", "thanks");
        robot.click("leave");
        robot.awaitId("home-queue");
        FxRobot.runFx(() -> model.scanned(CitizenWorld.receipt(returned)));
        robot.awaitId("history");
        assertThat(hall.ratings().mayAsk(returned)).isFalse();
        FxRobot.runFx(model::leave);

        hall.ratings().handedOut(handed);
        robot.awaitId("face-1");
        robot.click("skip");
        robot.awaitId("home-queue");
        assertThat(hall.ratings().mayAsk(handed)).isFalse();
        FxRobot.runFx(window::close);
        look.found().assertAll();
      }
    }
  }

  private static String decoded(FxRobot robot) throws NotFoundException {
    robot.reveal(robot.node("viet-qr"));
    robot.pulses(3);
    BufferedImage screen = FxRobot.onFx(() -> Pictures.of(robot.scene()));
    return new MultiFormatReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(
                        screen.getWidth(),
                        screen.getHeight(),
                        screen.getRGB(
                            0,
                            0,
                            screen.getWidth(),
                            screen.getHeight(),
                            null,
                            0,
                            screen.getWidth())))),
            Map.of(
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(BarcodeFormat.QR_CODE),
                DecodeHintType.TRY_HARDER,
                true))
        .getText();
  }
}
