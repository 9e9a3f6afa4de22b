/**
 * The officer's window: receive, work list, return. View models (names ending in {@code Model} or
 * {@code Form}) hold all state and know no control; views only show them.
 */
@NullMarked
package vn.motcua.kiosk.ui.counter;

import org.jspecify.annotations.NullMarked;
