/** What a hub of many machines needs of one of them. The hub itself is not here yet. */
@NullMarked
package vn.motcua.kiosk.hub;

import org.jspecify.annotations.NullMarked;
