/** One page made small: crisp stencils of ink over a coarse picture of the paper. */
@NullMarked
package vn.motcua.kiosk.paper.small;

import org.jspecify.annotations.NullMarked;
