/** Chip cards: PC/SC readers and the eMRTD application (ICAO 9303) turned into plain values. */
@NullMarked
package vn.motcua.scanner.chip;

import org.jspecify.annotations.NullMarked;
