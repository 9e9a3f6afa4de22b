/** The citizen terminal: which step is my dossier at? */
@NullMarked
package vn.motcua.kiosk.ui.citizen;

import org.jspecify.annotations.NullMarked;
