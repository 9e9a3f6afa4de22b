/** The composition root: builds everything with constructors. */
@NullMarked
package vn.motcua.kiosk;

import org.jspecify.annotations.NullMarked;
