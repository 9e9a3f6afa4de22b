/** The technician's window tried with simulated devices. */
@NullMarked
package vn.motcua.kiosk.ui.technician;

import org.jspecify.annotations.NullMarked;
