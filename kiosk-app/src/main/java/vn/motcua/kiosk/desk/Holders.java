package vn.motcua.kiosk.desk;

import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.Stage;

/** Who usually has a dossier, stage by stage: what a citizen reads when nobody else was named. */
final class Holders {
  private Holders() {}

  static String at(Stage stage, Procedure procedure, String counter, String officer) {
    return switch (stage) {
      case RECEPTION -> withOfficer("Bộ phận Một cửa", officer);
      case APPRAISAL -> "Bộ phận " + procedure.unit();
      case APPROVAL -> "Lãnh đạo Ủy ban nhân dân";
      case SIGNING -> "Văn thư Ủy ban nhân dân";
      case RETURN -> "Quầy " + counter;
    };
  }

  /** Who has it after an end. */
  static String atEnd(Dossier dossier, PortalStatus end) {
    return switch (end) {
      case REFUSED, WITHDRAWN, RETURNED -> "Người nộp hồ sơ";
      default -> dossier.holder();
    };
  }

  static String withOfficer(String unit, String officer) {
    return officer.isBlank() ? unit : unit + " · " + officer.strip();
  }
}
