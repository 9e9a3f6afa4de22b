/** Turns the built house into a package that needs nothing else on the machine. */
@NullMarked
package vn.motcua.installer;

import org.jspecify.annotations.NullMarked;
