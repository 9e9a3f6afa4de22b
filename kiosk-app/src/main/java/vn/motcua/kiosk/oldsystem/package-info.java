/** Dossiers of an older one-stop system: how its table is read, and what became of each row. */
@NullMarked
package vn.motcua.kiosk.oldsystem;

import org.jspecify.annotations.NullMarked;
