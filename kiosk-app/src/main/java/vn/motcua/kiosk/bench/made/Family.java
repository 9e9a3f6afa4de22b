package vn.motcua.kiosk.bench.made;

import java.awt.Font;

/** A family of faces that have every Vietnamese letter. */
record Family(String name, Font regular, Font bold, Font italic) {
  Font regular(double points) {
    return regular.deriveFont((float) points);
  }

  Font bold(double points) {
    return bold.deriveFont((float) points);
  }

  Font italic(double points) {
    return italic.deriveFont((float) points);
  }
}
