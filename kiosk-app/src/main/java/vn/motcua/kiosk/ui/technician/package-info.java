/** The technician's window: which devices there are, and trying each of them. */
@NullMarked
package vn.motcua.kiosk.ui.technician;

import org.jspecify.annotations.NullMarked;
