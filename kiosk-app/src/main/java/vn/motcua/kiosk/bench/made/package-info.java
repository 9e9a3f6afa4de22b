/**
 * Pages that never lay on a scanner: drawn, worn like paper and written as a scanner, a copier or a
 * telephone would deliver them, each with the text and the places of its words. The same seed gives
 * the same pages.
 */
@NullMarked
package vn.motcua.kiosk.bench.made;

import org.jspecify.annotations.NullMarked;
