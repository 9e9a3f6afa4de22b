package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.desk.HallDesks;
import vn.motcua.kiosk.desk.LookupAnswer;
import vn.motcua.kiosk.desk.ReturnDesk;
import vn.motcua.kiosk.desk.SlipDesk;
import vn.motcua.kiosk.desk.TestHall;
import vn.motcua.kiosk.desk.WorkDesk;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ReceivedPaper;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.store.NewDossier;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.kiosk.ui.citizen.queue.QueueRoom;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Voice;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;

/**
 * No page of the terminal, and no slip, shows a whole number, a telephone, ethnicity, religion or
 * somebody else's name, whoever the people are.
 */
class NobodyElseTest {
  private static final List<String> FAMILY = List.of("Đinh", "Hồ", "Y", "A", "Phạm", "Võ", "Lò");
  private static final List<String> GIVEN =
      List.of("Xuyến", "Kpă", "Thoại", "Ngoãn", "Byă", "Diễm", "Rơ Chăm", "Quyệt");

  @TempDir Path root;

  private final List<String> secret = new ArrayList<>();
  private final List<String> found = new ArrayList<>();

  @Test
  void noPageShowsMoreThanItsOwnCitizenMaySee() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    SimulatedCardProfile mai = CitizenWorld.MAI;
    secret.addAll(List.of(mai.number(), mai.ethnicity() + ",", "Dân tộc", "Tôn giáo"));
    if (!mai.religion().equals("Không")) {
      secret.add(mai.religion());
    }
    try (CitizenWorld world = new CitizenWorld(root)) {
      HallDesks hall = TestHall.of(world.store, world.folder, world.clock);
      WorkDesk work = new WorkDesk(world.store, world.calendar, CitizenWorld.CENTRE, world.clock);
      List<DossierCode> codes = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        codes.add(dossier(world, work, random, i));
      }
      slips(world, codes);
      CitizenWindow[] made = new CitizenWindow[1];
      try (FxRobot robot =
          FxRobot.open(
              1080,
              1920,
              stage -> made[0] = world.window(stage, QueueRoom.plan(hall, Voice.none())))) {
        CitizenModel model = made[0].model();
        FxRobot.runFx(() -> model.scanned(CitizenWorld.cardQr(mai)));
        look(robot);
        world.readers.insert(mai);
        robot.awaitId("dossier-" + codes.getFirst().value());
        look(robot);
        // Missing papers, and a result that a neighbour fetched: the others differ in less.
        for (DossierCode code : List.of(codes.get(1), codes.get(3))) {
          FxRobot.runFx(() -> model.open(code));
          robot.await("its page", () -> shown(model, code));
          look(robot);
          for (Runnable side :
              List.<Runnable>of(
                  model::showHistory,
                  model::showViewings,
                  model::showFee,
                  model::showMissingPapers)) {
            FxRobot.runFx(side);
            look(robot);
            FxRobot.runFx(model::back);
          }
          if (code.equals(codes.get(3))) {
            robot.awaitId("rate");
            robot.click("rate");
            robot.awaitId("face-1");
            look(robot);
          }
          FxRobot.runFx(model::back);
        }
        FxRobot.runFx(made[0]::close);
      }
    }
    assertThat(found).as("seed " + seed).isEmpty();
  }

  private static boolean shown(CitizenModel model, DossierCode code) {
    return model.state().page() instanceof Page.OneDossier one
        && one.view().dossier().code().equals(code);
  }

  private void look(FxRobot robot) {
    robot.pulses(2);
    check(String.join("\n", robot.words()));
  }

  private void check(String shown) {
    String bare = shown.replaceAll("[ .]", "");
    for (String each : secret) {
      if (shown.contains(each) || bare.contains(each.replaceAll("[ .]", ""))) {
        found.add(each + " in: " + shown);
      }
    }
  }

  private void slips(CitizenWorld world, List<DossierCode> codes) throws Exception {
    AnswerSlips slips =
        new AnswerSlips(
            new SlipDesk(Optional.empty(), world.folder.temporary(), world.clock),
            CitizenWorld.CENTRE,
            world.clock,
            world::texts);
    for (DossierCode code : codes) {
      LookupAnswer answer = world.lookups.begin("x").byReceipt(code, CitizenWorld.SECRET);
      DossierView view = ((LookupAnswer.Opened) answer).dossiers().getFirst();
      for (Locale language : List.of(Texts.VIETNAMESE, Locale.ENGLISH)) {
        String text = slips.slip(view, language).toString();
        assertThat(text)
            .contains(code.value())
            .contains("08:42")
            .doesNotContain(CitizenWorld.SECRET.value());
        check(text);
      }
    }
  }

  /** Mai hands in for a child; a neighbour fetches it. */
  private DossierCode dossier(CitizenWorld world, WorkDesk work, RandomGenerator random, int how)
      throws Exception {
    Procedure procedure = Resources.procedures().find("1.004873").orElseThrow();
    String phone = "09" + digits(random, 8);
    String childNumber = "0512" + digits(random, 8);
    String child = name(random);
    String neighbour = name(random);
    secret.addAll(List.of(phone, childNumber, child, neighbour));
    SimulatedCardProfile mai = CitizenWorld.MAI;
    Party applicant =
        new Party(
            Optional.of(mai.number()),
            mai.name(),
            Optional.of(mai.birth()),
            Optional.of(true),
            "Thôn Một",
            phone);
    Party owner =
        new Party(Optional.of(childNumber), child, Optional.empty(), Optional.of(false), "", phone);
    LocalDateTime in = CitizenWorld.at("2026-11-20T09:10");
    DossierCode code = DossierCode.of(CitizenWorld.CENTRE.agency(), in.toLocalDate(), 700 + how);
    Dossier dossier =
        new Dossier(
            code,
            procedure,
            applicant,
            owner,
            in,
            Optional.of(world.calendar.due(in, 5)),
            Stage.RECEPTION,
            PortalStatus.ACCEPTED,
            "Bộ phận Một cửa",
            in,
            List.of(new ReceivedPaper("Tờ khai", 1, 0, 4)),
            Originals.HELD,
            ReturnChannel.COUNTER,
            Optional.empty(),
            List.of(),
            "",
            "3",
            8_000);
    world.store.write(transaction -> {
      transaction.insert(
          new NewDossier(
              dossier,
              new DossierEvent(
                  1,
                  in,
                  Move.RECEIVE,
                  Stage.RECEPTION,
                  PortalStatus.ACCEPTED,
                  "Trần Văn Lộc",
                  "Bộ phận Một cửa",
                  neighbour + " nộp hộ"),
              CitizenWorld.SECRET,
              List.of(),
              Optional.empty()));
      return true;
    });
    List<Move> moves =
        switch (how) {
          case 0 -> List.of(Move.FORWARD);
          case 1 -> List.of(Move.FORWARD, Move.ASK_FOR_PAPERS);
          case 2 -> List.of(Move.FORWARD, Move.FORWARD, Move.FORWARD, Move.FINISH);
          default -> List.of(Move.FORWARD, Move.FORWARD, Move.FORWARD, Move.FINISH);
        };
    for (Move move : moves) {
      work.move(
          code,
          move,
          new WorkDesk.Details(
              "Lê Thị Hạnh",
              "Lê Thị Hạnh",
              "hỏi " + neighbour,
              move == Move.ASK_FOR_PAPERS ? List.of("Giấy chứng sinh") : List.of(),
              Optional.empty()));
    }
    if (how == 3) {
      new ReturnDesk(world.store, work, world.clock).handOut(code, neighbour, "Lê Thị Hạnh");
    }
    return code;
  }

  private static String name(RandomGenerator random) {
    return FAMILY.get(random.nextInt(FAMILY.size()))
        + " "
        + GIVEN.get(random.nextInt(GIVEN.size()))
        + " "
        + GIVEN.get(random.nextInt(GIVEN.size()));
  }

  private static String digits(RandomGenerator random, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }
}
