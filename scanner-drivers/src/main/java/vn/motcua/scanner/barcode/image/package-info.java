/** Codes in pictures: on scanned pages, and before a camera. */
@NullMarked
package vn.motcua.scanner.barcode.image;

import org.jspecify.annotations.NullMarked;
