/** Watches a screen from outside: a process that starts it, and starts it anew when it freezes. */
@NullMarked
package vn.motcua.kiosk.watch;

import org.jspecify.annotations.NullMarked;
