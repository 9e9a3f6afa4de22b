/**
 * Read back (bóc tách): from the words of a page to values that a person may take over. It only
 * proposes; nothing here fills anything in.
 */
@NullMarked
package vn.motcua.kiosk.paper.readback;

import org.jspecify.annotations.NullMarked;
