/** Invented data for showing and trying; composition level. */
@NullMarked
package vn.motcua.kiosk.demo;

import org.jspecify.annotations.NullMarked;
