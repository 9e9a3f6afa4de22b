/**
 * Simulated cards by description: what a profile file says becomes a card of the kit in {@code
 * scanner-drivers}, for this program's tests and for other programs.
 */
@NullMarked
package vn.motcua.kiosk.cardkit;

import org.jspecify.annotations.NullMarked;
