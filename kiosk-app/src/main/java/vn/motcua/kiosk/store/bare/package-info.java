/** The same rows without the store: what its lookups are measured against, and nothing else. */
@NullMarked
package vn.motcua.kiosk.store.bare;

import org.jspecify.annotations.NullMarked;
