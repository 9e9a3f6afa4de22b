/** Tests of what other systems write. */
@NullMarked
package vn.motcua.kiosk.table;

import org.jspecify.annotations.NullMarked;
