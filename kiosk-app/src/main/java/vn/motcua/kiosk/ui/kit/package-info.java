/**
 * What every face is built of: colour roles, letters, words, buttons, cards, pills, the screen that
 * carries them, and the way to do slow work beside it.
 */
@NullMarked
package vn.motcua.kiosk.ui.kit;

import org.jspecify.annotations.NullMarked;
