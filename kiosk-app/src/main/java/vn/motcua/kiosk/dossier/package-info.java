/** The words of the trade as plain values: codes, stages, procedures, due dates. No I/O. */
@NullMarked
package vn.motcua.kiosk.dossier;

import org.jspecify.annotations.NullMarked;
