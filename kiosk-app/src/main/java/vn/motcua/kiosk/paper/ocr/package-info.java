/** The words on a page, by Tesseract in this process. */
@NullMarked
package vn.motcua.kiosk.paper.ocr;

import org.jspecify.annotations.NullMarked;
