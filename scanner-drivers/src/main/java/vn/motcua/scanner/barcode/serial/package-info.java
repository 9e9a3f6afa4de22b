/** Barcode readers on a serial line (USB-COM, RS-232, Bluetooth). */
@NullMarked
package vn.motcua.scanner.barcode.serial;

import org.jspecify.annotations.NullMarked;
