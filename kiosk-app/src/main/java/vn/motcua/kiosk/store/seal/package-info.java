/** How personal data lie on the disk: sealed, and found without being read. */
@NullMarked
package vn.motcua.kiosk.store.seal;

import org.jspecify.annotations.NullMarked;
