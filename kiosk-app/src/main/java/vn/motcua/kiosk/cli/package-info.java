/** The command line: the same desks without a screen. Each command has {@code --json}. */
@NullMarked
package vn.motcua.kiosk.cli;

import org.jspecify.annotations.NullMarked;
