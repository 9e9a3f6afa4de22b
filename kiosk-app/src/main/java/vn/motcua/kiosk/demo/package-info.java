/** The demonstration: simulated devices, invented people, and a walk through the whole line. */
@NullMarked
package vn.motcua.kiosk.demo;

import org.jspecify.annotations.NullMarked;
