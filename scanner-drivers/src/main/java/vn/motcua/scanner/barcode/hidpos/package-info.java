/**
 * Barcode readers in the mode that USB-IF's "HID Point of Sale Usage Tables" 1.02 describes: usage
 * page 8C. They are no keyboard, so nothing is typed, and need no setting of a line.
 */
@NullMarked
package vn.motcua.scanner.barcode.hidpos;

import org.jspecify.annotations.NullMarked;
