/** What leaves the house for other systems: its shape, its names, its answers. */
@NullMarked
package vn.motcua.kiosk.outgoing;

import org.jspecify.annotations.NullMarked;
