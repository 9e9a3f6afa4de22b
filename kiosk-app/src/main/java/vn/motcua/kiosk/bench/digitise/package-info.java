/** Ours beside ocrmypdf on the same pages, and ours behind a feeder that does not wait. */
@NullMarked
package vn.motcua.kiosk.bench.digitise;

import org.jspecify.annotations.NullMarked;
