/** Proofs of the kit, and the robot that all window tests use. */
@NullMarked
package vn.motcua.kiosk.ui.kit;

import org.jspecify.annotations.NullMarked;
