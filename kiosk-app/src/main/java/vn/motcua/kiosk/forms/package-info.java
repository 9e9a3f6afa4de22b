/** The official forms and slips as PDF. Plain input, no dossier, no database, no printer. */
@NullMarked
package vn.motcua.kiosk.forms;

import org.jspecify.annotations.NullMarked;
