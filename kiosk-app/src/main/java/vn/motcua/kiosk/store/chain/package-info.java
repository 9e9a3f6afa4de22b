/** A hash chain over everything that is written and must not change, and its audit. */
@NullMarked
package vn.motcua.kiosk.store.chain;

import org.jspecify.annotations.NullMarked;
