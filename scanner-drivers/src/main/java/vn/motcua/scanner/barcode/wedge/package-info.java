/** Barcode readers that type as if they were a keyboard; without any knowledge of a window. */
@NullMarked
package vn.motcua.scanner.barcode.wedge;

import org.jspecify.annotations.NullMarked;
