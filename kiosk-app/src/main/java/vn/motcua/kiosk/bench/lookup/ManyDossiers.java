package vn.motcua.kiosk.bench.lookup;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ReceivedPaper;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.NewDossier;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.scanner.FaultException;

/**
 * Dossiers of invented people, any number of them, each made from its number alone. Most are ended,
 * as in a store that has grown for years; one citizen in four has more than one.
 */
final class ManyDossiers {
  private static final String AGENCY = "H48.025.16";
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
  private static final int A_DAY = 9_000;
  private static final int TOGETHER = 2_000;
  private static final int OPEN_IN_A_THOUSAND = 8;

  private static final String[] FAMILY =
      "Nguyễn Nguyễn Nguyễn Nguyễn Trần Lê Phạm Đinh Đinh Phạm Huỳnh Võ Bùi Hồ Lương Tạ Quách Lò"
          .split(" ");
  private static final String[] MIDDLE =
      "Văn Thị Thị Văn Quang Thúy Đình Khánh Nhật Hải Diệu Trọng Bích Hữu Tường Ánh Công Mỹ Ngọc"
          .split(" ");
  private static final String[] GIVEN =
      ("Rin Xuôn Nghênh Đượm Khuê Lài Gheo Khoáng Thiệp Brớt Sử Nguyệt Chót Duyên Nghĩa Tuyền Hậu"
              + " Vượng Sáng Thắm Quyết Lụa Bưởi Cẩn Tửu Mẫn Nhưỡng Yểng Ích Ổn Ẩn Ước Mai Lan Cúc"
              + " Trúc An Bình Khang Phúc Lộc Thọ")
          .split(" ");

  private final long seed;
  private final List<Procedure> procedures = Resources.procedures().all();
  private final WorkingCalendar calendar = Resources.calendar();

  ManyDossiers(long seed) {
    this.seed = seed;
  }

  /** Writes the dossiers {@code from} to {@code to}, the last not included. */
  void write(DossierStore store, long from, long to) throws FaultException {
    for (long at = from; at < to; at += TOGETHER) {
      List<NewDossier> batch = new ArrayList<>();
      for (long number = at; number < Math.min(to, at + TOGETHER); number++) {
        batch.add(dossier(number));
      }
      store.write(transaction -> {
        batch.forEach(transaction::insert);
        return true;
      });
    }
  }

  /** The code of a dossier. */
  static DossierCode code(long number) {
    return DossierCode.of(AGENCY, FIRST_DAY.plusDays(number / A_DAY), (int) (number % A_DAY) + 1);
  }

  NewDossier dossier(long number) {
    SplittableRandom random = new SplittableRandom(seed * 31 + number);
    DossierCode code = code(number);
    LocalDateTime received = code.day().atTime(8, 0).plusSeconds(number % A_DAY);
    Procedure procedure = procedures.get(random.nextInt(procedures.size()));
    boolean open = random.nextInt(1000) < OPEN_IN_A_THOUSAND;
    Stage stage = open ? Stage.values()[random.nextInt(4)] : Stage.RETURN;
    PortalStatus status = open ? PortalStatus.PROCESSING : PortalStatus.RETURNED;
    Party owner = party(random.nextInt(4) == 0 ? number / 2 : number);
    Dossier dossier =
        new Dossier(
            code,
            procedure,
            owner,
            owner,
            received,
            Optional.of(calendar.due(received, procedure.workingDays())),
            stage,
            status,
            "Tư pháp – hộ tịch",
            received,
            List.of(new ReceivedPaper("Tờ khai", 1, 0, 2)),
            Originals.GIVEN_BACK,
            ReturnChannel.COUNTER,
            Optional.empty(),
            List.of(),
            "",
            "3",
            0);
    DossierEvent event =
        new DossierEvent(1, received, Move.RECEIVE, stage, status, "Lê Thị Hà", "quầy 3", "");
    return new NewDossier(dossier, event, new LookupSecret("7K3MPX"), List.of(), Optional.empty());
  }

  private Party party(long citizen) {
    SplittableRandom random = new SplittableRandom(seed * 17 + citizen);
    String name = one(FAMILY, random) + " " + one(MIDDLE, random) + " " + one(GIVEN, random);
    if (random.nextInt(3) == 0) {
      name = name + " " + one(GIVEN, random);
    }
    LocalDate birth = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(21_000));
    boolean female = random.nextBoolean();
    String number =
        String.format(
            "051%d%02d%06d",
            female ? 1 : 0, birth.getYear() % 100, Math.floorMod(citizen * 7_919, 1_000_000L));
    String phone = String.format("09%08d", random.nextInt(100_000_000));
    return new Party(
        Optional.of(number), name, Optional.of(birth), Optional.of(female), "Sơn Tân", phone);
  }

  private static String one(String[] of, SplittableRandom random) {
    return of[random.nextInt(of.length)];
  }
}
