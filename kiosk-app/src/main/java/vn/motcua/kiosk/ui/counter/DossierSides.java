package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import java.util.function.BiFunction;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.forms.FormKind;

/**
 * What stands beside the dossier that is open: its papers, its money, its partners.
 *
 * @param custody who has its papers
 * @param payments its payments
 * @param linked its parts at other agencies
 * @param printing makes what prints one of its forms
 */
record DossierSides(
    CustodyModel custody,
    PaymentModel payments,
    LinkedModel linked,
    BiFunction<FormKind, DossierCode, PrintModel> printing) {
  void show(Optional<WorkModel.Opened> open) {
    Optional<Dossier> dossier = open.map(it -> it.item().dossier());
    custody.show(dossier.map(Dossier::code));
    payments.show(dossier);
    linked.show(open);
  }
}
