/** Tables that other systems write: CSV and JSON read row by row, and what stands in a cell. */
@NullMarked
package vn.motcua.kiosk.table;

import org.jspecify.annotations.NullMarked;
