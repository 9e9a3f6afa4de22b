/** Assisted mode: somebody signs in at the terminal and helps the citizen. */
@NullMarked
package vn.motcua.kiosk.ui.citizen.helping;

import org.jspecify.annotations.NullMarked;
