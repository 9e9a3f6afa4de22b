/** The officer's window tried on real desks, a real store and simulated devices. */
@NullMarked
package vn.motcua.kiosk.ui.counter;

import org.jspecify.annotations.NullMarked;
