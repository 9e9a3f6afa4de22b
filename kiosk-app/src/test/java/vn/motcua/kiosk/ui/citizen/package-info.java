/** Proofs of the citizen terminal, with real desks, a real store and a card in software. */
@NullMarked
package vn.motcua.kiosk.ui.citizen;

import org.jspecify.annotations.NullMarked;
