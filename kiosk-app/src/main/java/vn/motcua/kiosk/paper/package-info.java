/**
 * Page images → deskewed, searchable archive PDFs. Of a dossier it knows the code only; no form and
 * no screen.
 */
@NullMarked
package vn.motcua.kiosk.paper;

import org.jspecify.annotations.NullMarked;
