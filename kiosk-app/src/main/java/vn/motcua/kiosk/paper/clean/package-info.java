/** How a page lies, what is on it, and where its sheet ends. */
@NullMarked
package vn.motcua.kiosk.paper.clean;

import org.jspecify.annotations.NullMarked;
