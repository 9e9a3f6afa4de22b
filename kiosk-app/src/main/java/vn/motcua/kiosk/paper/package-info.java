/** Page images → deskewed, searchable archive PDFs. Knows no dossier, no form and no screen. */
@NullMarked
package vn.motcua.kiosk.paper;

import org.jspecify.annotations.NullMarked;
