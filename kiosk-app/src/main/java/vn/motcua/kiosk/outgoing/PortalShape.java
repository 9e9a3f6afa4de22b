package vn.motcua.kiosk.outgoing;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.FeeRule;
import vn.motcua.kiosk.dossier.Moves;
import vn.motcua.kiosk.dossier.ReceivedPaper;

/**
 * A dossier in the words of the national exchange, as they were seen in a public system that speaks
 * it (OpenCPS v2): every value a text, times as {@code yyyyMMddHHmmss} in Vietnam's time. No
 * specification was published, so that nothing beyond those names is invented.
 */
public final class PortalShape {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
  private static final Locale VIETNAMESE = Locale.of("vi");

  /** When it is collected: at intake (companion list of the exchange). */
  private static final String AT_INTAKE = "1";

  private PortalShape() {}

  /** A moment as the exchange writes it. */
  public static String time(LocalDateTime at) {
    return TIME.format(at);
  }

  /**
   * The object of {@code DongBoHoSoMC}.
   *
   * @param files where the files are that show a paper, by the paper's name; empty if none go along
   */
  public static Map<String, Object> dossier(Dossier dossier, Map<String, List<String>> files) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("MaHoSo", dossier.code().value());
    object.put("MaTTHC", dossier.procedure().code());
    object.put("ChuHoSo", dossier.owner().name());
    object.put("NgayTiepNhan", time(dossier.received()));
    object.put("NgayHenTra", dossier.due().map(due -> time(due.at())).orElse(""));
    object.put("TrangThaiHoSo", String.valueOf(dossier.status().number()));
    object.put("TaiLieuNop", papers(dossier.papers(), files));
    object.put("DanhSachLePhi", fees(dossier));
    return object;
  }

  /** The object of {@code CapNhatTienDoHoSoMC}: one thing that happened. */
  public static Map<String, Object> progress(DossierCode code, DossierEvent event) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("MaHoSo", code.value());
    object.put("NguoiXuLy", event.actor());
    object.put("ThoiDiemXuLy", time(event.at()));
    object.put("NoiDungXuLy", said(event));
    object.put("TrangThai", String.valueOf(event.status().number()));
    return object;
  }

  /** What the citizen is told; notes of staff may name people and stay here. */
  private static String said(DossierEvent event) {
    return Moves.rule(event.move())
        .map(rule -> rule.sentence(VIETNAMESE))
        .orElse("Hồ sơ đã được đăng ký.");
  }

  private static List<Map<String, Object>> papers(
      List<ReceivedPaper> papers, Map<String, List<String>> files) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (ReceivedPaper paper : papers) {
      List<String> places = files.getOrDefault(paper.name(), List.of(""));
      for (String place : places) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("TenTepDinhKem", place.isEmpty() ? paper.name() : place);
        one.put("DuongDanTaiTepTin", place);
        list.add(one);
      }
    }
    return list;
  }

  /** The rules that held when it was received; where the catalogue names none, the one sum. */
  private static List<Map<String, Object>> fees(Dossier dossier) {
    if (dossier.fee() == 0) {
      return List.of();
    }
    List<FeeRule> rules =
        dossier.procedure().details().fees().stream()
            .filter(rule -> rule.holds(dossier.received().toLocalDate()))
            .toList();
    boolean fits = rules.stream().mapToLong(FeeRule::amount).sum() == dossier.fee();
    if (rules.isEmpty() || !fits) {
      return List.of(fee("Phí, lệ phí", dossier.fee()));
    }
    return rules.stream().map(rule -> fee(rule.name(), rule.amount())).toList();
  }

  private static Map<String, Object> fee(String name, long amount) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("TenPhiLePhi", name);
    one.put("HinhThucThu", AT_INTAKE);
    one.put("Gia", String.valueOf(amount));
    return one;
  }
}
