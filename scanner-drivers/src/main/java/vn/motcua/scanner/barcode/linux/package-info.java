/** Character devices of Linux through its C library; no other system knows this package. */
@NullMarked
package vn.motcua.scanner.barcode.linux;

import org.jspecify.annotations.NullMarked;
