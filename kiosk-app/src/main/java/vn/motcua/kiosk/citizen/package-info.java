/** Who stands at the counter, field by field with its source. No I/O. */
@NullMarked
package vn.motcua.kiosk.citizen;

import org.jspecify.annotations.NullMarked;
