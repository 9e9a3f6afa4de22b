@NullMarked
package vn.motcua.kiosk.ui.kit.keyboard;

import org.jspecify.annotations.NullMarked;
