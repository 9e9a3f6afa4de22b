/** The windows of one machine. */
@NullMarked
package vn.motcua.kiosk.ui;

import org.jspecify.annotations.NullMarked;
