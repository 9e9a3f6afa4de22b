/** Barcode readers: bytes from a device turned into text that is safe to look at. */
@NullMarked
package vn.motcua.scanner.barcode;

import org.jspecify.annotations.NullMarked;
