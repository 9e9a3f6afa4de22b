/** A barcode reader without a device, for demonstrations and tests of what stands above. */
@NullMarked
package vn.motcua.scanner.barcode.simulated;

import org.jspecify.annotations.NullMarked;
