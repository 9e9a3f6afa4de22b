package vn.motcua.kiosk.desk;

import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.Stage;

/** Who usually has a dossier, stage by stage: what a citizen reads when nobody else was named. */
final class Holders {
  private Holders() {}

  /** What a result is with on its way. */
  static final String POST = "Bưu điện";

  static String at(Stage stage, Procedure procedure, String counter, String officer) {
    return switch (stage) {
      case RECEPTION -> withOfficer("Bộ phận Một cửa", officer);
      case APPRAISAL -> "Bộ phận " + procedure.unit();
      case APPROVAL -> "Lãnh đạo Ủy ban nhân dân";
      case SIGNING -> "Văn thư Ủy ban nhân dân";
      case RETURN -> "Quầy " + counter;
    };
  }

  /** Who has that dossier: where another unit decides, everything but reception and return. */
  static String at(Stage stage, Dossier dossier, String counter, String officer) {
    String own = at(stage, dossier.procedure(), counter, officer);
    boolean away = stage != Stage.RECEPTION && stage != Stage.RETURN;
    return away && dossier.handling().travels() ? dossier.handling().deciding() + " · " + own : own;
  }

  /** Who has it after an end. */
  static String atEnd() {
    return "Người nộp hồ sơ";
  }

  static String withOfficer(String unit, String officer) {
    return officer.isBlank() ? unit : unit + " · " + officer.strip();
  }
}
