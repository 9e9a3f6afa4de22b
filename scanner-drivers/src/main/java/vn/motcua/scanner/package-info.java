/** Devices turned into plain values. No JavaFX, no SQL, writes no PDF. */
@NullMarked
package vn.motcua.scanner;

import org.jspecify.annotations.NullMarked;
