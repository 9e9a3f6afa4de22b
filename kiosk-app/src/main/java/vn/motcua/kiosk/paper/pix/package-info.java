/** Pictures in Leptonica's memory, outside the Java heap. */
@NullMarked
package vn.motcua.kiosk.paper.pix;

import org.jspecify.annotations.NullMarked;
