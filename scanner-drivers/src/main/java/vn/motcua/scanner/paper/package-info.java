/** Paper scanners: the driver interface, what they can do, their pages and their faults. */
@NullMarked
package vn.motcua.scanner.paper;

import org.jspecify.annotations.NullMarked;
