/** Page files known by their headers, and their pictures in the form of the archive. */
@NullMarked
package vn.motcua.kiosk.paper.page;

import org.jspecify.annotations.NullMarked;
