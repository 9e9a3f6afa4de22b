/** Archive PDFs: the file format and its safe writing. Knows no page, no form and no dossier. */
@NullMarked
package vn.motcua.kiosk.pdf;

import org.jspecify.annotations.NullMarked;
