/** Our own keyboard on the screen: what a key means in Vietnamese, and the keys to press. */
@NullMarked
package vn.motcua.kiosk.ui.kit.keyboard;

import org.jspecify.annotations.NullMarked;
