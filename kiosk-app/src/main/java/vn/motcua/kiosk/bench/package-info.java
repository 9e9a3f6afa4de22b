/** What {@code ./kiosk bench} measures. */
@NullMarked
package vn.motcua.kiosk.bench;

import org.jspecify.annotations.NullMarked;
