/** What other systems know of dossiers: exported files and the province's service. */
@NullMarked
package vn.motcua.kiosk.source;

import org.jspecify.annotations.NullMarked;
