/** A paper scanner without paper, for demonstrations and for trying the flows around a scan. */
@NullMarked
package vn.motcua.scanner.paper.simulated;

import org.jspecify.annotations.NullMarked;
