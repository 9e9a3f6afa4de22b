/** The room for queue numbers and for how people found it. */
@NullMarked
package vn.motcua.kiosk.ui.citizen.queue;

import org.jspecify.annotations.NullMarked;
