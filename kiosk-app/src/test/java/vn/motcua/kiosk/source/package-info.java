/** Proofs against files and services that lie. */
@NullMarked
package vn.motcua.kiosk.source;

import org.jspecify.annotations.NullMarked;
