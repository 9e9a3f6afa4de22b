/** How quickly dossiers are found and written, held against the bare data base. */
@NullMarked
package vn.motcua.kiosk.bench.lookup;

import org.jspecify.annotations.NullMarked;
